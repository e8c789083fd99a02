#include "features/tables/settings_steps.h"

#include <QtTest/QTest>

#include "features/tables/settings_state.h"
#include "ui/tables/sample_table.h"

using namespace stator;
using namespace stator::ui;
using api::ScalarAttributeType;

namespace {

IndexDraft indexByDate()
{
    IndexDraft index;
    index.name = QStringLiteral("byDate");
    index.partition = {{QStringLiteral("day"), ScalarAttributeType::S}};
    index.sort = {{QStringLiteral("pk"), ScalarAttributeType::S}};
    return index;
}

const api::UpdateTableRequest &update(const SettingsStep &step)
{
    return std::get<api::UpdateTableRequest>(step.request);
}

// How many of the things an UpdateTable may change it does change.
int concerns(const api::UpdateTableRequest &request)
{
    return request.billingMode.has_value() + request.streamSpecification.has_value()
        + request.sseSpecification.has_value() + request.tableClass.has_value()
        + request.deletionProtectionEnabled.has_value() + request.onDemandThroughput.has_value()
        + request.warmThroughput.has_value() + request.vectorIndexUpdates.has_value();
}

} // namespace

class TestSettingsSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForNothingWhereNothingDiffers()
    {
        const auto table = test::shopDescription();
        const TableSettings now = settingsOf(table);
        QVERIFY(!now.isProvisioned);
        QVERIFY(stepsFrom(now, now, table).empty());
        QCOMPARE(changeCount(now, now), 0);
    }

    void sendsEachKindOfChangeAloneAndInOrder()
    {
        const auto table = test::shopDescription();
        const TableSettings now = settingsOf(table);
        TableSettings wanted = now;
        wanted.isDeletionProtected = true;
        wanted.isInfrequentAccess = true;
        wanted.isKms = true;
        wanted.keyId = QStringLiteral("alias/mine");
        wanted.stream = api::StreamViewType::NewImage;
        wanted.throughput.maxReadUnits = 7;
        wanted.throughput.warmReadUnits = 13000;
        wanted.tags = {{"team", "shop"}};
        wanted.timeToLive = QStringLiteral("expires");
        wanted.policy = QStringLiteral("{}");
        wanted.insights.insert({}, Insights::Throttled);
        wanted.deletedIndexes = {QStringLiteral("byStatus")};
        wanted.newIndexes = {indexByDate()};
        QCOMPARE(changeCount(now, wanted), 12);
        const auto steps = stepsFrom(now, wanted, table);
        const QList<SettingsField> order{
            SettingsField::Protection, SettingsField::Tags,     SettingsField::Policy,   SettingsField::TableClass,
            SettingsField::Encryption, SettingsField::Indexes,  SettingsField::Stream,   SettingsField::Capacity,
            SettingsField::Capacity,   SettingsField::Indexes,  SettingsField::TimeToLive, SettingsField::Insights};
        QCOMPARE(static_cast<qsizetype>(steps.size()), order.size());
        for (qsizetype i = 0; i < order.size(); ++i) {
            const SettingsStep &step = steps.at(static_cast<std::size_t>(i));
            QVERIFY2(step.field == order.at(i), qPrintable(QString::number(i)));
            if (std::holds_alternative<api::UpdateTableRequest>(step.request))
                QVERIFY(concerns(update(step)) <= 1);
        }
        QCOMPARE(*update(steps[4]).sseSpecification->kmsMasterKeyId, std::string("alias/mine"));
        QCOMPARE(update(steps[5]).globalSecondaryIndexUpdates->front().delete_->indexName, std::string("byStatus"));
        QCOMPARE(*update(steps[7]).onDemandThroughput->maxReadRequestUnits, std::int64_t(7));
        QCOMPARE(*update(steps[7]).onDemandThroughput->maxWriteRequestUnits, std::int64_t(-1));
        QCOMPARE(*update(steps[8]).warmThroughput->readUnitsPerSecond, std::int64_t(13000));
        QCOMPARE(update(steps[9]).globalSecondaryIndexUpdates->front().create->indexName, std::string("byDate"));
        QCOMPARE(update(steps[9]).attributeDefinitions->size(), std::size_t(2));
        const auto &insights = std::get<api::UpdateContributorInsightsRequest>(steps[11].request);
        QVERIFY(!insights.indexName);
        QVERIFY(*insights.contributorInsightsMode == api::ContributorInsightsMode::ThrottledKeys);
    }

    // The service wants units for the table and every index in the call that makes them provisioned.
    void becomingProvisionedGivesUnitsToEveryIndex()
    {
        const auto table = test::shopDescription();
        const TableSettings now = settingsOf(table);
        TableSettings wanted = now;
        wanted.isProvisioned = true;
        wanted.throughput.readUnits = 7;
        wanted.throughput.writeUnits = 3;
        auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(steps.size(), std::size_t(1));
        QVERIFY(*update(steps[0]).billingMode == api::BillingMode::Provisioned);
        const auto units = *update(steps[0]).globalSecondaryIndexUpdates->front().update->provisionedThroughput;
        QCOMPARE(units.readCapacityUnits, std::int64_t(7)); // the table's, as nobody gave it any
        wanted.indexes[QStringLiteral("byStatus")].readUnits = 2;
        wanted.indexes[QStringLiteral("byStatus")].writeUnits = 1;
        steps = stepsFrom(now, wanted, table);
        QCOMPARE(update(steps[0]).globalSecondaryIndexUpdates->front().update->provisionedThroughput->readCapacityUnits,
                 std::int64_t(2));
        QCOMPARE(changeCount(now, wanted), 1);
    }

    // The service refuses units that are what they were.
    void sendsOnlyUnitsThatDiffer()
    {
        const auto table = test::shopDescription();
        TableSettings now = settingsOf(table);
        now.isProvisioned = true;
        now.throughput.readUnits = now.throughput.writeUnits = 5;
        now.indexes[QStringLiteral("byStatus")] = {5, 5};
        TableSettings wanted = now;
        wanted.indexes[QStringLiteral("byStatus")] = {6, 5};
        const auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(steps.size(), std::size_t(1));
        QVERIFY(steps[0].field == SettingsField::Indexes);
        QVERIFY(!update(steps[0]).provisionedThroughput);
        QCOMPARE(changeCount(now, wanted), 1);
    }

    void indexesHaveMaximaWarmthAndInsightsOfTheirOwn()
    {
        const auto table = test::shopDescription();
        const TableSettings now = settingsOf(table);
        TableSettings wanted = now;
        wanted.indexes[QStringLiteral("byStatus")].maxReadUnits = 9;
        wanted.indexes[QStringLiteral("byStatus")].warmWriteUnits = 5000;
        wanted.insights.insert(QStringLiteral("byStatus"), Insights::AccessedAndThrottled);
        const auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(steps.size(), std::size_t(3));
        QCOMPARE(*update(steps[0]).globalSecondaryIndexUpdates->front().update->onDemandThroughput->maxReadRequestUnits,
                 std::int64_t(9));
        QVERIFY(update(steps[1]).globalSecondaryIndexUpdates->front().update->warmThroughput);
        QCOMPARE(*std::get<api::UpdateContributorInsightsRequest>(steps[2].request).indexName, std::string("byStatus"));
        wanted.deletedIndexes = {QStringLiteral("byStatus")}; // then nobody cares
        QCOMPARE(stepsFrom(now, wanted, table).size(), std::size_t(1));
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

    // What is replaced is given up first, and asked for when that is through.
    void givesUpTheOldBeforeItTakesTheNew()
    {
        const auto table = test::shopDescription();
        TableSettings now = settingsOf(table);
        now.timeToLive = QStringLiteral("expires");
        now.stream = api::StreamViewType::KeysOnly;
        now.policy = QStringLiteral("{}");
        TableSettings wanted = now;
        wanted.timeToLive = QStringLiteral("until");
        wanted.stream = api::StreamViewType::NewImage;
        wanted.policy.clear();
        const auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(steps.size(), std::size_t(3));
        QVERIFY(std::holds_alternative<api::DeleteResourcePolicyRequest>(steps[0].request));
        QVERIFY(!update(steps[1]).streamSpecification->streamEnabled);
        QVERIFY(!update(steps[1]).streamSpecification->streamViewType);
        const auto &timeToLive = std::get<api::UpdateTimeToLiveRequest>(steps[2].request).timeToLiveSpecification;
        QVERIFY(!timeToLive.enabled);
        QCOMPARE(timeToLive.attributeName, std::string("expires"));
        now.stream.reset();
        now.timeToLive.clear();
        const auto later = stepsFrom(now, wanted, table);
        QVERIFY(update(later[1]).streamSpecification->streamEnabled);
        QCOMPARE(std::get<api::UpdateTimeToLiveRequest>(later[2].request).timeToLiveSpecification.attributeName,
                 std::string("until"));
    }

    void vectorIndexesComeAndGoByTheirOwnMember()
    {
        auto table = test::shopDescription();
        api::VectorIndexDescription there;
        there.indexName = "byMeaning";
        table.vectorIndexes.emplace();
        table.vectorIndexes->push_back(there);
        const TableSettings now = settingsOf(table);
        TableSettings wanted = now;
        wanted.deletedIndexes = {QStringLiteral("byMeaning")};
        IndexDraft made;
        made.name = QStringLiteral("byLooks");
        made.kind = IndexDraft::Kind::Vector;
        made.vectorAttribute = QStringLiteral("picture");
        made.dimensions = 8;
        wanted.newIndexes = {made};
        const auto steps = stepsFrom(now, wanted, table);
        QCOMPARE(update(steps[0]).vectorIndexUpdates->front().delete_->indexName, std::string("byMeaning"));
        QCOMPARE(update(steps[1]).vectorIndexUpdates->front().create->dimensions, 8);
        QVERIFY(!update(steps[1]).attributeDefinitions);
        QVERIFY(!update(steps[1]).globalSecondaryIndexUpdates);
    }
};

QTEST_GUILESS_MAIN(TestSettingsSteps)
#include "tst_settings_steps.moc"
