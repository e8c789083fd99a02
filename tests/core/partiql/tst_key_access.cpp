// How items are reached: by their key, by partitions, or by a Scan.
#include <QtTest/QTest>

#include "core/partiql/parsed.h"
#include "partiql/key_access.h"
#include "partiql/where.h"

using namespace stator;
using expression::KeyOperator;
using model::ValueType;

class TestKeyAccess : public QObject {
    Q_OBJECT

private:
    static model::KeySchema keys() { return {{{"p", ValueType::S}}, {{"s", ValueType::N}}}; }

    static const char *wordOf(KeyOperator op)
    {
        static constexpr const char *kWords[] = {"?", "=", "<", "<=", ">", ">=", "between", "begins"};
        return kWords[static_cast<int>(op)];
    }

    static QString text(const document::Value &value)
    {
        document::ItemWriter writer;
        writer.name("v");
        writer.value(value.view());
        return parsed::json(writer.finish().view()).mid(5).chopped(2).section(u'\'', 3, 3);
    }

    // "p=a s>1; p=b s>1 | 1 left": queries, then how many conjuncts remain to be asked.
    static QString plan(const std::string &where)
    {
        const auto statement = parsed::statement("SELECT * FROM t WHERE " + where);
        const auto access = partiql::partitionAccess(statement, keys());
        if (!access.ok())
            return QString::fromStdString(access.error().message);
        QStringList queries;
        for (const auto &query : access->queries) {
            QStringList clauses;
            for (const auto &clause : query.clauses) {
                QString one = QString::fromStdString(clause.attribute) +
                              QString::fromUtf8(wordOf(clause.op)) + text(clause.low);
                if (clause.op == KeyOperator::Between)
                    one += u'-' + text(clause.high);
                clauses << one;
            }
            queries << clauses.join(u' ');
        }
        const auto left = statement.conjuncts.size() - access->known.size();
        return (queries.isEmpty() ? QStringLiteral("scan") : queries.join(QStringLiteral("; "))) +
               QStringLiteral(" | %1 left").arg(left) + (access->usesIn ? QStringLiteral(" IN") : QString());
    }

private slots:
    void plansQueries_data()
    {
        QTest::addColumn<QString>("planned");
        const auto row = [](const char *where, const char *planned) {
            QTest::newRow(where) << QString::fromUtf8(planned);
        };
        row("p = 'a'", "p=a | 0 left");
        row("'a' = p", "p=a | 0 left");
        row("(p = 'a')", "p=a | 0 left");
        row("p = 'a' AND x = 1", "p=a | 1 left");
        row("x = 1 AND (y = 2 AND p = 'a')", "p=a | 2 left");
        row("p = 'a' AND s = 1", "p=a s=1 | 0 left");
        row("p = 'a' AND s > 1", "p=a s>1 | 0 left");
        row("p = 'a' AND 1 > s", "p=a s<1 | 0 left");
        row("p = 'a' AND 1 <= s", "p=a s>=1 | 0 left");
        row("p = 'a' AND s <> 1", "p=a | 1 left");
        row("p = 'a' AND s BETWEEN 1 AND 2", "p=a sbetween1-2 | 1 left");
        row("p = 'a' AND begins_with(s, 'x')", "p=a sbeginsx | 1 left");
        row("p = 'a' AND s > 1 AND s < 5", "p=a s>1 | 1 left");
        row("p = 'a' AND NOT s = 1", "p=a | 1 left");
        row("p = 'a' AND (s = 1 OR s = 2)", "p=a | 1 left");
        row("p = 'a' AND s IN [1, 2]", "p=a | 1 left");
        row("p = 'a' AND s = x", "p=a | 1 left");
        row("p = 'a' AND p = 'b'", "p=a | 1 left");
        row("p IN ['a', 'b']", "p=a; p=b | 0 left IN");
        row("p IN ['a', 'a']", "p=a | 0 left");
        row("p IN ['a', 'b'] AND s > 1 AND x = 1", "p=a s>1; p=b s>1 | 1 left IN");
        row("p = 'a' OR p = 'b'", "p=a; p=b | 0 left");
        row("p = 'a' OR p = 'b' OR p IN ('c', 'a')", "p=a; p=b; p=c | 0 left IN");
        row("p = 'a' OR (p = 'b' AND x = 1)", "p=a; p=b | 1 left");
        row("(p = 'a' AND s = 1) OR (p = 'b' AND s = 2)", "p=a; p=b | 1 left");
        row("p = 'a' OR x = 1", "scan | 1 left");
        row("p > 'a'", "scan | 1 left");
        row("p = x", "scan | 1 left");
        row("p IN [x, 'a']", "scan | 1 left");
        row("p.q = 'a'", "scan | 1 left");
        row("NOT p = 'a'", "scan | 1 left");
        row("P = 'a'", "scan | 1 left");
        row("s = 1", "scan | 1 left");
        row("begins_with(p, 'a')", "scan | 1 left");
    }
    void plansQueries()
    {
        QFETCH(const QString, planned);
        QCOMPARE(plan(QTest::currentDataTag()), planned);
    }

    void limitsValuesOfThePartitionKey()
    {
        std::string list = "p IN ['0'";
        for (int i = 1; i < 50; ++i)
            list += ",'" + std::to_string(i) + "'";
        QVERIFY(plan(list + "]").endsWith(QStringLiteral("p=49 | 0 left IN")));
        QCOMPARE(plan(list + ",'50']"),
                 QStringLiteral("Too many decomposed read operations for a given query."));
    }

    void fixesEveryPartOfALongKey()
    {
        const model::KeySchema schema = {{{"a", ValueType::S}, {"b", ValueType::S}},
                                         {{"c", ValueType::N}, {"d", ValueType::N}}};
        const auto count = [&](const char *where) {
            const auto statement = parsed::statement(std::string("SELECT * FROM t.i WHERE ") + where);
            const auto access = partiql::partitionAccess(statement, schema);
            return access->queries.empty() ? 0 : static_cast<int>(access->queries[0].clauses.size());
        };
        QCOMPARE(count("a = 'x'"), 0);
        QCOMPARE(count("a = 'x' AND b = 'y'"), 2);
        QCOMPARE(count("a = 'x' AND b = 'y' AND c = 1 AND d > 2"), 4);
        QCOMPARE(count("a = 'x' AND b = 'y' AND c > 1 AND d > 2"), 3);
        QCOMPARE(count("a = 'x' AND b = 'y' AND d > 2"), 2);
        const auto product =
            partiql::partitionAccess(parsed::statement("SELECT * FROM t.i WHERE a IN ['x','y'] AND b IN "
                                                       "['1','2','3']"),
                                     schema);
        QCOMPARE(product->queries.size(), 6U);
    }

    void namesOneItem_data()
    {
        QTest::addColumn<QString>("key");
        const auto row = [](const char *where, const char *key) {
            QTest::newRow(where) << QString::fromUtf8(key);
        };
        row("p = 'a' AND s = 1", "{'p':{'S':'a'},'s':{'N':'1'}} | 0 left");
        row("s = 1 AND x = 2 AND 'a' = p", "{'p':{'S':'a'},'s':{'N':'1'}} | 1 left");
        row("p IN ['a'] AND s IN [1]", "{'p':{'S':'a'},'s':{'N':'1'}} | 0 left");
        row("p = 'a' AND p = 'b' AND s = 1", "{'p':{'S':'a'},'s':{'N':'1'}} | 1 left");
        row("p = true AND s = null", "{'p':{'BOOL':true},'s':{'NULL':true}} | 0 left");
        row("p = 'a'", "none");
        row("p = 'a' AND s > 1", "none");
        row("p = 'a' AND s IN [1, 2]", "none");
        row("p = 'a' OR s = 1", "none");
        row("NOT (p = 'a' AND s = 1)", "none");
    }
    void namesOneItem()
    {
        QFETCH(const QString, key);
        const auto statement =
            parsed::statement("DELETE FROM t WHERE " + std::string(QTest::currentDataTag()));
        const auto access = partiql::itemAccess(statement, keys());
        QString found = QStringLiteral("none");
        if (access)
            found = parsed::json(access->key.view()) +
                    QStringLiteral(" | %1 left").arg(statement.conjuncts.size() - access->known.size());
        QCOMPARE(found, key);
    }
};

QTEST_GUILESS_MAIN(TestKeyAccess)
#include "tst_key_access.moc"
