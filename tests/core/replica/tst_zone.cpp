#include <QTest>

#include "base/memory_file_layer.h"
#include "replica/zone.h"
#include "storage/change_reader.h"
#include "support/tables.h"

using namespace stator;
using encoding::Entry;
using encoding::Position;
using replica::Zone;

namespace {

// A zone that is given entries one at a time, without a group.
struct Bench {
    std::shared_ptr<FileLayer> files = makeMemoryFileLayer();
    std::unique_ptr<Zone> zone;
    std::uint64_t maxLogBytesBehind = 128u << 20;
    std::uint64_t segmentBytes = 64u << 20;
    bool keepsLog = true;
    static constexpr std::uint64_t kMaxStreamBytes = 16u << 20;

    Result<void> open()
    {
        replica::ZoneOptions options;
        options.files = files;
        options.directory = "/w/zone-a";
        options.workspaceUuid = "w";
        options.region = "us-east-1";
        options.isInMemory = true;
        options.keepsLog = keepsLog;
        options.maxStreamBytesInMemory = kMaxStreamBytes;
        options.maxLogBytesBehind = maxLogBytesBehind;
        options.log.segmentBytes = segmentBytes;
        STATOR_TRY(zone, Zone::open(options));
        return {};
    }
    // What a crash of the process leaves: memtables are gone, the log is not.
    Result<void> crash()
    {
        zone.reset();
        return open();
    }
    bool write(std::vector<encoding::Change> changes, const std::string &token = {})
    {
        Entry entry = testing::entryOf(std::move(changes));
        entry.position = {1, zone->lastLogPosition().lsn + 1};
        entry.commitTime = static_cast<TimeMicros>(1000 + entry.position.lsn);
        entry.token = token;
        entry.tokenDigest = token.empty() ? "" : "digest of " + token;
        std::string payload;
        encoding::encodeEntry(entry, payload);
        return zone->check(entry).ok() && zone->append({{entry.position, payload}}).ok() && zone->apply({&entry, 1}).ok();
    }
    bool put(const model::TableDefinition &table, const document::Item &item, const document::Item *previous = nullptr)
    {
        return write({testing::change(table, previous, &item)});
    }
    bool fill(const model::TableDefinition &table, int from, int to)
    {
        for (int i = from; i < to; ++i)
            if (!put(table, testing::item("p" + std::to_string(i % 7), i, "red", i, std::string(200, 'x'))))
                return false;
        return true;
    }
    std::string fault(const model::TableDefinition &table)
    {
        auto store = zone->store(table.storageId);
        return store ? testing::inconsistency(table, **store) : store.error().message;
    }
    std::uint64_t items(std::uint64_t storageId)
    {
        auto store = zone->store(storageId);
        return store ? (*store)->counts().items : ~std::uint64_t(0);
    }
    std::uint64_t logBytes() const
    {
        std::uint64_t bytes = 0;
        const auto entries = files->list("/w/zone-a/log");
        for (const auto &entry : *entries)
            bytes += *files->fileSize("/w/zone-a/log/" + entry.name);
        return bytes;
    }
    std::size_t storeDirectories() const
    {
        auto entries = files->list("/w/zone-a/stores");
        return entries ? entries->size() : 0;
    }
};

model::TableDefinition indexed(std::uint64_t storageId, const std::string &name)
{
    auto table = testing::table(storageId, name);
    table.indexes.push_back(testing::index(1));
    return table;
}

} // namespace

class TestZone : public QObject {
    Q_OBJECT

private slots:
    void comesBackFromTheLogAlone()
    {
        Bench bench;
        QVERIFY(bench.open().ok());
        const auto a = indexed(1, "A");
        const auto b = testing::table(2, "B");
        QVERIFY(bench.write({encoding::TableChange{a}}));
        QVERIFY(bench.write({encoding::TableChange{b}}));
        QVERIFY(bench.fill(a, 0, 50));
        QVERIFY(bench.fill(b, 0, 20));
        const Position last = bench.zone->appliedPosition();
        const TimeMicros time = bench.zone->lastCommitTime();
        QVERIFY(bench.crash().ok());
        QCOMPARE(bench.zone->appliedPosition().lsn, last.lsn);
        QCOMPARE(bench.zone->lastCommitTime(), time);
        QCOMPARE(bench.items(1), 50u);
        QCOMPARE(bench.items(2), 20u);
        QCOMPARE(bench.fault(a), std::string());
        QVERIFY(*bench.zone->catalog().find("A") == a);
        QCOMPARE(bench.zone->catalog().reserveStorageId(), 3u);
    }

    // Goal: what was replaced goes when it is in a reader's way, and nothing else does. How much faster a walk
    // gets is the benchmark's business.
    void tidiesWhatReadersWalkOver()
    {
        Bench bench;
        QVERIFY(bench.open().ok());
        const auto a = indexed(1, "A");
        QVERIFY(bench.write({encoding::TableChange{a}}));
        for (int i = 0; i < 6000; ++i) {
            const document::Item item = testing::item("p" + std::to_string(i % 10), 1, "red", i);
            const document::Item before = testing::item("p" + std::to_string(i % 10), 1, "red", i - 10);
            QVERIFY(bench.put(a, item, i < 10 ? nullptr : &before));
        }
        QVERIFY(!bench.zone->needsMaintenance());
        const auto store = *bench.zone->store(1);
        QVERIFY(store->cursor().ok());
        QVERIFY(bench.zone->needsMaintenance());
        QVERIFY(bench.zone->maintain().ok());
        QVERIFY(!bench.zone->needsMaintenance());
        QCOMPARE(bench.items(1), 10u);
        QCOMPARE(bench.fault(a), std::string());
        QVERIFY(store->approximateBytes({}, {}) < 100'000); // 6,000 versions take several hundred thousand
        QVERIFY(!bench.zone->needsMaintenance());
        QVERIFY(bench.crash().ok());
        QCOMPARE(bench.fault(a), std::string());
    }

    void aZoneThatNobodyOpensAgainKeepsNoLog()
    {
        Bench bench;
        bench.keepsLog = false;
        QVERIFY(bench.open().ok());
        const auto a = indexed(1, "A");
        QVERIFY(bench.write({encoding::TableChange{a}}));
        QVERIFY(bench.fill(a, 0, 500));
        QCOMPARE(bench.zone->lastLogPosition().lsn, 501u);
        QCOMPARE(bench.zone->appliedPosition().lsn, 501u);
        QCOMPARE(bench.items(1), 500u);
        QCOMPARE(bench.fault(a), std::string());
        QVERIFY(bench.logBytes() < 10'000);
        QVERIFY(bench.zone->flushAll().ok());
    }

    void comesBackAfterACleanEnd()
    {
        Bench bench;
        QVERIFY(bench.open().ok());
        const auto a = indexed(1, "A");
        QVERIFY(bench.write({encoding::TableChange{a}}, "token"));
        QVERIFY(bench.fill(a, 0, 50));
        const TimeMicros time = bench.zone->lastCommitTime();
        QVERIFY(bench.zone->flushAll().ok());
        QVERIFY(bench.crash().ok());
        QCOMPARE(bench.items(1), 50u);
        QCOMPARE(bench.fault(a), std::string());
        QCOMPARE(bench.zone->lastCommitTime(), time);
        QVERIFY(bench.fill(a, 50, 60));
        QVERIFY(bench.crash().ok());
        QCOMPARE(bench.items(1), 60u);
        QCOMPARE(bench.fault(a), std::string());
    }

    // The catalog's store is flushed at the end, the table's is not: the replay meets changes from before the
    // index under the definition they were made under.
    void eachStoreIsReplayedUnderItsOwnDefinition()
    {
        Bench bench;
        bench.maxLogBytesBehind = 4096; // every maintain() flushes the system store
        QVERIFY(bench.open().ok());
        auto table = testing::table(1, "A");
        const auto other = testing::table(2, "B");
        QVERIFY(bench.write({encoding::TableChange{table}}));
        QVERIFY(bench.write({encoding::TableChange{other}}));
        auto first = testing::item("a", 1, "red");
        auto second = testing::item("a", 1, "blue");
        QVERIFY(bench.put(table, first));
        QVERIFY(bench.put(table, second, &first)); // carries no old document
        table.indexes.push_back(testing::index(1));
        QVERIFY(bench.write({encoding::TableChange{table}}));
        QVERIFY(bench.write({encoding::IndexBackfill{1, 1, {}, {}}}));
        QVERIFY(bench.put(table, first, &second));
        QVERIFY(bench.fill(other, 0, 5));
        QVERIFY(bench.crash().ok());
        QCOMPARE(bench.fault(table), std::string());
        QCOMPARE((*bench.zone->store(1))->counts().findIndex(1)->items, 1u);
    }

    void aDropUnlinksTheStoreOnceNobodyReadsIt()
    {
        Bench bench;
        QVERIFY(bench.open().ok());
        const auto table = testing::table(1, "A");
        QVERIFY(bench.write({encoding::TableChange{table}}));
        QVERIFY(bench.fill(table, 0, 5));
        auto handle = *bench.zone->store(1);
        QVERIFY(bench.write({encoding::TableDrop{1, "A"}}));
        QVERIFY(!bench.zone->catalog().find("A"));
        QCOMPARE(bench.zone->store(1).error().code, ErrorCode::ResourceNotFound);
        QVERIFY(bench.zone->maintain().ok());
        QCOMPARE(testing::inconsistency(table, *handle), std::string()); // who holds it reads on
        QCOMPARE(bench.storeDirectories(), std::size_t(1));
        handle.reset();
        QVERIFY(bench.zone->needsMaintenance());
        QVERIFY(bench.zone->maintain().ok());
        QCOMPARE(bench.storeDirectories(), std::size_t(0));
        QVERIFY(!bench.zone->needsMaintenance());

        QVERIFY(bench.crash().ok());
        QVERIFY(!bench.zone->catalog().find("A"));
        QCOMPARE(bench.zone->catalog().reserveStorageId(), 2u);
        const auto again = testing::table(2, "A");
        QVERIFY(bench.write({encoding::TableChange{again}}));
        QVERIFY(bench.fill(again, 0, 3));
        QCOMPARE(bench.items(2), 3u);
    }

    void aDropThatACrashInterruptedIsFinishedAtTheNextStart()
    {
        Bench bench;
        QVERIFY(bench.open().ok());
        const auto table = testing::table(1, "A");
        QVERIFY(bench.write({encoding::TableChange{table}}));
        QVERIFY(bench.fill(table, 0, 5));
        QVERIFY(bench.write({encoding::TableDrop{1, "A"}}));
        QCOMPARE(bench.storeDirectories(), std::size_t(1));
        QVERIFY(bench.crash().ok());
        QVERIFY(!bench.zone->catalog().find("A"));
        QCOMPARE(bench.storeDirectories(), std::size_t(0));
        QVERIFY(bench.crash().ok()); // the log still tells of the table
        QVERIFY(!bench.zone->catalog().find("A"));
    }

    void theLogStaysBounded()
    {
        Bench bench;
        bench.maxLogBytesBehind = 64u << 10;
        bench.segmentBytes = 8u << 10;
        QVERIFY(bench.open().ok());
        const auto idle = indexed(1, "Idle");
        const auto busy = indexed(2, "Busy");
        QVERIFY(bench.write({encoding::TableChange{idle}}));
        QVERIFY(bench.write({encoding::TableChange{busy}}));
        QVERIFY(bench.fill(idle, 0, 3));
        std::uint64_t longest = 0;
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(bench.fill(busy, i, i + 1));
            if (bench.zone->needsMaintenance())
                QVERIFY(bench.zone->maintain().ok());
            std::uint64_t bytes = 0;
            const auto segments = bench.files->list("/w/zone-a/log");
            for (const auto &entry : *segments)
                bytes += *bench.files->fileSize("/w/zone-a/log/" + entry.name);
            longest = std::max(longest, bytes);
        }
        QVERIFY2(longest <= (128u << 10), std::to_string(longest).c_str());
        QVERIFY(bench.crash().ok());
        QCOMPARE(bench.items(1), 3u);
        QCOMPARE(bench.items(2), 1000u);
        QCOMPARE(bench.fault(idle), std::string());
        QCOMPARE(bench.fault(busy), std::string());
    }

    void tokensAreKeptAndSwept()
    {
        Bench bench;
        QVERIFY(bench.open().ok());
        QVERIFY(bench.write({encoding::TableChange{testing::table(1)}}, "one"));
        const TimeMicros between = bench.zone->lastCommitTime() + 1;
        QVERIFY(bench.write({encoding::TableChange{testing::table(1)}}, "two"));
        QVERIFY(bench.crash().ok());
        const auto record = bench.zone->findToken("one");
        QVERIFY(record.ok() && record->has_value());
        QCOMPARE((*record)->digest, std::string("digest of one"));
        QVERIFY(!bench.zone->findToken("three")->has_value());
        QVERIFY(bench.zone->sweepTokens(between).ok());
        QVERIFY(!bench.zone->findToken("one")->has_value());
        QVERIFY(bench.zone->findToken("two")->has_value());
    }

    void oneOwnerAtATime()
    {
        Bench bench;
        QVERIFY(bench.open().ok());
        Bench second;
        second.files = bench.files;
        QCOMPARE(second.open().error().code, ErrorCode::Locked);
        bench.zone.reset();
        QVERIFY(second.open().ok());
    }

    void aStoreThatFailsIsReopenedAndReplayed()
    {
        Bench bench;
        QVERIFY(bench.open().ok());
        const auto table = indexed(1, "A");
        const auto other = testing::table(2, "B");
        QVERIFY(bench.write({encoding::TableChange{table}}));
        QVERIFY(bench.write({encoding::TableChange{other}}));
        QVERIFY(bench.fill(table, 0, 10));
        const auto handle = *bench.zone->store(1);
        // A change that cannot follow from the store: it is in the log of no sane writer, and takes the store out.
        Entry bad = testing::entryOf({testing::change(table, nullptr, &m_item)});
        bad.position = {1, bench.zone->lastLogPosition().lsn + 1};
        std::get<encoding::ItemChange>(bad.changes[0]).oldSizeBytes = 1u << 30;
        QVERIFY(!bench.zone->apply({&bad, 1}).ok());
        QVERIFY(!bench.zone->storesOf(bad).ok());
        std::string row;
        QVERIFY(!handle->get("x", row).ok()); // never stale
        QVERIFY(!handle->cursor().ok());
        QVERIFY(bench.fill(other, 0, 3)); // the others go on

        QVERIFY(bench.zone->needsMaintenance());
        QVERIFY(bench.zone->maintain().ok());
        QCOMPARE(bench.fault(table), std::string());
        QCOMPARE(handle->counts().items, 10u);
        QVERIFY(bench.fill(table, 10, 20));
        QCOMPARE(bench.fault(table), std::string());
    }

    // Goal: in memory, where nothing else bounds them, the oldest records make room, and a late reader is told.
    void keepsRecordsInMemoryWithinItsBound()
    {
        Bench bench;
        bench.keepsLog = false;
        QVERIFY(bench.open().ok());
        auto table = testing::table(1, "A");
        table.stream = {model::StreamStatus::Enabled, model::StreamViewType::NewImage, 1'000};
        QVERIFY(bench.write({encoding::TableChange{table}}));
        const auto stream = bench.zone->streams().front();
        const Position start = stream->startPosition();
        std::uint64_t largest = 0;
        for (int i = 0; i < 1500; ++i) {
            QVERIFY(bench.put(table, testing::item("p", i, "red", i, std::string(20'000, 'x'))));
            largest = std::max(largest, stream->sizeBytes());
        }
        QVERIFY(largest <= Bench::kMaxStreamBytes + (4u << 20) + 100'000);
        QVERIFY(largest > Bench::kMaxStreamBytes - (4u << 20));
        QVERIFY(stream->startPosition() > start);
        storage::ChangeReader late(stream->log(), start);
        QCOMPARE(late.next().error().code, ErrorCode::TrimmedDataAccess);
        storage::ChangeReader reader(stream->log(), stream->startPosition());
        Position last;
        for (auto frame = reader.next(); frame.ok() && *frame; frame = reader.next())
            last = (*frame)->position;
        QVERIFY(last == bench.zone->appliedPosition());
    }

private:
    const document::Item m_item = testing::item("z", 1);
};

QTEST_GUILESS_MAIN(TestZone)
#include "tst_zone.moc"
