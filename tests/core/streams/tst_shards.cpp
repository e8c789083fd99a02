// Shards: how they begin, turn over, split and go with time.
#include <QtTest/QTest>

#include "core/streams/stream_harness.h"
#include "engine/stream_keeper.h"
#include "model/partitions.h"

using namespace stator;
using namespace stator::streams::testing;
using engine::TableHandle;
using model::StreamViewType;
using streams::Cursor;

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kHour = 3600 * kSecond;

Attributes song(int id)
{
    return {{"id", text("id" + std::to_string(id))}, {"at", number(id)}};
}

model::TableDefinition provisioned(std::int64_t writeUnits)
{
    model::TableDefinition table = tableWithStream("Music", StreamViewType::KeysOnly);
    table.billingMode = model::BillingMode::Provisioned;
    table.throughput.readUnits = 1;
    table.throughput.writeUnits = writeUnits;
    return table;
}

std::size_t openShards(const streams::StreamHandle &stream)
{
    const auto lineage = stream->lineage();
    return static_cast<std::size_t>(std::count_if(lineage->shards.begin(), lineage->shards.end(),
                                                  [](const encoding::Shard &shard) { return shard.isOpen(); }));
}

// Every hash belongs to exactly one open shard.
bool coverAllHashes(const streams::StreamHandle &stream)
{
    const auto lineage = stream->lineage();
    std::vector<encoding::Shard> open;
    for (const encoding::Shard &shard : lineage->shards)
        if (shard.isOpen())
            open.push_back(shard);
    std::sort(open.begin(), open.end(),
              [](const auto &a, const auto &b) { return a.firstHash < b.firstHash; });
    std::uint64_t next = 0;
    for (const encoding::Shard &shard : open) {
        if (shard.firstHash != next)
            return false;
        next = shard.lastHash + 1;
    }
    return next == 0; // behind the greatest
}

// Lets the keeper look; it is asked by a thread that watches the clock.
#define KEEP_UNTIL(condition) QTRY_VERIFY((harness.runJobs(), (condition)))

} // namespace

class TestShards : public QObject {
    Q_OBJECT

private slots:
    void areAsManyAsPartitions_data()
    {
        QTest::addColumn<int>("writeUnits");
        QTest::addColumn<int>("partitions");
        QTest::newRow("a small table") << 1 << 1;
        QTest::newRow("just one") << 999 << 1;
        QTest::newRow("two") << 1000 << 2;
        QTest::newRow("ten") << 9'900 << 10;
    }

    void areAsManyAsPartitions()
    {
        QFETCH(const int, writeUnits);
        QFETCH(const int, partitions);
        QCOMPARE(model::partitionCount(provisioned(writeUnits), 0), static_cast<std::uint32_t>(partitions));
        RegionHarness harness;
        const TableHandle table = harness.create(provisioned(writeUnits));
        const auto stream = latestStream(*harness.region, "Music");
        QCOMPARE(openShards(stream), static_cast<std::size_t>(partitions));
        QVERIFY(coverAllHashes(stream));
    }

    void turnOverAfterFourHours()
    {
        RegionHarness harness;
        TableHandle table = harness.create(provisioned(1));
        auto stream = latestStream(*harness.region, "Music");
        QVERIFY(harness.put(table, song(1)).ok());
        harness.clock->advance(engine::kShardLife + kSecond);
        KEEP_UNTIL(stream->lineage()->shards.size() == 2);
        QVERIFY(harness.put(table, song(2)).ok());

        const auto lineage = stream->lineage();
        const encoding::Shard &parent = lineage->shards[0];
        const encoding::Shard &child = lineage->shards[1];
        QVERIFY(!parent.isOpen() && child.isOpen());
        QCOMPARE(child.parent, parent.number);
        QVERIFY(parent.closed == child.opened);

        // The parent is read to its end, the child from there.
        Cursor first(stream, streams::oldest(*stream), parent);
        QCOMPARE(readAll(first).size(), std::size_t(1));
        QVERIFY(first.isAtEnd());
        Cursor second(stream, streams::oldest(*stream), child);
        QCOMPARE(readAll(second).size(), std::size_t(1));
        QVERIFY(!second.isAtEnd());

        table.reset();
        stream.reset();
        harness.crash();
        stream = latestStream(*harness.region, "Music");
        QVERIFY(*stream->lineage() == *lineage);
    }

    void splitWhenTheTableGetsMorePartitions()
    {
        RegionHarness harness;
        TableHandle table = harness.create(provisioned(1));
        auto stream = latestStream(*harness.region, "Music");
        for (int i = 0; i < 50; ++i)
            QVERIFY(harness.put(table, song(i)).ok());
        const auto raise = [](model::TableDefinition definition) {
            definition.throughput.writeUnits = 2'900;
            return Result<model::TableDefinition>(definition);
        };
        QVERIFY(harness.update("Music", raise).ok());
        harness.clock->advance(60'000'000);
        KEEP_UNTIL(openShards(stream) == 4); // halves of halves: at least the three that are asked for
        QVERIFY(coverAllHashes(stream));
        table = harness.region->findTable("Music");
        for (int i = 0; i < 50; ++i)
            QVERIFY(harness.removeItem(table, song(i)).ok());

        // Each item's records are in order, parent before child; together they are all.
        std::size_t inParents = 0;
        std::size_t inChildren = 0;
        const auto lineage = stream->lineage();
        for (const encoding::Shard &shard : lineage->shards) {
            Cursor cursor(stream, streams::oldest(*stream), shard);
            encoding::RecordView record;
            while (*cursor.next(record)) {
                QVERIFY(shard.contains(record.hash));
                QCOMPARE(record.isThere, shard.parent == 0);
                (shard.parent == 0 ? inParents : inChildren) += 1;
            }
        }
        QCOMPARE(inParents, std::size_t(50));
        QCOMPARE(inChildren, std::size_t(50));
    }

    void recordsGoAfterADay()
    {
        RegionHarness harness;
        TableHandle table = harness.create(provisioned(1));
        const auto stream = latestStream(*harness.region, "Music");
        QVERIFY(harness.put(table, song(1)).ok());
        const auto begin = streams::oldest(*stream);
        harness.clock->advance(23 * kHour);
        QVERIFY(harness.put(table, song(2)).ok());
        harness.runJobs();
        QCOMPARE(allRecords(*harness.region, "Music").size(), std::size_t(2));
        harness.clock->advance(2 * kHour);
        KEEP_UNTIL(stream->startPosition() >= begin.position);
        QCOMPARE(allRecords(*harness.region, "Music").size(), std::size_t(1));
        Cursor late(stream, begin);
        encoding::RecordView record;
        QCOMPARE(late.next(record).error().code, ErrorCode::TrimmedDataAccess);
        harness.clock->advance(25 * kHour);
        KEEP_UNTIL(allRecords(*harness.region, "Music").empty());
        QVERIFY(harness.put(table, song(3)).ok());
        QCOMPARE(allRecords(*harness.region, "Music").size(), std::size_t(1));
    }

    void streamsGoADayAfterTheyEnd()
    {
        RegionHarness harness;
        harness.create(provisioned(1));
        QVERIFY(harness.remove("Music").ok());
        harness.clock->advance(23 * kHour);
        harness.runJobs();
        QCOMPARE(harness.region->streams().size(), std::size_t(1));
        harness.restart();
        QCOMPARE(harness.region->streams().size(), std::size_t(1));
        harness.clock->advance(2 * kHour);
        KEEP_UNTIL(harness.region->streams().empty());
        QVERIFY(harness.files->list("/workspace/regions/us-east-1/streams")->empty());
    }
};

QTEST_GUILESS_MAIN(TestShards)
#include "tst_shards.moc"
