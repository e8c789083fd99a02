#include "features/tables/table_rules.h"

#include <QtTest/QTest>

using namespace stator;
using namespace stator::ui;
using api::ScalarAttributeType;
using Field = FieldFault::Field;

namespace {

TableDraft goodTable()
{
    TableDraft table;
    table.name = QStringLiteral("Shop");
    table.partition = {QStringLiteral("pk"), ScalarAttributeType::S};
    table.sort = {QStringLiteral("sk"), ScalarAttributeType::S};
    return table;
}

IndexDraft goodIndex()
{
    IndexDraft index;
    index.name = QStringLiteral("byStatus");
    index.partition = {{QStringLiteral("status"), ScalarAttributeType::S}};
    index.sort = {{QStringLiteral("at"), ScalarAttributeType::N}};
    return index;
}

IndexDraft goodVectorIndex()
{
    IndexDraft index;
    index.name = QStringLiteral("byMeaning");
    index.kind = IndexDraft::Kind::Vector;
    index.vectorAttribute = QStringLiteral("embedding");
    index.dimensions = 3;
    index.filters = {{QStringLiteral("year"), ScalarAttributeType::N}};
    return index;
}

} // namespace

class TestTableRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("letters") << QStringLiteral("Shop") << true;
        QTest::newRow("all signs") << QStringLiteral("a-b_c.9") << true;
        QTest::newRow("three") << QStringLiteral("abc") << true;
        QTest::newRow("two") << QStringLiteral("ab") << false;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("255") << QString(255, u'x') << true;
        QTest::newRow("256") << QString(256, u'x') << false;
        QTest::newRow("space") << QStringLiteral("my shop") << false;
        QTest::newRow("umlaut") << QStringLiteral("Bücher") << false;
        QTest::newRow("slash") << QStringLiteral("a/b/c") << false;
        QTest::newRow("taken") << QStringLiteral("Taken") << false;
    }
    void judgesNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, isGood);
        QCOMPARE(tableNameFault(name, {QStringLiteral("Taken")}).isEmpty(), isGood);
        QCOMPARE(indexNameFault(name, {QStringLiteral("Taken")}).isEmpty(), isGood);
    }

    void findsNothingWrongWithAGoodTable()
    {
        TableDraft table = goodTable();
        table.settings.newIndexes.append(goodIndex());
        QVERIFY(faultsOf(table, {}).isEmpty());
    }

    void wantsDifferentKeys()
    {
        TableDraft table = goodTable();
        table.sort.name = table.partition.name;
        QCOMPARE(faultsOf(table, {}).first().field, Field::Sort);
        table.partition.name.clear();
        table.sort.name.clear();
        QCOMPARE(faultsOf(table, {}).first().field, Field::Partition);
    }

    // One attribute has one type, whichever keys it is part of.
    void wantsOneTypeForAnAttribute()
    {
        TableDraft table = goodTable();
        IndexDraft index = goodIndex();
        index.sort = {{QStringLiteral("pk"), ScalarAttributeType::N}};
        table.settings.newIndexes.append(index);
        const auto faults = faultsOf(table, {});
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().index, 0);
        QCOMPARE(faults.first().field, Field::Sort);
    }

    void localIndexesNeedSortKeys()
    {
        TableDraft table = goodTable();
        IndexDraft index = goodIndex();
        index.kind = IndexDraft::Kind::Local;
        index.partition.clear();
        table.settings.newIndexes.append(index);
        QVERIFY(faultsOf(table, {}).isEmpty());
        table.settings.newIndexes.first().sort.clear();
        QVERIFY(!faultsOf(table, {}).isEmpty());
        table.settings.newIndexes.first().sort = goodIndex().sort;
        table.sort = {};
        QVERIFY(!faultsOf(table, {}).isEmpty());
    }

    void countsIndexes()
    {
        TableDraft table = goodTable();
        for (int i = 0; i < 21; ++i) {
            IndexDraft index = goodIndex();
            index.name += QString::number(i);
            table.settings.newIndexes.append(index);
        }
        QCOMPARE(faultsOf(table, {}).size(), 1);
        QCOMPARE(faultsOf(table, {}).first().field, Field::Index);
        table.settings.newIndexes.removeLast();
        QVERIFY(faultsOf(table, {}).isEmpty());
        table.settings.newIndexes[3].name = table.settings.newIndexes[2].name;
        QCOMPARE(faultsOf(table, {}).first().index, 3);
    }

    void wantsAttributesToProject()
    {
        IndexDraft index = goodIndex();
        index.projection = api::ProjectionType::Include;
        QCOMPARE(faultsOf(index, goodTable(), {}).size(), 1);
        index.projected = {QStringLiteral("total")};
        QVERIFY(faultsOf(index, goodTable(), {}).isEmpty());
    }

    void keysMayHaveSeveralAttributesButEachOnce()
    {
        IndexDraft index = goodIndex();
        index.partition.append({QStringLiteral("country"), ScalarAttributeType::S});
        QVERIFY(faultsOf(index, goodTable(), {}).isEmpty());
        index.sort.append({QStringLiteral("country"), ScalarAttributeType::S});
        QCOMPARE(faultsOf(index, goodTable(), {}).first().field, Field::Sort);
    }

    void vectorIndexesNeedAnAttributeOfTheirOwn()
    {
        QVERIFY(faultsOf(goodVectorIndex(), goodTable(), {}).isEmpty());
        IndexDraft index = goodVectorIndex();
        index.vectorAttribute.clear();
        QCOMPARE(faultsOf(index, goodTable(), {}).first().field, Field::VectorAttribute);
        for (const char *key : {"pk", "year"}) {
            index.vectorAttribute = QString::fromLatin1(key);
            QCOMPARE(faultsOf(index, goodTable(), {}).first().field, Field::VectorAttribute);
        }
    }

    void vectorIndexesNeedATableOnDemand()
    {
        TableDraft table = goodTable();
        table.settings.isProvisioned = true;
        const auto faults = faultsOf(goodVectorIndex(), table, {});
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().field, Field::Kind);
    }

    void judgesDimensions()
    {
        IndexDraft index = goodVectorIndex();
        for (const int dimensions : {0, 4097}) {
            index.dimensions = dimensions;
            QCOMPARE(faultsOf(index, goodTable(), {}).first().field, Field::Dimensions);
        }
        index.dimensions = 4096;
        QVERIFY(faultsOf(index, goodTable(), {}).isEmpty());
        // Two indexes on one attribute agree on how long it is.
        TableDraft table = goodTable();
        table.settings.newIndexes = {goodVectorIndex(), index};
        table.settings.newIndexes.last().name = QStringLiteral("another");
        const auto faults = faultsOf(table, {});
        QCOMPARE(faults.size(), 2);
        QCOMPARE(faults.first().field, Field::Dimensions);
    }

    void projectedAttributesOfVectorIndexesIncludeVectorAndFilters()
    {
        IndexDraft index = goodVectorIndex();
        index.projection = api::ProjectionType::Include;
        for (int i = 0; i < 18; ++i)
            index.projected.append(QStringLiteral("a%1").arg(i));
        QVERIFY(faultsOf(index, goodTable(), {}).isEmpty());
        index.projected.append(QStringLiteral("one more"));
        QCOMPARE(faultsOf(index, goodTable(), {}).first().field, Field::Projected);
    }

    void countsVectorIndexes()
    {
        TableDraft table = goodTable();
        for (int i = 0; i < 6; ++i) {
            IndexDraft index = goodVectorIndex();
            index.name += QString::number(i);
            table.settings.newIndexes.append(index);
        }
        QCOMPARE(faultsOf(table, {}).size(), 1);
        QCOMPARE(faultsOf(table, {}).first().field, Field::Index);
    }

    void judgesPolicies()
    {
        QVERIFY(policyFault(QString()).isEmpty());
        QVERIFY(policyFault(QStringLiteral("{\"Version\": \"2012-10-17\"}")).isEmpty());
        QVERIFY(!policyFault(QStringLiteral("{\"Version\": ")).isEmpty());
        QVERIFY(!policyFault(QStringLiteral("[]")).isEmpty());
        QVERIFY(!policyFault(QStringLiteral("{\"a\": \"%1\"}").arg(QString(20'480, u'x'))).isEmpty());
    }

    void judgesTags()
    {
        QVERIFY(tagFault(QStringLiteral("team"), QString(), {}).isEmpty());
        QVERIFY(!tagFault(QString(), QStringLiteral("x"), {}).isEmpty());
        QVERIFY(!tagFault(QStringLiteral("AWS:x"), QString(), {}).isEmpty());
        QVERIFY(!tagFault(QStringLiteral("team"), QString(), {QStringLiteral("team")}).isEmpty());
        QVERIFY(!tagFault(QString(129, u'x'), QString(), {}).isEmpty());
        QVERIFY(!tagFault(QStringLiteral("team"), QString(257, u'x'), {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTableRules)
#include "tst_table_rules.moc"
