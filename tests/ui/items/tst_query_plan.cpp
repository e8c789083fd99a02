#include <QtTest/QTest>

#include "document/json_writer.h"
#include "features/items/query/query_plan.h"
#include "features/items/query/query_words.h"
#include "features/items/query/vector_text.h"

using namespace stator;
using namespace stator::ui;
using document::ValueType;

namespace {

TableShape shop()
{
    TableShape table;
    table.name = "Shop";
    table.keys.partition = {{"pk", ValueType::S}};
    table.keys.sort = {{"sk", ValueType::S}};
    table.itemCount = 12'480;
    table.sizeBytes = 9'338'880 + 12'480 * 100; // with what is stored beside each item
    IndexShape index;
    index.name = "byStatus";
    index.keys.partition = {{"status", ValueType::S}};
    index.keys.sort = {{"total", ValueType::N}};
    table.indexes.push_back(index);
    return table;
}

QString text(const std::optional<std::string> &value) { return QString::fromStdString(value.value_or("-")); }

} // namespace

class TestQueryPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void readsTheWholeTableByDefault()
    {
        const QueryPlan plan = planQuery(shop(), {});
        QVERIFY(plan.isGood() && plan.isWholeScan);
        QCOMPARE(text(std::get<api::ScanRequest>(plan.request).filterExpression), QStringLiteral("-"));
        QCOMPARE(costSentence(shop(), {}), QStringLiteral("Full scan of 12,480 items, about 1,140 units"));
    }

    void asksForSeveralSortAttributesFromTheFirstOn()
    {
        TableShape table = shop();
        table.indexes.front().keys.partition = {{"tenant", ValueType::S}, {"status", ValueType::S}};
        table.indexes.front().keys.sort = {{"year", ValueType::N}, {"month", ValueType::N}, {"total", ValueType::N}};
        QueryState state;
        state.index = QStringLiteral("byStatus");
        state.partition = {QStringLiteral("t"), QStringLiteral("paid")};
        state.sort = {{Comparison::Equal, QStringLiteral("2026"), {}}, {Comparison::Between, QStringLiteral("3"), QStringLiteral("5")}};
        const QueryPlan plan = planQuery(table, state);
        QVERIFY(plan.isGood());
        QCOMPARE(text(std::get<api::QueryRequest>(plan.request).keyConditionExpression),
                 QStringLiteral("#n0 = :v0 AND #n1 = :v1 AND #n2 = :v2 AND #n3 BETWEEN :v3 AND :v4"));
        QCOMPARE(QueryState::fromText(state.toText()), state);
        // An inequality ends it.
        state.sort = {{Comparison::Less, QStringLiteral("2026"), {}}, {Comparison::Equal, QStringLiteral("3"), {}}};
        QVERIFY(planQuery(table, state).fault.field == QueryField::Sort);
        state.sort = {{Comparison::Equal, {}, {}}, {Comparison::Equal, QStringLiteral("3"), {}}};
        QVERIFY(planQuery(table, state).fault.field == QueryField::Sort);
    }

    void searchesAVectorIndex()
    {
        TableShape table = shop();
        VectorIndexShape index;
        index.name = "byLooks";
        index.attribute = "looks";
        index.dimensions = 3;
        index.conditions = {{"tenant", ValueType::S}, {"year", ValueType::N}};
        index.neededConditions = 1;
        table.vectorIndexes.push_back(index);
        QueryState state;
        state.index = QStringLiteral("byLooks");
        state.partition = {QStringLiteral("t1"), QString()};
        state.vector = QStringLiteral("[0.5, -1e2 3]");
        state.top = 7;
        const QueryPlan plan = planQuery(table, state);
        QVERIFY2(plan.isGood(), qPrintable(plan.fault.sentence));
        QVERIFY(plan.search && !plan.isWholeScan);
        QCOMPARE(plan.search->topK, 7);
        QCOMPARE(text(plan.search->searchConditionExpression), QStringLiteral("#n0 = :v0"));
        QCOMPARE(plan.search->searchVector.size(), 3U);
        QVERIFY(plan.search->searchVector[1] == document::Value::number("-100"));
        QCOMPARE(QueryState::fromText(state.toText()).vector, state.vector);
        QCOMPARE(QueryState::fromText(state.toText()).top, 7);
        // As an attribute has it.
        const auto wire = vectorFromText(QStringLiteral("[{\"N\":\"1\"},{\"N\":\"2\"},{\"N\":\"3\"}]"), 3);
        QVERIFY(wire.ok() && wire->back() == document::Value::number("3"));
        state.vector = QStringLiteral("1, 2");
        QVERIFY(planQuery(table, state).fault.field == QueryField::Vector);
        state.vector = QStringLiteral("1, 2, x");
        QVERIFY(planQuery(table, state).fault.field == QueryField::Vector);
        state.partition = {QString(), QStringLiteral("2026")};
        QVERIFY(planQuery(table, state).fault.field == QueryField::Partition); // the needed condition is missing
    }

    void readsAKeyAsAPersonTypesIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("partition");
        QTest::addColumn<QString>("sort");
        QTest::newRow("two words") << "CUSTOMER#1 PROFILE" << "CUSTOMER#1" << "PROFILE";
        QTest::newRow("sort key with spaces") << "CUSTOMER#1  ORDER 7 b " << "CUSTOMER#1" << "ORDER 7 b";
        QTest::newRow("quoted partition key") << "\"Ann Lee\" PROFILE" << "Ann Lee" << "PROFILE";
        QTest::newRow("partition key alone") << "CUSTOMER#1" << "CUSTOMER#1" << QString();
        QTest::newRow("as a place has it") << "{\"pk\":{\"S\":\"Ann \\\"Lee\"},\"sk\":{\"S\":\"ORDER 7\"}}" << "Ann \"Lee" << "ORDER 7";
        QTest::newRow("a brace that begins no JSON") << "{a b" << "{a" << "b";
    }

    void readsAKeyAsAPersonTypesIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, partition);
        QFETCH(QString, sort);
        const QueryState state = queryForKey(shop(), typed);
        QCOMPARE(state.partition, QStringList{partition});
        QCOMPARE(state.sort.isEmpty() ? QString() : state.sort.front().value, sort);
    }

    void makesAQueryOfAPartitionKey()
    {
        QueryState state;
        state.partition = {QStringLiteral("CUSTOMER#1")};
        state.sort = {{Comparison::BeginsWith, QStringLiteral("ORDER#"), {}}};
        state.isDescending = true;
        const QueryPlan plan = planQuery(shop(), state);
        QVERIFY(plan.isGood());
        const auto &query = std::get<api::QueryRequest>(plan.request);
        QCOMPARE(text(query.keyConditionExpression), QStringLiteral("#n0 = :v0 AND begins_with(#n1, :v1)"));
        QCOMPARE(query.scanIndexForward, std::optional(false));
        QCOMPARE(QString::fromStdString(document::itemToJson(query.expressionAttributeValues->view())),
                 QStringLiteral("{\":v0\":{\"S\":\"CUSTOMER#1\"},\":v1\":{\"S\":\"ORDER#\"}}"));
        QCOMPARE(costSentence(shop(), state), QStringLiteral("Query of one partition"));
        state.sort = {{Comparison::Equal, QStringLiteral("PROFILE"), {}}};
        QCOMPARE(costSentence(shop(), state), QStringLiteral("Key lookup"));
    }

    void comparesIndexKeysInTheirType()
    {
        QueryState state;
        state.index = QStringLiteral("byStatus");
        state.partition = {QStringLiteral("paid")};
        state.sort = {{Comparison::Between, QStringLiteral("10"), QStringLiteral("20.50")}};
        const QueryPlan plan = planQuery(shop(), state);
        QVERIFY(plan.isGood());
        const auto &query = std::get<api::QueryRequest>(plan.request);
        QCOMPARE(text(query.keyConditionExpression), QStringLiteral("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2"));
        QVERIFY(*query.expressionAttributeValues->view().attribute(":v2") == document::Value::number("20.5").view());
        QCOMPARE(costSentence(shop(), state), QStringLiteral("Index query on byStatus"));
    }

    void saysWhereAQueryIsWrong_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("field");
        const auto row = [](const char *name, const char *query, QueryField field) {
            QTest::newRow(name) << QString::fromUtf8(query).replace(u'\'', u'"') << static_cast<int>(field);
        };
        row("number expected", "{'index':'byStatus','key':['paid'],'sort':['<','ten','']}", QueryField::Sort);
        row("sort without partition", "{'sort':['=','a','']}", QueryField::Sort);
        row("beginning of a number", "{'index':'byStatus','key':['paid'],'sort':['begins_with','1','']}", QueryField::Sort);
        row("filter of a wrong number", "{'filters':[['total','=','N','x','']]}", QueryField::Filter);
        row("path with a hole", "{'filters':[['a..b','=','S','x','']]}", QueryField::Filter);
        row("path with an open bracket", "{'filters':[['a[1','=','S','x','']]}", QueryField::Filter);
        row("projection that is no path", "{'projection':'a, b[x]'}", QueryField::Projection);
        row("index that is gone", "{'index':'old'}", QueryField::Index);
    }

    void saysWhereAQueryIsWrong()
    {
        QFETCH(QString, query);
        QFETCH(int, field);
        const QueryPlan plan = planQuery(shop(), QueryState::fromText(query));
        QCOMPARE(static_cast<int>(plan.fault.field), field);
        QVERIFY(!plan.fault.sentence.isEmpty());
    }

    void filtersByEveryComparison()
    {
        QueryState state;
        state.filters = {{QStringLiteral("a.b[2].c"), Comparison::GreaterOrEqual, ValueType::N, QStringLiteral("1.50"), {}},
                         {QStringLiteral("name"), Comparison::In, ValueType::S, QStringLiteral("x, y"), {}},
                         {QStringLiteral("name"), Comparison::NotContains, ValueType::S, QStringLiteral("z"), {}},
                         {QStringLiteral("note"), Comparison::NotExists, ValueType::S, {}, {}},
                         {QStringLiteral("raw"), Comparison::IsType, ValueType::S, QStringLiteral("b"), {}}};
        const QueryPlan plan = planQuery(shop(), state);
        QVERIFY(plan.isGood());
        QVERIFY(!plan.isWholeScan && plan.isScan);
        QCOMPARE(text(std::get<api::ScanRequest>(plan.request).filterExpression),
                 QStringLiteral("#n0.#n1[2].#n2 >= :v0 AND #n3 IN (:v1, :v2) AND NOT contains(#n3, :v3) AND "
                                "attribute_not_exists(#n4) AND attribute_type(#n5, :v4)"));
    }

    void alwaysReadsTheKeysToo()
    {
        QueryState state;
        state.projection = QStringLiteral("total, sk");
        const QueryPlan plan = planQuery(shop(), state);
        QCOMPARE(text(std::get<api::ScanRequest>(plan.request).projectionExpression), QStringLiteral("#n0, #n1, #n2"));
    }

    void keepsAQueryAsText()
    {
        QueryState state;
        state.index = QStringLiteral("byStatus");
        state.partition = {QStringLiteral("a \"b\"")};
        state.sort = {{Comparison::Between, QStringLiteral("1"), QStringLiteral("2")}};
        state.filters = {{QStringLiteral("x"), Comparison::Contains, ValueType::B, QStringLiteral("AAEC"), {}}};
        state.projection = QStringLiteral("x");
        state.limit = 25;
        state.isDescending = true;
        state.isConsistent = true;
        QVERIFY(QueryState::fromText(state.toText()) == state);
        QCOMPARE(QueryState().toText(), QString());
        QVERIFY(QueryState::fromText(QStringLiteral("{broken")) == QueryState());
    }
};

QTEST_GUILESS_MAIN(TestQueryPlan)
#include "tst_query_plan.moc"
