#include "features/tables/table_requests.h"

#include <QtTest/QTest>

using namespace stator;
using namespace stator::ui;
using api::ScalarAttributeType;

namespace {

TableDraft shop()
{
    TableDraft table;
    table.name = QStringLiteral("Shop");
    table.partition = {QStringLiteral("pk"), ScalarAttributeType::S};
    table.sort = {QStringLiteral("sk"), ScalarAttributeType::N};
    return table;
}

IndexDraft indexByDate()
{
    IndexDraft index;
    index.name = QStringLiteral("byDate");
    index.partition = {{QStringLiteral("day"), ScalarAttributeType::S}};
    index.sort = {{QStringLiteral("pk"), ScalarAttributeType::S}};
    index.projection = api::ProjectionType::Include;
    index.projected = {QStringLiteral("total")};
    return index;
}

} // namespace

class TestTableRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForNothingThatWasNotChosen()
    {
        const api::CreateTableRequest request = createRequest(shop());
        QCOMPARE(request.tableName, std::string("Shop"));
        QCOMPARE(request.keySchema->size(), std::size_t(2));
        QCOMPARE(request.attributeDefinitions->size(), std::size_t(2));
        QVERIFY(*request.billingMode == api::BillingMode::PayPerRequest);
        QVERIFY(!request.provisionedThroughput && !request.onDemandThroughput && !request.warmThroughput);
        QVERIFY(!request.globalSecondaryIndexes && !request.localSecondaryIndexes && !request.vectorIndexes);
        QVERIFY(!request.streamSpecification && !request.sseSpecification && !request.tableClass && !request.tags);
        QVERIFY(!request.deletionProtectionEnabled && !request.resourcePolicy);
    }

    void createsTablesWithEveryKindOfIndex()
    {
        TableDraft table = shop();
        IndexDraft local;
        local.name = QStringLiteral("byTotal");
        local.kind = IndexDraft::Kind::Local;
        local.sort = {{QStringLiteral("total"), ScalarAttributeType::N}};
        IndexDraft vector;
        vector.name = QStringLiteral("byMeaning");
        vector.kind = IndexDraft::Kind::Vector;
        vector.vectorAttribute = QStringLiteral("embedding");
        vector.dimensions = 3;
        vector.distance = api::DistanceFunction::Euclidean;
        vector.partition = {{QStringLiteral("tenant"), ScalarAttributeType::S}};
        vector.filters = {{QStringLiteral("year"), ScalarAttributeType::N}};
        table.settings.newIndexes = {indexByDate(), local, vector};
        const api::CreateTableRequest request = createRequest(table);
        // pk, sk, day, total, tenant, year: each once, and the vector not at all.
        QCOMPARE(request.attributeDefinitions->size(), std::size_t(6));
        QCOMPARE(request.globalSecondaryIndexes->front().projection.nonKeyAttributes->front(), std::string("total"));
        QCOMPARE(request.localSecondaryIndexes->front().keySchema.front().attributeName, std::string("pk"));
        const api::VectorIndex &made = request.vectorIndexes->front();
        QCOMPARE(made.vectorAttribute.attributeName, std::string("embedding"));
        QCOMPARE(made.dimensions, 3);
        QVERIFY(made.distanceFunction == api::DistanceFunction::Euclidean);
        QCOMPARE(made.searchSchema->size(), std::size_t(2));
        QVERIFY(made.searchSchema->front().searchSchemaElementType == api::SearchSchemaElementType::Hash);
        QVERIFY(made.searchSchema->back().searchSchemaElementType == api::SearchSchemaElementType::InlineFilter);
    }

    void keysOfSeveralAttributesKeepTheirOrder()
    {
        TableDraft table = shop();
        IndexDraft index = indexByDate();
        index.partition.append({QStringLiteral("country"), ScalarAttributeType::S});
        table.settings.newIndexes = {index};
        const auto schema = createRequest(table).globalSecondaryIndexes->front().keySchema;
        QCOMPARE(schema.size(), std::size_t(3));
        QCOMPARE(schema[1].attributeName, std::string("country"));
        QVERIFY(schema[1].keyType == api::KeyType::Hash);
        QVERIFY(schema[2].keyType == api::KeyType::Range);
    }

    void unitsOrMaximaByTheCapacityMode()
    {
        TableDraft table = shop();
        table.settings.newIndexes = {indexByDate()};
        table.settings.throughput = {7, 3, 70, 0, 0, 4000};
        table.settings.isProvisioned = true;
        const api::CreateTableRequest provisioned = createRequest(table);
        QCOMPARE(provisioned.provisionedThroughput->readCapacityUnits, std::int64_t(7));
        QVERIFY(!provisioned.onDemandThroughput);
        QCOMPARE(provisioned.globalSecondaryIndexes->front().provisionedThroughput->writeCapacityUnits, kUsualUnits);
        table.settings.isProvisioned = false;
        const api::CreateTableRequest onDemand = createRequest(table);
        QVERIFY(!onDemand.provisionedThroughput);
        QCOMPARE(*onDemand.onDemandThroughput->maxReadRequestUnits, std::int64_t(70));
        QVERIFY(!onDemand.onDemandThroughput->maxWriteRequestUnits);
        QVERIFY(!onDemand.warmThroughput->readUnitsPerSecond);
        QCOMPARE(*onDemand.warmThroughput->writeUnitsPerSecond, std::int64_t(4000));
        QVERIFY(!onDemand.globalSecondaryIndexes->front().provisionedThroughput);
    }

    void carriesEveryOption()
    {
        TableDraft table = shop();
        table.settings.isDeletionProtected = true;
        table.settings.isInfrequentAccess = true;
        table.settings.isKms = true;
        table.settings.keyId = QStringLiteral("alias/mine");
        table.settings.stream = api::StreamViewType::OldImage;
        table.settings.policy = QStringLiteral("{}");
        table.settings.tags = {{"team", "shop"}};
        const api::CreateTableRequest request = createRequest(table);
        QVERIFY(*request.deletionProtectionEnabled);
        QVERIFY(*request.tableClass == api::TableClass::StandardInfrequentAccess);
        QVERIFY(*request.sseSpecification->sseType == api::SSEType::Kms);
        QCOMPARE(*request.sseSpecification->kmsMasterKeyId, std::string("alias/mine"));
        QVERIFY(request.streamSpecification->streamEnabled);
        QVERIFY(*request.streamSpecification->streamViewType == api::StreamViewType::OldImage);
        QCOMPARE(*request.resourcePolicy, std::string("{}"));
        QCOMPARE(request.tags->front().key, std::string("team"));
    }

    void knowsWhatCreateTableDoesNotTake()
    {
        TableSettings draft;
        draft.timeToLive = QStringLiteral("expires");
        draft.insights.insert({}, Insights::Throttled);
        draft.isDeletionProtected = true;
        TableSettings made;
        made.throughput.warmReadUnits = 12000;
        const TableSettings wanted = withMoreThanCreation(draft, made);
        QCOMPARE(wanted.timeToLive, QStringLiteral("expires"));
        QVERIFY(wanted.insights.value({}) == Insights::Throttled);
        QCOMPARE(wanted.throughput.warmReadUnits, std::int64_t(12000));
        QVERIFY(!wanted.isDeletionProtected); // CreateTable took it
    }
};

QTEST_GUILESS_MAIN(TestTableRequests)
#include "tst_table_requests.moc"
