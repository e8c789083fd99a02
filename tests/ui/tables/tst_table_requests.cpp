#include "features/tables/table_requests.h"

#include <QtTest/QTest>

#include "ui/tables/sample_table.h"

using namespace stator;
using namespace stator::ui;
using api::ScalarAttributeType;

namespace {

IndexDraft indexByDate()
{
    IndexDraft index;
    index.name = QStringLiteral("byDate");
    index.partition = {QStringLiteral("day"), ScalarAttributeType::S};
    index.sort = {QStringLiteral("pk"), ScalarAttributeType::S};
    index.projection = api::ProjectionType::Include;
    index.projected = {QStringLiteral("total")};
    return index;
}

const api::UpdateTableRequest &update(const SettingsStep &step)
{
    return std::get<api::UpdateTableRequest>(step.request);
}

} // namespace

class TestTableRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createsTablesWithEveryKindOfIndex()
    {
        TableDraft table;
        table.name = QStringLiteral("Shop");
        table.partition = {QStringLiteral("pk"), ScalarAttributeType::S};
        table.sort = {QStringLiteral("sk"), ScalarAttributeType::N};
        table.isProvisioned = true;
        table.readUnits = 7;
        table.writeUnits = 3;
        table.isDeletionProtected = true;
        IndexDraft local;
        local.name = QStringLiteral("byTotal");
        local.isLocal = true;
        local.sort = {QStringLiteral("total"), ScalarAttributeType::N};
        table.indexes = {indexByDate(), local};
        const api::CreateTableRequest request = createRequest(table);
        QCOMPARE(request.attributeDefinitions->size(), std::size_t(4)); // pk, sk, day, total: each once
        QCOMPARE(request.globalSecondaryIndexes->front().projection.nonKeyAttributes->front(), std::string("total"));
        QVERIFY(request.globalSecondaryIndexes->front().provisionedThroughput.has_value());
        QCOMPARE(request.localSecondaryIndexes->front().keySchema.front().attributeName, std::string("pk"));
        QCOMPARE(request.provisionedThroughput->readCapacityUnits, std::int64_t(7));
        QVERIFY(*request.deletionProtectionEnabled);
        table.isProvisioned = false;
        const api::CreateTableRequest onDemand = createRequest(table);
        QVERIFY(!onDemand.provisionedThroughput.has_value());
        QVERIFY(!onDemand.globalSecondaryIndexes->front().provisionedThroughput.has_value());
        QVERIFY(*onDemand.billingMode == api::BillingMode::PayPerRequest);
    }

    void asksForNothingWhereNothingDiffers()
    {
        const auto table = test::shopDescription();
        const TableSettings now = settingsOf(table);
        QVERIFY(!now.isProvisioned);
        QVERIFY(stepsFrom(now, now, table).empty());
        QCOMPARE(changeCount(now, now), 0);
    }

    // The service takes protection, class, capacity and each index apart.
    void sendsEachKindOfChangeAlone()
    {
        const auto table = test::shopDescription();
        const TableSettings now = settingsOf(table);
        TableSettings wanted = now;
        wanted.isDeletionProtected = true;
        wanted.isInfrequentAccess = true;
        wanted.isProvisioned = true;
        wanted.readUnits = wanted.writeUnits = 5;
        wanted.tags = {{"team", "shop"}};
        wanted.deletedIndexes = {QStringLiteral("byStatus")};
        wanted.newIndexes = {indexByDate()};
        QCOMPARE(changeCount(now, wanted), 6);
        const auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(steps.size(), std::size_t(6));
        QVERIFY(*update(steps[0]).deletionProtectionEnabled);
        QCOMPARE(std::get<api::TagResourceRequest>(steps[1].request).tags.front().key, std::string("team"));
        QVERIFY(*update(steps[2]).tableClass == api::TableClass::StandardInfrequentAccess);
        QVERIFY(*update(steps[3]).billingMode == api::BillingMode::Provisioned);
        QCOMPARE(update(steps[3]).globalSecondaryIndexUpdates->size(), std::size_t(1));
        QCOMPARE(update(steps[4]).globalSecondaryIndexUpdates->front().delete_->indexName, std::string("byStatus"));
        QCOMPARE(update(steps[5]).globalSecondaryIndexUpdates->front().create->indexName, std::string("byDate"));
        QCOMPARE(update(steps[5]).attributeDefinitions->size(), std::size_t(2));
    }

    void changesTagsByDifference()
    {
        const auto table = test::shopDescription();
        TableSettings now = settingsOf(table);
        now.tags = {{"a", "1"}, {"b", "2"}, {"c", "3"}};
        TableSettings wanted = now;
        wanted.tags = {{"a", "1"}, {"b", "20"}, {"d", "4"}};
        const auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(steps.size(), std::size_t(2));
        QCOMPARE(std::get<api::UntagResourceRequest>(steps[0].request).tagKeys, std::vector<std::string>{"c"});
        QCOMPARE(std::get<api::TagResourceRequest>(steps[1].request).tags.size(), std::size_t(2));
    }

    void keepsWhatAPersonChangedWhenTheTableChanges()
    {
        auto table = test::shopDescription();
        const TableSettings before = settingsOf(table);
        TableSettings wanted = before;
        wanted.isInfrequentAccess = true;
        wanted.newIndexes = {indexByDate()};
        wanted.deletedIndexes = {QStringLiteral("byStatus")};
        TableSettings after = before;
        after.isDeletionProtected = true;
        api::GlobalSecondaryIndexDescription made;
        made.indexName = "byDate";
        made.indexStatus = api::IndexStatus::Creating;
        table.globalSecondaryIndexes->push_back(made);
        const TableSettings result = merged(before, after, wanted, table);
        QVERIFY(result.isInfrequentAccess);
        QVERIFY(result.isDeletionProtected);
        QVERIFY(result.newIndexes.isEmpty());
        QCOMPARE(result.deletedIndexes.size(), 1);
        QVERIFY(!isSettled(table));
        table.globalSecondaryIndexes->front().indexStatus = api::IndexStatus::Deleting;
        QVERIFY(merged(before, after, wanted, table).deletedIndexes.isEmpty());
    }

    void knowsKeysAndTypesOfATable()
    {
        const TableDraft draft = draftOf(test::shopDescription());
        QCOMPARE(draft.partition.name, QStringLiteral("pk"));
        QCOMPARE(draft.indexes.first().partition.name, QStringLiteral("status"));
        QCOMPARE(indexNames(test::shopDescription()), QStringList{QStringLiteral("byStatus")});
    }

    void everyOptionIsARequestOfItsOwn()
    {
        api::TableDescription table = test::shopDescription();
        table.warmThroughput = api::TableWarmThroughputDescription{12000, 4000, api::TableStatus::Active};
        const TableSettings now = settingsOf(table);
        TableSettings wanted = now;
        wanted.isInfrequentAccess = true;
        wanted.isKms = true;
        wanted.keyId = QStringLiteral("alias/mine");
        wanted.maxReadUnits = 7;
        wanted.warmReadUnits = 13000;
        wanted.timeToLive = QStringLiteral("expires");
        wanted.policy = QStringLiteral("{}");
        const auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(steps.size(), std::size_t(6));
        QCOMPARE(changeCount(now, wanted), 6);
        QVERIFY(*update(steps[1]).sseSpecification->sseType == api::SSEType::Kms);
        QCOMPARE(*update(steps[1]).sseSpecification->kmsMasterKeyId, std::string("alias/mine"));
        QCOMPARE(*update(steps[2]).onDemandThroughput->maxReadRequestUnits, std::int64_t(7));
        QCOMPARE(*update(steps[2]).onDemandThroughput->maxWriteRequestUnits, std::int64_t(-1));
        QCOMPARE(*update(steps[3]).warmThroughput->readUnitsPerSecond, std::int64_t(13000));
        const auto &timeToLive = std::get<api::UpdateTimeToLiveRequest>(steps[4].request).timeToLiveSpecification;
        QVERIFY(timeToLive.enabled);
        QCOMPARE(timeToLive.attributeName, std::string("expires"));
        QCOMPARE(std::get<api::PutResourcePolicyRequest>(steps[5].request).policy, std::string("{}"));
    }

    void whatIsTakenAwayIsARequestToo()
    {
        const api::TableDescription table = test::shopDescription();
        TableSettings now = settingsOf(table);
        now.timeToLive = QStringLiteral("expires");
        now.policy = QStringLiteral("{}");
        TableSettings wanted = now;
        wanted.timeToLive = QStringLiteral("until");
        wanted.policy.clear();
        const auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(steps.size(), std::size_t(2));
        // One attribute is given up before another is taken.
        QVERIFY(!std::get<api::UpdateTimeToLiveRequest>(steps[0].request).timeToLiveSpecification.enabled);
        QVERIFY(std::holds_alternative<api::DeleteResourcePolicyRequest>(steps[1].request));
    }

    void severalKeyAttributesAreAllTold()
    {
        api::TableDescription table = test::shopDescription();
        table.globalSecondaryIndexes->front().keySchema->push_back({"sk", api::KeyType::Hash});
        const auto &schema = *table.globalSecondaryIndexes->front().keySchema;
        QCOMPARE(keyFieldsOf(table, schema, api::KeyType::Hash).size(), 2);
        QCOMPARE(keyFieldOf(table, schema, api::KeyType::Range).name, QString());
    }
};

QTEST_GUILESS_MAIN(TestTableRequests)
#include "tst_table_requests.moc"
