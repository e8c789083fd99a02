#include <QtTest/QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "core/engine/region_harness.h"
#include "model/number.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;

namespace {

// Counts completions, so that a thread can wait for its own.
class Pending {
public:
    void add()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }
    void done()
    {
        const std::lock_guard lock(m_mutex);
        --m_count;
        m_changed.notify_all();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_count == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

// A region with threads: its own for syncs, a pool for background jobs.
class ThreadedRegion {
public:
    explicit ThreadedRegion(zones::SyncMode sync) : background("background", 1)
    {
        background.start();
        RegionOptions options;
        options.workspaceId = "3f6c1a52-6a64-4f6e-9f53-6d7c6a3a1c11";
        options.files = makeMemoryFileLayer();
        options.directory = "/region";
        options.sync = sync;
        options.background = &background;
        auto opened = openRegion(std::move(options));
        if (!opened.ok())
            qFatal("openRegion: %s", opened.error().message.c_str());
        region = std::move(opened).value();
    }
    ~ThreadedRegion()
    {
        if (const auto stopped = region->stop(); !stopped.ok())
            qFatal("stop: %s", stopped.error().message.c_str());
        background.stop();
    }

    TableHandle create(model::TableDefinition definition)
    {
        Pending pending;
        pending.add();
        const std::string name = definition.name;
        region->createTable(std::move(definition), [&](Result<TableHandle>) { pending.done(); });
        pending.wait();
        return region->findTable(name);
    }

    ThreadPool background;
    std::unique_ptr<Region> region;
};

std::int64_t countIn(std::optional<ItemView> item)
{
    return item ? std::stoll(model::numberText(item->attribute("n")->numberBytes())) : 0;
}

std::unique_ptr<const Mutation> increment(std::string id)
{
    return mutation([id = std::move(id)](std::optional<ItemView> previous) -> Result<Decision> {
        return Decision::put(makeItem({{"id", text(id)}, {"n", number(countIn(previous) + 1)}}));
    });
}

} // namespace

class TestConcurrency : public QObject {
    Q_OBJECT

private slots:
    void losesNoUpdate_data();
    void losesNoUpdate();
    void answersEveryTransactionOnce();
    void writesWhileIndexesComeAndGo();
};

void TestConcurrency::losesNoUpdate_data()
{
    QTest::addColumn<zones::SyncMode>("sync");
    QTest::newRow("never") << zones::SyncMode::Never;
    QTest::newRow("interval") << zones::SyncMode::Interval;
    QTest::newRow("always") << zones::SyncMode::Always;
}

// Threads count up a few items, without waiting for the answer of one write before the next.
void TestConcurrency::losesNoUpdate()
{
    QFETCH(zones::SyncMode, sync);
    constexpr int kThreads = 4;
    constexpr int kWrites = 1500;
    constexpr int kItems = 3;
    ThreadedRegion threaded(sync);
    const auto table = threaded.create(tableNamed("t", false));
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&, thread] {
            Pending pending;
            for (int i = 0; i < kWrites; ++i) {
                const std::string id = "k" + std::to_string((thread + i) % kItems);
                WriteSet set;
                set.writes.push_back(
                    RegionHarness::writeOf(table, makeItem({{"id", text(id)}}), increment(id)));
                pending.add();
                threaded.region->write(std::move(set), [&](Result<WriteOutcome> outcome) {
                    failures += outcome.ok() ? 0 : 1;
                    pending.done();
                });
            }
            pending.wait();
        });
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    std::int64_t sum = 0;
    for (int item = 0; item < kItems; ++item) {
        const auto found =
            threaded.region->get(*table, makeItem({{"id", text("k" + std::to_string(item))}}).view());
        QVERIFY(found.ok() && found->has_value());
        sum += countIn((*found)->view());
    }
    QCOMPARE(sum, std::int64_t{kThreads} * kWrites);
}

// Transfers between counters: each succeeds or is a conflict, and the sum shows which. Readers of both never
// see half of one.
void TestConcurrency::answersEveryTransactionOnce()
{
    constexpr int kThreads = 3;
    constexpr int kTransactions = 800;
    ThreadedRegion threaded(zones::SyncMode::Interval);
    const auto table = threaded.create(tableNamed("t", false));
    std::atomic<int> succeeded{0};
    std::atomic<int> conflicts{0};
    std::atomic<int> torn{0};
    std::atomic<bool> isRunning{true};
    std::thread reader([&] {
        std::vector<Read> reads;
        reads.push_back({table, makeItem({{"id", text("a")}})});
        reads.push_back({table, makeItem({{"id", text("b")}})});
        while (isRunning) {
            const auto items = threaded.region->getTogether(reads);
            if (items.ok() && ((*items)[0].has_value() != (*items)[1].has_value() ||
                               ((*items)[0] && countIn((*items)[0]->view()) != countIn((*items)[1]->view()))))
                ++torn;
        }
    });
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&] {
            Pending pending;
            for (int i = 0; i < kTransactions; ++i) {
                WriteSet set;
                set.isTransaction = true;
                set.writes.push_back(
                    RegionHarness::writeOf(table, makeItem({{"id", text("a")}}), increment("a")));
                set.writes.push_back(
                    RegionHarness::writeOf(table, makeItem({{"id", text("b")}}), increment("b")));
                pending.add();
                threaded.region->write(std::move(set), [&](Result<WriteOutcome> outcome) {
                    if (outcome.ok())
                        ++succeeded;
                    else if (outcome.error().code == ErrorCode::TransactionCanceled)
                        ++conflicts;
                    pending.done();
                });
            }
            pending.wait();
        });
    for (auto &thread : threads)
        thread.join();
    isRunning = false;
    reader.join();
    QCOMPARE(succeeded + conflicts, kThreads * kTransactions);
    // How many got through is the scheduler's affair; one without rivals must.
    WriteSet alone;
    alone.isTransaction = true;
    for (const char *id : {"a", "b"})
        alone.writes.push_back(RegionHarness::writeOf(table, makeItem({{"id", text(id)}}), increment(id)));
    Pending last;
    last.add();
    bool isDone = false;
    threaded.region->write(std::move(alone), [&](Result<WriteOutcome> outcome) {
        isDone = outcome.ok();
        last.done();
    });
    last.wait();
    QVERIFY(isDone);
    ++succeeded;
    QCOMPARE(torn.load(), 0);
    const auto found = threaded.region->get(*table, makeItem({{"id", text("a")}}).view());
    QVERIFY(found.ok() && found->has_value());
    QCOMPARE(countIn((*found)->view()), std::int64_t{succeeded.load()});
}

// Goal: catalog changes wait for writes and writes for them, without losing an index row.
void TestConcurrency::writesWhileIndexesComeAndGo()
{
    ThreadedRegion threaded(zones::SyncMode::Never);
    threaded.create(tableNamed("t", false));
    std::atomic<bool> isRunning{true};
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 2; ++thread)
        threads.emplace_back([&, thread] {
            SeededRandom random(static_cast<std::uint64_t>(thread));
            Pending pending;
            while (isRunning) {
                const Item item = makeItem({{"id", text("k" + std::to_string(random.below(2000)))},
                                            {"c", text("c" + std::to_string(random.below(5)))}});
                WriteSet set;
                set.writes.push_back(
                    RegionHarness::writeOf(threaded.region->findTable("t"), item,
                                           random.below(4) == 0 ? removeAlways() : putGiven()));
                pending.add();
                threaded.region->write(std::move(set), [&](Result<WriteOutcome> outcome) {
                    failures += outcome.ok() ? 0 : 1;
                    pending.done();
                });
                pending.wait();
            }
        });
    const auto change = [&](const Region::Edit &edit) {
        Pending pending;
        pending.add();
        threaded.region->updateTable("t", edit, [&](Result<TableHandle>) { pending.done(); });
        pending.wait();
    };
    const auto definition = [&] { return threaded.region->definition(*threaded.region->findTable("t")); };
    for (int round = 0; round < 4; ++round) {
        change([](const model::TableDefinition &before) -> Result<model::TableDefinition> {
            auto after = before;
            after.indexes.push_back(indexNamed("i", {"c", model::ValueType::S}));
            return after;
        });
        QTRY_VERIFY(definition().indexes.at(0).status == model::IndexStatus::Active);
        if (round == 3)
            break;
        change([](const model::TableDefinition &before) -> Result<model::TableDefinition> {
            auto after = before;
            after.indexes.at(0).status = model::IndexStatus::Deleting;
            return after;
        });
        QTRY_VERIFY(definition().indexes.empty());
    }
    isRunning = false;
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    const auto table = threaded.region->findTable("t");
    const auto countPages = [&](std::uint32_t indexId) {
        PageRequest request;
        request.indexId = indexId;
        request.maxBytes = ~std::uint64_t{0};
        const auto end = threaded.region->readPage(*table, request, [](ItemView) { return true; });
        return end.ok() ? end->scannedCount : 0;
    };
    const auto counts = threaded.region->counts(*table);
    QVERIFY(counts.items > 0);
    QCOMPARE(countPages(0), counts.items);
    QCOMPARE(countPages(counts.indexes.at(0).id), counts.items);
    QCOMPARE(counts.indexes.at(0).items, counts.items);
}

QTEST_GUILESS_MAIN(TestConcurrency)
#include "tst_concurrency.moc"
