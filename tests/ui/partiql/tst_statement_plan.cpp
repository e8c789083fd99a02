#include <QLocale>
#include <QTest>

#include "features/partiql/statement_plan.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;

namespace {

Statement statement(const QString &text)
{
    return statementsOf(text).front();
}

TableShape shop()
{
    TableShape shape;
    shape.name = "Shop";
    shape.keys.partition = {{"pk", model::ValueType::S}};
    shape.keys.sort = {{"sk", model::ValueType::S}};
    shape.itemCount = 12'480;
    shape.sizeBytes = 9'338'880 + 12'480 * 100; // 2,280 blocks of 4 KB, and what is stored beside each item
    IndexShape byStatus;
    byStatus.name = "byStatus";
    byStatus.keys.partition = {{"status", model::ValueType::S}};
    byStatus.keys.sort = {{"day", model::ValueType::S}};
    byStatus.itemCount = 4'000;
    byStatus.sizeBytes = 819'200 + 4'000 * 100;
    shape.indexes = {byStatus};
    return shape;
}

} // namespace

class TestStatementPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void saysWhatAStatementWillDo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QString &text, const QString &sentence) { QTest::newRow(name) << text << sentence; };
        const QString scan = u"Full scan of 12,480 items, about 1,140 units"_s;
        row("whole key", u"SELECT * FROM Shop WHERE pk = 'a' AND sk = 'b'"_s, u"Key lookup"_s);
        row("whole key, parameters", u"select * from \"Shop\" where \"sk\" = ? and pk = ?"_s, u"Key lookup"_s);
        row("partition", u"SELECT * FROM Shop WHERE pk = 'a'"_s, u"Query of one partition"_s);
        row("partition and range", u"SELECT * FROM Shop WHERE pk = 'a' AND sk BETWEEN 'b' AND 'c' AND x = 1"_s, u"Query of one partition"_s);
        row("partition and function", u"SELECT * FROM Shop WHERE begins_with(sk, 'x') AND pk = ?"_s, u"Query of one partition"_s);
        row("values", u"SELECT * FROM Shop WHERE pk IN ['a', 'b']"_s, u"Query of one partition for each value"_s);
        row("alternatives", u"SELECT * FROM Shop WHERE pk = 'a' OR pk = 'b'"_s, u"Query of one partition for each value"_s);
        row("alternatives of two attributes", u"SELECT * FROM Shop WHERE pk = 'a' OR x = 'b'"_s, scan);
        row("no condition", u"SELECT pk FROM Shop"_s, scan);
        row("range of the partition key", u"SELECT * FROM Shop WHERE pk > 'a'"_s, scan);
        row("sort key alone", u"SELECT * FROM Shop WHERE sk = 'a'"_s, scan);
        row("nested path of the same name", u"SELECT * FROM Shop WHERE pk.x = 'a'"_s, scan);
        row("in parentheses", u"SELECT * FROM Shop WHERE (x = 1 OR y = 2) AND pk = 'a'"_s, u"Query of one partition"_s);
        row("negated", u"SELECT * FROM Shop WHERE NOT pk = 'a'"_s, scan);
        row("index", u"SELECT * FROM Shop.byStatus WHERE status = 'OPEN'"_s, u"Index query on byStatus"_s);
        row("index scan", u"SELECT * FROM \"Shop\".\"byStatus\""_s, u"Full scan of the index byStatus: 4,000 items, about 100 units"_s);
        row("unknown index", u"SELECT * FROM Shop.other"_s, u"Shop has no index other"_s);
        row("keyword in a string", u"SELECT * FROM Shop WHERE pk = ' OR ' AND sk = 'AND'"_s, u"Key lookup"_s);
        row("order", u"SELECT * FROM Shop WHERE pk = 'a' ORDER BY sk DESC"_s, u"Query of one partition"_s);
        row("insert", u"INSERT INTO Shop VALUE {'pk': 'a', 'sk': 'b'}"_s, u"Writes one item, if there is none with its key"_s);
        row("update", u"UPDATE Shop SET x = 1 WHERE pk = 'a' AND sk = 'b'"_s, u"Updates one item by its key"_s);
        row("update without its key", u"UPDATE Shop SET x = 1 WHERE pk = 'a'"_s, u"Needs an equality on pk, sk in WHERE"_s);
        row("delete", u"DELETE FROM Shop WHERE pk = 'a' AND sk = 'b' AND x = 1"_s, u"Deletes one item by its key"_s);
        row("delete without where", u"DELETE FROM Shop"_s, u"Needs an equality on pk, sk in WHERE"_s);
        row("not a statement", u"DROP TABLE Shop"_s, u"A statement begins with SELECT, INSERT, UPDATE or DELETE"_s);
    }
    void saysWhatAStatementWillDo()
    {
        QFETCH(QString, text);
        const TableShape shape = shop();
        QTEST(planOf(statement(text), &shape).sentence, "sentence");
    }

    void warnsOfScans()
    {
        const TableShape shape = shop();
        QVERIFY(planOf(statement(u"SELECT * FROM Shop"_s), &shape).isScan);
        QVERIFY(!planOf(statement(u"SELECT * FROM Shop WHERE pk = 'a'"_s), &shape).isScan);
        QVERIFY(planOf(statement(u"SELECT * FROM Elsewhere"_s), nullptr).isRisky);
    }

    void knowsTheTarget()
    {
        const StatementTarget target = targetOf(statement(u"SELECT a, b FROM \"my table\".\"by-x\" WHERE a = 1"_s));
        QCOMPARE(target.table, u"my table"_s);
        QCOMPARE(target.index, u"by-x"_s);
        QVERIFY(!target.isAll);
        QVERIFY(targetOf(statement(u"SELECT * FROM T"_s)).isAll);
        QCOMPARE(targetOf(statement(u"EXISTS(SELECT * FROM T WHERE a = 1)"_s)).table, u"T"_s);
        QCOMPARE(targetOf(statement(u"SELECT"_s)).table, QString());
    }
};

QTEST_GUILESS_MAIN(TestStatementPlan)
#include "tst_statement_plan.moc"
