#include "features/tables/settings_state.h"

#include <QtTest/QTest>

#include "features/tables/index_requests.h"
#include "ui/tables/sample_table.h"

using namespace stator;
using namespace stator::ui;

class TestSettingsState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryOptionOfADescription()
    {
        auto table = test::shopDescription();
        table.onDemandThroughput = api::OnDemandThroughput{70, -1};
        table.warmThroughput = api::TableWarmThroughputDescription{12000, 4000, api::TableStatus::Active};
        table.streamSpecification = api::StreamSpecification{true, api::StreamViewType::KeysOnly};
        table.sseDescription.emplace();
        table.sseDescription->sseType = api::SSEType::Kms;
        table.sseDescription->kmsMasterKeyArn = "arn:key";
        const TableSettings settings = settingsOf(table);
        QCOMPARE(settings.throughput.maxReadUnits, std::int64_t(70));
        QCOMPARE(settings.throughput.maxWriteUnits, std::int64_t(0));
        QCOMPARE(settings.throughput.warmReadUnits, std::int64_t(12000));
        QVERIFY(settings.stream == api::StreamViewType::KeysOnly);
        QVERIFY(settings.isKms);
        QCOMPARE(settings.keyId, QStringLiteral("arn:key"));
        QVERIFY(settings.indexes.contains(QStringLiteral("byStatus")));
    }

    void keepsWhatAPersonChangedWhenTheTableChanges()
    {
        auto table = test::shopDescription();
        const TableSettings before = settingsOf(table);
        TableSettings wanted = before;
        wanted.isInfrequentAccess = true;
        wanted.throughput.maxReadUnits = 8;
        IndexDraft index;
        index.name = QStringLiteral("byDate");
        wanted.newIndexes = {index};
        wanted.deletedIndexes = {QStringLiteral("byStatus")};
        TableSettings after = before;
        after.isDeletionProtected = true;
        after.throughput.warmReadUnits = 15000;
        after.timeToLive = QStringLiteral("expires");
        api::GlobalSecondaryIndexDescription made;
        made.indexName = "byDate";
        made.indexStatus = api::IndexStatus::Creating;
        table.globalSecondaryIndexes->push_back(made);
        const TableSettings result = merged(before, after, wanted, table);
        QVERIFY(result.isInfrequentAccess);
        QVERIFY(result.isDeletionProtected);
        QCOMPARE(result.throughput.maxReadUnits, std::int64_t(8));
        QCOMPARE(result.throughput.warmReadUnits, std::int64_t(15000));
        QCOMPARE(result.timeToLive, QStringLiteral("expires"));
        QVERIFY(result.newIndexes.isEmpty());
        QCOMPARE(result.deletedIndexes.size(), 1);
        QVERIFY(!isSettled(table));
        table.globalSecondaryIndexes->front().indexStatus = api::IndexStatus::Deleting;
        QVERIFY(merged(before, after, wanted, table).deletedIndexes.isEmpty());
    }

    // Units that are shown but not chosen must not become a wish.
    void followsTheUnitsOfATableNobodyTouched()
    {
        const auto table = test::shopDescription();
        const TableSettings before = settingsOf(table);
        TableSettings wanted = before;
        wanted.throughput.readUnits = wanted.throughput.writeUnits = kUsualUnits;
        TableSettings after = before;
        after.isProvisioned = true;
        after.throughput.readUnits = after.throughput.writeUnits = 11;
        const TableSettings result = merged(before, after, wanted, table);
        QVERIFY(result.isProvisioned);
        QCOMPARE(result.throughput.readUnits, std::int64_t(11));
    }

    void whatChangesBesideTheStatusIsNotSettledEither()
    {
        auto table = test::shopDescription();
        QVERIFY(isSettled(table));
        table.warmThroughput = api::TableWarmThroughputDescription{1, 1, api::TableStatus::Updating};
        QVERIFY(!isSettled(table));
        table.warmThroughput.reset();
        table.vectorIndexes.emplace(1).front().indexStatus = api::IndexStatus::Creating;
        QVERIFY(!isSettled(table));
    }

    void knowsKeysAndTypesOfATable()
    {
        const TableDraft draft = draftOf(test::shopDescription());
        QCOMPARE(draft.partition.name, QStringLiteral("pk"));
        QCOMPARE(draft.settings.newIndexes.first().partition.first().name, QStringLiteral("status"));
        QCOMPARE(indexNames(test::shopDescription()), QStringList{QStringLiteral("byStatus")});
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

QTEST_GUILESS_MAIN(TestSettingsState)
#include "tst_settings_state.moc"
