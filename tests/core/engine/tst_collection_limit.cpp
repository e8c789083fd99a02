#include <QtTest/QTest>

#include "core/engine/region_harness.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;

namespace {

constexpr std::uint64_t kLimit = 20'000;

Attributes itemOf(const char *id, int at, std::size_t size)
{
    return {{"id", text(id)}, {"at", number(at)}, {"v", text(std::string(size, 'v'))}};
}

// With a local index that holds every item that has "other".
model::TableDefinition indexedTable()
{
    auto definition = tableNamed("t");
    definition.indexes.push_back(
        indexNamed("local", {"id", model::ValueType::S}, {{"other", model::ValueType::N}}));
    definition.indexes.back().kind = model::IndexKind::Local;
    return definition;
}

bool isFull(const Result<WriteOutcome> &outcome)
{
    return !outcome.ok() && outcome.error().code == ErrorCode::ItemCollectionSizeLimitExceeded;
}

} // namespace

class TestCollectionLimit : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatACollectionHasNoRoomFor()
    {
        RegionHarness harness(0, kLimit);
        const auto table = harness.create(indexedTable());
        for (int i = 0; i < 9; ++i)
            QVERIFY(harness.put(table, itemOf("full", i, 2000)).ok());
        const auto refused = harness.put(table, itemOf("full", 9, 2000));
        QVERIFY(isFull(refused));
        QCOMPARE(refused.error().message, std::string("Collection size exceeded."));
        QVERIFY(!harness.get(table, {{"id", text("full")}, {"at", number(9)}}));
        // A small item fits still, and another collection has its own room.
        QVERIFY(harness.put(table, itemOf("full", 9, 500)).ok());
        QVERIFY(harness.put(table, itemOf("other", 0, 15'000)).ok());
    }

    void countsEntriesOfLocalIndexes()
    {
        RegionHarness harness(0, kLimit);
        const auto table = harness.create(indexedTable());
        auto item = itemOf("full", 0, 9000);
        QVERIFY(harness.put(table, item).ok());
        item.emplace_back("other", number(1)); // the entry is as large as the item
        QVERIFY(harness.put(table, item).ok());
        QVERIFY(isFull(harness.put(table, itemOf("full", 1, 2500))));
    }

    void acceptsDeletesAndWritesThatShrink()
    {
        RegionHarness harness(0, kLimit);
        const auto table = harness.create(indexedTable());
        for (int i = 0; i < 9; ++i)
            QVERIFY(harness.put(table, itemOf("full", i, 2100)).ok());
        QVERIFY(isFull(harness.put(table, itemOf("full", 9, 2100))));
        QVERIFY(harness.put(table, itemOf("full", 0, 2050)).ok());
        QVERIFY(harness.removeItem(table, {{"id", text("full")}, {"at", number(1)}}).ok());
        QVERIFY(harness.put(table, itemOf("full", 9, 2100)).ok());
        QVERIFY(isFull(harness.put(table, itemOf("full", 10, 2100))));
    }

    // What was added up is kept up to date by the writes after it, also through a restart.
    void followsACollectionThatIsNearItsEnd()
    {
        RegionHarness harness(0, kLimit);
        auto table = harness.create(indexedTable());
        for (int i = 0; i < 18; ++i)
            QVERIFY(harness.put(table, itemOf("full", i, 1000)).ok());
        for (int i = 0; i < 5; ++i)
            QVERIFY(harness.removeItem(table, {{"id", text("full")}, {"at", number(i)}}).ok());
        harness.restart();
        table = harness.region->findTable("t");
        // Thirteen items of 1011 bytes are left; six more fit, and no seventh.
        for (int i = 100; i < 106; ++i)
            QVERIFY2(harness.put(table, itemOf("full", i, 1000)).ok(), qPrintable(QString::number(i)));
        QVERIFY(isFull(harness.put(table, itemOf("full", 106, 1000))));
    }

    void tellsTransactionsByPosition()
    {
        RegionHarness harness(0, kLimit);
        const auto table = harness.create(indexedTable());
        QVERIFY(harness.put(table, itemOf("full", 0, 19'000)).ok());
        WriteSet set;
        set.isTransaction = true;
        set.writes.push_back(RegionHarness::writeOf(table, makeItem(itemOf("free", 0, 10)), putGiven()));
        set.writes.push_back(RegionHarness::writeOf(table, makeItem(itemOf("full", 1, 2000)), putGiven()));
        const auto outcome = harness.write(std::move(set));
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::TransactionCanceled);
        const auto &reasons = outcome.error().detail->reasons;
        QCOMPARE(reasons.size(), std::size_t{2});
        QCOMPARE(reasons[0].code, std::string("None"));
        QCOMPARE(reasons[1].code, std::string("ItemCollectionSizeLimitExceeded"));
        QCOMPARE(reasons[1].message, std::string("Collection size exceeded."));
        QVERIFY(!harness.get(table, {{"id", text("free")}, {"at", number(0)}}));
    }

    void leavesTablesWithoutLocalIndexesAlone()
    {
        RegionHarness harness(0, kLimit);
        auto definition = tableNamed("t");
        definition.indexes.push_back(indexNamed("global", {"other", model::ValueType::N}));
        const auto table = harness.create(definition);
        for (int i = 0; i < 30; ++i)
            QVERIFY(harness.put(table, itemOf("x", i, 2000)).ok());
    }
};

QTEST_GUILESS_MAIN(TestCollectionLimit)
#include "tst_collection_limit.moc"
