#include <QtTest/QTest>

#include "core/partiql/parsed.h"
#include "partiql/row_order.h"

using namespace stator;
using model::ValueType;

class TestRowOrder : public QObject {
    Q_OBJECT

private slots:
    void orders_data()
    {
        QTest::addColumn<QString>("order");
        const auto row = [](const char *statement, const char *order) {
            QTest::newRow(statement) << QString::fromUtf8(order);
        };
        row("WHERE p IN [2, 10, 1]", "2 10 1 forward");
        row("WHERE p = 1 ORDER BY s", "1 forward");
        row("WHERE p = 1 ORDER BY s DESC", "1 backward");
        row("WHERE p = 1 ORDER BY p DESC", "1 backward");
        row("WHERE p IN [2, 10, 1] ORDER BY p", "1 2 10 backward");
        row("WHERE p IN [2, 10, 1] ORDER BY p DESC", "10 2 1 backward");
        row("WHERE p IN [2, 10, 1] ORDER BY p DESC, s DESC", "10 2 1 backward");
        row("WHERE p = 2 OR p = 1 ORDER BY p ASC, s DESC", "1 2 backward");
        row("ORDER BY p", "Must have WHERE clause in the statement when using ORDER BY clause.");
        row("WHERE p = 1 ORDER BY x", "Attribute x in ORDER BY clause must be part of the primary key");
        row("WHERE x = 1 ORDER BY p",
            "Must have at least one non-optional hash key condition in WHERE clause "
            "when using ORDER BY clause.");
        row("WHERE p > 1 ORDER BY s",
            "Must have at least one non-optional hash key condition in WHERE clause "
            "when using ORDER BY clause.");
        row("WHERE p IN [1, 2] ORDER BY s",
            "Must have hash key in ORDER BY clause when more than one hash key "
            "condition specified in WHERE clause.");
        row("WHERE p IN [1, 2] ORDER BY s, p",
            "Must have hash key in ORDER BY clause when more than one hash "
            "key condition specified in WHERE clause.");
    }
    void orders()
    {
        QFETCH(const QString, order);
        const model::KeySchema keys = {{{"p", ValueType::N}}, {{"s", ValueType::S}}};
        const auto statement = parsed::statement("SELECT * FROM t " + std::string(QTest::currentDataTag()));
        auto access = partiql::partitionAccess(statement, keys);
        QVERIFY(access.ok());
        const auto isForward = partiql::applyOrder(statement, keys, *access);
        QString found;
        if (isForward.ok()) {
            for (const auto &query : access->queries) {
                document::ItemWriter writer;
                writer.name("p");
                writer.value(query.clauses[0].low.view());
                found += parsed::json(writer.finish().view()).section(u'\'', 5, 5) + u' ';
            }
            found += *isForward ? QStringLiteral("forward") : QStringLiteral("backward");
        } else {
            found = QString::fromStdString(isForward.error().message);
        }
        QCOMPARE(found, order);
    }

    void longSortKeysHaveOneDirection()
    {
        const model::KeySchema keys = {{{"p", ValueType::N}}, {{"s", ValueType::S}, {"t", ValueType::S}}};
        const auto order = [&](const char *clause) {
            const auto statement = parsed::statement(std::string("SELECT * FROM t.i WHERE p = 1 ") + clause);
            auto access = partiql::partitionAccess(statement, keys);
            const auto isForward = partiql::applyOrder(statement, keys, *access);
            return !isForward.ok() ? -1 : static_cast<int>(*isForward);
        };
        QCOMPARE(order("ORDER BY s, t"), 1);
        QCOMPARE(order("ORDER BY s DESC, t DESC"), 0);
        QCOMPARE(order("ORDER BY s DESC"), 0);
        QCOMPARE(order("ORDER BY s, t DESC"), -1);
        QCOMPARE(order("ORDER BY t"), -1);
    }
};

QTEST_GUILESS_MAIN(TestRowOrder)
#include "tst_row_order.moc"
