#include <QTest>

#include "cost/cost_explanation.h"
#include "support/json_file.h"
#include "support/json_text.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;
using tests::jsonText;

namespace {

std::vector<std::int64_t> sizes(const QJsonValue &value)
{
    std::vector<std::int64_t> list;
    for (const QJsonValue &each : value.toArray())
        list.push_back(each.toInteger());
    return list;
}

// The facts of one example of capacity_examples.json; nothing where it is not about one read or write of a table.
std::optional<CostFacts> factsOf(const QJsonObject &example)
{
    const QString request = example[u"request"_s].toString();
    const QJsonObject bytes = example[u"item_sizes_bytes"_s].toObject();
    const QJsonObject expected = example[u"expected"_s].toObject();
    if (!expected.contains(u"CapacityUnits"_s))
        return std::nullopt;
    CostFacts facts;
    facts.kind = costKindOf(request.section(u' ', 0, 0).remove(u',').toStdString());
    facts.table = u"T"_s;
    facts.isConsistent = request.contains(u"ConsistentRead=true"_s);
    facts.hasProjection = request.contains(u"ProjectionExpression"_s);
    facts.hasFilter = request.contains(u"FilterExpression"_s);
    facts.isCount = request.contains(u"COUNT"_s);
    facts.isFailedCondition = request.contains(u"failing condition"_s);
    facts.isReplay = request.contains(u"replay"_s);
    facts.total = expected[u"CapacityUnits"_s].toDouble();
    if (bytes.contains(u"item"_s))
        facts.itemBytes = {bytes[u"item"_s].toInteger()};
    if (bytes.contains(u"items"_s))
        facts.itemBytes = sizes(bytes[u"items"_s]);
    if (bytes.contains(u"items_total"_s))
        facts.itemBytes = {bytes[u"items_total"_s].toInteger()};
    if (bytes.contains(u"entries"_s)) {
        facts.evaluated = static_cast<std::int64_t>(sizes(bytes[u"entries"_s]).size());
        facts.index = expected.contains(u"GlobalSecondaryIndexes"_s) ? u"i"_s : u"l"_s;
    }
    for (const QString &name : {u"new"_s, u"after"_s})
        if (bytes[name].isDouble())
            facts.itemBytes = {bytes[name].toInteger()};
    for (const QString &name : {u"old"_s, u"before"_s})
        if (bytes[name].isDouble())
            facts.oldBytes = bytes[name].toInteger();
    if (facts.kind == CostKind::Query || facts.kind == CostKind::Scan) {
        if (facts.evaluated < 0)
            facts.evaluated = static_cast<std::int64_t>(facts.itemBytes.size());
        facts.returned = facts.hasFilter ? 1 : facts.evaluated;
        if (facts.hasFilter)
            facts.itemBytes = {400};
    } else if (facts.kind == CostKind::BatchGetItem || facts.kind == CostKind::TransactGetItems) {
        facts.asked = static_cast<std::int64_t>(facts.itemBytes.size());
    }
    const double table = expected[u"Table"_s].toObject()[u"CapacityUnits"_s].toDouble(
        expected.contains(u"Table"_s) ? 0 : facts.total);
    facts.parts.push_back({u"T"_s, {}, true, table});
    for (const bool isGlobal : {false, true}) {
        const QJsonObject indexes = expected[isGlobal ? u"GlobalSecondaryIndexes"_s : u"LocalSecondaryIndexes"_s].toObject();
        for (auto index = indexes.begin(); index != indexes.end(); ++index)
            facts.parts.push_back({u"T"_s, index.key(), isGlobal, index.value().toObject()[u"CapacityUnits"_s].toDouble()});
    }
    return facts;
}

bool says(const CostExplanation &explanation, CostLine::Kind kind, const QString &words)
{
    for (const CostLine &line : explanation.lines)
        if (line.kind == kind && line.sentence.contains(words))
            return true;
    return false;
}

QString allOf(const CostExplanation &explanation)
{
    QString text = explanation.headline;
    for (const CostLine &line : explanation.lines)
        text += u'\n' + line.sentence;
    return text;
}

TableShape shop()
{
    TableShape shape;
    shape.name = "Shop";
    shape.keys.partition = {{"pk", model::ValueType::S}};
    shape.keys.sort = {{"sk", model::ValueType::S}};
    shape.itemCount = 12'480;
    shape.sizeBytes = 4'600'000;
    IndexShape byStatus;
    byStatus.name = "byStatus";
    byStatus.keys.partition = {{"status", model::ValueType::S}};
    byStatus.itemCount = 4'000;
    byStatus.sizeBytes = 400'000;
    shape.indexes = {byStatus};
    return shape;
}

using Kind = CostLine::Kind;

} // namespace

class TestCostExplanation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    // Whatever is explained adds up to what the service said.
    void agreesWithTheExamples_data()
    {
        QTest::addColumn<int>("number");
        const QJsonArray examples = test::jsonFile("tests/core/model/data/capacity_examples.json")["examples"].toArray();
        QVERIFY(examples.size() >= 68);
        for (int i = 0; i < examples.size(); ++i)
            if (factsOf(examples[i].toObject()))
                QTest::addRow("%d %s", i, qPrintable(examples[i].toObject()["request"].toString())) << i;
    }
    void agreesWithTheExamples()
    {
        QFETCH(int, number);
        const QJsonArray examples = test::jsonFile("tests/core/model/data/capacity_examples.json")["examples"].toArray();
        const CostFacts facts = *factsOf(examples[number].toObject());
        const CostExplanation explanation = explainCost(facts);
        QVERIFY2(explanation.headline.contains(unitsText(facts.total)), qPrintable(allOf(explanation)));
        if (explanation.computed)
            QCOMPARE(*explanation.computed, facts.parts.front().units);
        QVERIFY(!explanation.lines.isEmpty());
        // One read or write of items whose sizes are known in full is computed, not only described.
        const bool isOneItem = facts.kind == CostKind::GetItem || facts.kind == CostKind::BatchGetItem ||
                               facts.kind == CostKind::TransactGetItems;
        if (isOneItem && !facts.hasProjection)
            QVERIFY2(explanation.computed, qPrintable(allOf(explanation)));
    }

    void explainsAGet()
    {
        CostFacts facts;
        facts.kind = CostKind::GetItem;
        facts.isConsistent = true;
        facts.itemBytes = {4097};
        facts.parts = {{u"Shop"_s, {}, true, 2}};
        facts.total = 2;
        const CostExplanation explanation = explainCost(facts);
        QCOMPARE(explanation.headline, u"2 read units"_s);
        QVERIFY2(says(explanation, Kind::Step, u"4,097 bytes"_s), qPrintable(allOf(explanation)));
        QVERIFY(says(explanation, Kind::Step, u"2 × 1 = 2 units"_s));
        QVERIFY(says(explanation, Kind::Instead, u"would cost 1 unit"_s));
    }

    void boundsWhatItDoesNotKnow()
    {
        CostFacts facts;
        facts.kind = CostKind::GetItem;
        facts.hasProjection = true;
        facts.isConsistent = true;
        facts.total = 5;
        facts.parts = {{u"Shop"_s, {}, true, 5}};
        const CostExplanation explanation = explainCost(facts);
        QVERIFY(!explanation.computed);
        QVERIFY2(says(explanation, Kind::Step, u"between 16,385 and 20,480 bytes"_s), qPrintable(allOf(explanation)));
        QVERIFY(says(explanation, Kind::Note, u"projection saves no units"_s));
    }

    void saysThatAFilterSavesNothing()
    {
        CostFacts facts;
        facts.kind = CostKind::Scan;
        facts.hasFilter = true;
        facts.evaluated = 12'480;
        facts.returned = 37;
        facts.returnedBytes = 9'000;
        facts.equalities = {u"status"_s};
        facts.total = 561.5;
        facts.requests = 5;
        facts.parts = {{u"Shop"_s, {}, true, 561.5}};
        facts.shape = shop();
        const CostExplanation explanation = explainCost(facts);
        QVERIFY2(says(explanation, Kind::Note, u"returned 37 of them and dropped 12,443"_s), qPrintable(allOf(explanation)));
        QVERIFY2(says(explanation, Kind::Instead, u"index byStatus by status"_s), qPrintable(allOf(explanation)));
        // 9,000 bytes are three blocks of 4 KB at half a unit each.
        QVERIFY(says(explanation, Kind::Instead, u"about 1.5 units"_s));
    }

    void offersTheTablesOwnKey()
    {
        CostFacts facts;
        facts.kind = CostKind::Scan;
        facts.hasFilter = true;
        facts.evaluated = 100;
        facts.returned = 1;
        facts.returnedBytes = 100;
        facts.equalities = {u"pk"_s};
        facts.total = 50;
        facts.parts = {{u"Shop"_s, {}, true, 50}};
        facts.shape = shop();
        QVERIFY(says(explainCost(facts), Kind::Instead, u"Query with the key pk"_s));
    }

    void explainsAnIndexThatLacksAttributes()
    {
        CostFacts facts;
        facts.kind = CostKind::Query;
        facts.index = u"l"_s;
        facts.isConsistent = true;
        facts.evaluated = 4;
        facts.returned = 4;
        facts.total = 5;
        facts.parts = {{u"T"_s, {}, true, 4}, {u"T"_s, u"l"_s, false, 1}};
        const CostExplanation explanation = explainCost(facts);
        QVERIFY2(says(explanation, Kind::Step, u"4 more units"_s), qPrintable(allOf(explanation)));
        QCOMPARE(explanation.parts.size(), 2u);
    }

    void namesIndexesOfAWrite()
    {
        CostFacts facts;
        facts.kind = CostKind::PutItem;
        facts.itemBytes = {200};
        facts.total = 6;
        facts.parts = {{u"Shop"_s, {}, true, 4}, {u"Shop"_s, u"g"_s, true, 2}};
        facts.shape = shop();
        const CostExplanation explanation = explainCost(facts);
        QVERIFY2(says(explanation, Kind::Step, u"between 3,073 and 4,096 bytes"_s), qPrintable(allOf(explanation)));
        QVERIFY(says(explanation, Kind::Step, u"2 units in the index g"_s));
        QVERIFY(says(explanation, Kind::Note, u"free: byStatus"_s));
    }

    void findsEqualities_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("one") << u"a = :v"_s << QStringList{u"a"_s};
        QTest::newRow("placeholder") << u"#s = :v"_s << QStringList{u"status"_s};
        QTest::newRow("and") << u"a = :v AND size(b) > :w and c = :x"_s << QStringList{u"a"_s, u"c"_s};
        QTest::newRow("or") << u"a = :v OR b = :w"_s << QStringList{};
        QTest::newRow("not") << u"NOT a = :v"_s << QStringList{};
        QTest::newRow("nested") << u"a.b = :v"_s << QStringList{};
        QTest::newRow("not equal") << u"a <> :v"_s << QStringList{};
        QTest::newRow("unknown placeholder") << u"#x = :v"_s << QStringList{};
    }
    void findsEqualities()
    {
        QFETCH(QString, filter);
        QFETCH(QStringList, names);
        const api::Map<std::string> placeholders{{"#s", "status"}};
        QCOMPARE(equalitiesOf(filter, &placeholders), names);
    }

    void readsLoggedRequests()
    {
        api::ConsumedCapacity capacity;
        capacity.tableName = "Shop";
        capacity.capacityUnits = 0.5;
        capacity.table = api::Capacity{.capacityUnits = 0};
        capacity.globalSecondaryIndexes = api::Map<api::Capacity>{{"byStatus", {.capacityUnits = 0.5}}};
        const CostFacts facts = factsOfRequest(
            u"Query"_s,
            jsonText("{'TableName':'Shop','IndexName':'byStatus','FilterExpression':'x = :x','Select':'COUNT',"
                     "'ExpressionAttributeValues':{':x':{'S':'1'}}}"),
            jsonText("{'Count':3,'ScannedCount':10}"), {capacity});
        QCOMPARE(facts.kind, CostKind::Query);
        QCOMPARE(facts.index, u"byStatus"_s);
        QVERIFY(facts.isCount);
        QCOMPARE(facts.evaluated, 10);
        QCOMPARE(facts.returned, 3);
        QCOMPARE(facts.total, 0.5);
        QCOMPARE(facts.parts.size(), 2u);

        const CostFacts put = factsOfRequest(u"PutItem"_s, jsonText("{'TableName':'Shop','Item':{'pk':{'S':'abc'}}}"), "{}", {});
        QCOMPARE(put.itemBytes, std::vector<std::int64_t>{5});
        QCOMPARE(factsOfRequest(u"ListTables"_s, "{}", "{}", {}).kind, CostKind::Other);
        // A body that was cut explains nothing, and breaks nothing.
        QCOMPARE(factsOfRequest(u"GetItem"_s, "{\"TableName\":\"Sh", "{}", {}).table, QString());
    }
};

QTEST_GUILESS_MAIN(TestCostExplanation)
#include "tst_cost_explanation.moc"
