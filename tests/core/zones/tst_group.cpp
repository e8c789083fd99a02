#include <QTest>

#include "base/memory_file_layer.h"
#include "base/round.h"
#include "support/tables.h"
#include "zones/group.h"

using namespace stator;
using encoding::Entry;
using encoding::Position;
using zones::Group;
using zones::GroupOptions;
using zones::SyncMode;

namespace {

// A file layer whose syncs can be counted and refused.
class WatchedFiles final : public FileLayer {
public:
    std::atomic<int> syncs{0};
    std::atomic<bool> refusesSync{false};

    Result<std::unique_ptr<AppendFile>> openAppend(const std::string &path, AppendMode mode) override
    {
        STATOR_TRY(auto file, m_files->openAppend(path, mode));
        return std::unique_ptr<AppendFile>(std::make_unique<Watched>(*this, std::move(file), path));
    }
    Result<std::unique_ptr<ReadFile>> openRead(const std::string &path) override { return m_files->openRead(path); }
    Result<bool> exists(const std::string &path) override { return m_files->exists(path); }
    Result<std::uint64_t> fileSize(const std::string &path) override { return m_files->fileSize(path); }
    Result<std::vector<DirectoryEntry>> list(const std::string &path) override { return m_files->list(path); }
    Result<void> createDirectories(const std::string &path) override { return m_files->createDirectories(path); }
    Result<void> removeFile(const std::string &path) override { return m_files->removeFile(path); }
    Result<void> removeDirectory(const std::string &path) override { return m_files->removeDirectory(path); }
    Result<void> rename(const std::string &from, const std::string &to) override { return m_files->rename(from, to); }
    Result<void> hardLink(const std::string &from, const std::string &to) override { return m_files->hardLink(from, to); }
    Result<void> syncDirectory(const std::string &path) override { return m_files->syncDirectory(path); }
    Result<std::unique_ptr<DirectoryLock>> lock(const std::string &path) override { return m_files->lock(path); }
    Result<std::uint64_t> freeSpace(const std::string &path) override { return m_files->freeSpace(path); }

private:
    class Watched final : public AppendFile {
    public:
        Watched(WatchedFiles &owner, std::unique_ptr<AppendFile> file, std::string path)
            : m_owner(owner), m_file(std::move(file)), m_isLog(path.find("/log/") != std::string::npos)
        {
        }
        Result<void> append(std::string_view bytes) override { return m_file->append(bytes); }
        Result<void> sync() override
        {
            if (m_isLog) {
                m_owner.syncs.fetch_add(1);
                if (m_owner.refusesSync.load())
                    return Error::io("the drive is gone");
            }
            return m_file->sync();
        }
        Result<void> truncate(std::uint64_t size) override { return m_file->truncate(size); }
        std::uint64_t size() const override { return m_file->size(); }
        Result<void> close() override { return m_file->close(); }

    private:
        WatchedFiles &m_owner;
        std::unique_ptr<AppendFile> m_file;
        bool m_isLog;
    };

    std::shared_ptr<FileLayer> m_files = makeMemoryFileLayer();
};

// One region's group, on memory, with time and tasks in hand.
struct Bench {
    std::shared_ptr<WatchedFiles> files = std::make_shared<WatchedFiles>();
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    ManualExecutor executor;
    std::unique_ptr<Group> group;

    explicit Bench(SyncMode sync = SyncMode::Never) { open(sync); }

    void open(SyncMode sync)
    {
        replica::ZoneOptions zone;
        zone.files = files;
        zone.clock = clock;
        zone.directory = "/w/zone-a";
        zone.workspaceUuid = "w";
        zone.region = "us-east-1";
        zone.isInMemory = true;
        GroupOptions options;
        options.sync = sync;
        options.executor = &executor;
        options.hasTimer = false;
        auto opened = Group::open(zone, options);
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        group = std::move(*opened);
    }
    void reopen(SyncMode sync)
    {
        group.reset();
        open(sync);
    }

    // Submits and says how it ended; nothing if it has not ended yet.
    std::shared_ptr<std::optional<Result<Position>>> begin(std::vector<encoding::Change> changes)
    {
        auto outcome = std::make_shared<std::optional<Result<Position>>>();
        group->submit(testing::entryOf(std::move(changes)),
                      [outcome](Result<Position> position) { outcome->emplace(std::move(position)); });
        return outcome;
    }
    bool write(std::vector<encoding::Change> changes)
    {
        const auto outcome = begin(std::move(changes));
        executor.runAll();
        return outcome->has_value() && (**outcome).ok();
    }
};

} // namespace

class TestGroup : public QObject {
    Q_OBJECT

private slots:
    void writesOfARoundGoTogetherAtItsEnd()
    {
        Bench bench;
        const auto a = testing::table(1, "A");
        QVERIFY(bench.begin({encoding::TableChange{a}})->has_value());
        const auto red = testing::item("p", 1, "red");
        const auto blue = testing::item("p", 2, "blue");
        Round round;
        const auto first = bench.begin({testing::change(a, nullptr, &red)});
        const auto second = bench.begin({testing::change(a, nullptr, &blue)});
        QVERIFY(!first->has_value());
        QVERIFY(!second->has_value());
        round.end();
        QVERIFY(first->has_value() && (**first).ok());
        QVERIFY(second->has_value() && (**second).ok());
        QCOMPARE((**second)->lsn, (**first)->lsn + 1);
    }

    void writesAreReadBackOnceAnswered()
    {
        Bench bench;
        const auto table = testing::table(1);
        QVERIFY(bench.write({encoding::TableChange{table}}));
        const auto item = testing::item("a", 1);
        QVERIFY(bench.write({testing::change(table, nullptr, &item)}));

        const auto store = bench.group->leader().store(1);
        QVERIFY(store.ok());
        std::string row;
        QVERIFY(*(*store)->get(encoding::itemKey(table.keys, item.view()), row));
        const auto view = encoding::RowView::parse(row);
        QVERIFY(view.ok());
        QVERIFY(view->item() == item.view());
        QCOMPARE(view->commitTime(), bench.group->lastCommitTime());
        QCOMPARE((*store)->counts().items, 1u);
    }

    void positionsAndCommitTimesGrow()
    {
        Bench bench;
        const auto table = testing::table(1);
        const auto first = bench.begin({encoding::TableChange{table}});
        const TimeMicros firstTime = bench.group->lastCommitTime();
        const auto second = bench.begin({encoding::TableChange{table}});
        QVERIFY(***first < ***second);
        QVERIFY(bench.group->lastCommitTime() > firstTime); // although the clock stood still
        QCOMPARE((***second).lsn, bench.group->lastPosition().lsn);

        const Position last = bench.group->lastPosition();
        const TimeMicros lastTime = bench.group->lastCommitTime();
        bench.clock->advance(-5'000'000);
        bench.reopen(SyncMode::Never);
        QCOMPARE(bench.group->lastPosition().epoch, last.epoch + 1);
        QVERIFY(bench.group->lastPosition().lsn > last.lsn);
        QVERIFY(bench.group->lastCommitTime() > lastTime);
    }

    void completionsMayWriteAgainWithoutGrowingTheStack()
    {
        Bench bench;
        const auto table = testing::table(1);
        QVERIFY(bench.write({encoding::TableChange{table}}));
        int left = 20'000;
        std::vector<std::uint64_t> order;
        std::function<void()> next = [&] {
            const auto item = testing::item("a", left);
            bench.group->submit(testing::entryOf({testing::change(table, nullptr, &item)}), [&](Result<Position> position) {
                order.push_back(position.ok() ? position->lsn : 0);
                if (--left > 0)
                    next();
            });
        };
        next();
        bench.executor.runAll();
        QCOMPARE(left, 0);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE((*bench.group->leader().store(1))->counts().items, 20'000u);
    }

    void alwaysAnswersAfterASyncThatServesAllWhoWait()
    {
        Bench bench(SyncMode::Always);
        const auto table = testing::table(1);
        QVERIFY(bench.write({encoding::TableChange{table}}));
        const int before = bench.files->syncs.load();
        std::vector<std::shared_ptr<std::optional<Result<Position>>>> outcomes;
        for (int i = 0; i < 50; ++i) {
            const auto item = testing::item("a", i);
            outcomes.push_back(bench.begin({testing::change(table, nullptr, &item)}));
        }
        for (const auto &outcome : outcomes)
            QVERIFY(!outcome->has_value());
        bench.executor.runAll();
        for (const auto &outcome : outcomes)
            QVERIFY((**outcome).ok());
        QCOMPARE(bench.files->syncs.load(), before + 1);
    }

    void intervalSyncsFiftyMillisecondsAfterTheOldestUnsynced()
    {
        Bench bench(SyncMode::Interval);
        const auto table = testing::table(1);
        QVERIFY(bench.write({encoding::TableChange{table}}));
        const int before = bench.files->syncs.load();
        bench.clock->advance(30'000);
        QVERIFY(bench.write({encoding::TableChange{table}}));
        bench.group->tick();
        QCOMPARE(bench.files->syncs.load(), before);
        bench.clock->advance(20'000);
        bench.group->tick();
        QCOMPARE(bench.files->syncs.load(), before + 1);
        bench.clock->advance(1'000'000);
        bench.group->tick();
        QCOMPARE(bench.files->syncs.load(), before + 1); // nothing new to sync
    }

    void intervalHoldsAnswersWhileTheOldestUnsyncedIsTooOld()
    {
        Bench bench(SyncMode::Interval);
        const auto table = testing::table(1);
        QVERIFY(bench.write({encoding::TableChange{table}}));
        bench.clock->advance(100'001);
        const auto first = bench.begin({encoding::TableChange{table}});
        const auto second = bench.begin({encoding::TableChange{table}});
        QVERIFY(!first->has_value());
        QVERIFY(!second->has_value());
        bench.group->tick();
        QVERIFY((**first).ok());
        QVERIFY((**second).ok());
        QVERIFY(bench.write({encoding::TableChange{table}}));
    }

    void aFailedSyncTakesTheZoneOut_data()
    {
        QTest::addColumn<int>("sync");
        QTest::newRow("always") << static_cast<int>(SyncMode::Always);
        QTest::newRow("interval") << static_cast<int>(SyncMode::Interval);
    }
    void aFailedSyncTakesTheZoneOut()
    {
        QFETCH(const int, sync);
        Bench bench(static_cast<SyncMode>(sync));
        const auto table = testing::table(1);
        QVERIFY(bench.write({encoding::TableChange{table}}));
        const auto kept = testing::item("a", 1);
        QVERIFY(bench.write({testing::change(table, nullptr, &kept)}));

        bench.files->refusesSync.store(true);
        const auto doubtful = testing::item("a", 2);
        const auto outcome = bench.begin({testing::change(table, nullptr, &doubtful)});
        bench.executor.runAll();
        bench.clock->advance(60'000);
        bench.group->tick();
        QVERIFY(outcome->has_value());
        QCOMPARE((**outcome).ok(), static_cast<SyncMode>(sync) == SyncMode::Interval);

        bench.files->refusesSync.store(false);
        const auto refused = bench.begin({testing::change(table, nullptr, &kept)});
        bench.executor.runAll();
        QVERIFY(refused->has_value() && !(**refused).ok());
        QCOMPARE((**refused).error().code, ErrorCode::InternalServerError);
        std::string row; // reads go on
        QVERIFY(*(*bench.group->leader().store(1))->get(encoding::itemKey(table.keys, kept.view()), row));
        QVERIFY(!bench.group->stop().ok());
    }

    void refusesWhatCouldNotBeApplied()
    {
        Bench bench;
        auto table = testing::table(1);
        table.indexes.push_back(testing::index(1));
        QVERIFY(bench.write({encoding::TableChange{table}}));
        const auto item = testing::item("a", 1, "red");
        QVERIFY(bench.write({testing::change(table, nullptr, &item)}));

        auto incomplete = testing::change(table, &item, nullptr);
        incomplete.oldDocument.clear();
        QCOMPARE((**bench.begin({incomplete})).error().code, ErrorCode::InternalServerError);
        auto elsewhere = testing::change(table, nullptr, &item);
        elsewhere.storageId = 77;
        QCOMPARE((**bench.begin({elsewhere})).error().code, ErrorCode::ResourceNotFound);
        QVERIFY(!(**bench.begin({encoding::IndexBackfill{1, 1, {}, {}}, encoding::TableChange{table}})).ok());
        QCOMPARE(testing::inconsistency(table, **bench.group->leader().store(1)), std::string());
    }

    void stopFinishesAndLeavesNothingToReplay()
    {
        Bench bench(SyncMode::Interval);
        const auto table = testing::table(1);
        QVERIFY(bench.write({encoding::TableChange{table}}));
        for (int i = 0; i < 100; ++i) {
            const auto item = testing::item("a", i);
            QVERIFY(bench.write({testing::change(table, nullptr, &item)}));
        }
        QVERIFY(bench.group->stop().ok());
        QVERIFY(bench.group->stop().ok());
        const auto item = testing::item("a", 1);
        QCOMPARE((**bench.begin({testing::change(table, &item, &item)})).error().code, ErrorCode::ShuttingDown);
        bench.reopen(SyncMode::Interval);
        QCOMPARE((*bench.group->leader().store(1))->counts().items, 100u);
        QCOMPARE(testing::inconsistency(table, **bench.group->leader().store(1)), std::string());
    }

    void manyThreadsSubmitAtOnce_data()
    {
        QTest::addColumn<int>("sync");
        QTest::newRow("always") << static_cast<int>(SyncMode::Always);
        QTest::newRow("interval") << static_cast<int>(SyncMode::Interval);
        QTest::newRow("never") << static_cast<int>(SyncMode::Never);
    }
    // With the group's own threads and the machine's clock.
    void manyThreadsSubmitAtOnce()
    {
        QFETCH(const int, sync);
        replica::ZoneOptions zone;
        zone.files = makeMemoryFileLayer();
        zone.directory = "/w/zone-a";
        zone.isInMemory = true;
        GroupOptions options;
        options.sync = static_cast<SyncMode>(sync);
        auto opened = Group::open(zone, options);
        QVERIFY(opened.ok());
        Group &group = **opened;
        const auto table = testing::table(1);
        std::atomic<int> answered{0};
        group.submit(testing::entryOf({encoding::TableChange{table}}), [&](Result<Position> p) { answered += p.ok(); });
        QTRY_COMPARE(answered.load(), 1);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 500; ++i) {
                    const auto item = testing::item("t" + std::to_string(t), i);
                    group.submit(testing::entryOf({testing::change(table, nullptr, &item)}),
                                 [&](Result<Position> p) { answered += p.ok(); });
                }
            });
        for (auto &thread : threads)
            thread.join();
        QTRY_COMPARE(answered.load(), 2001);
        QCOMPARE((*group.leader().store(1))->counts().items, 2000u);
        QVERIFY(group.stop().ok());
    }
};

QTEST_GUILESS_MAIN(TestGroup)
#include "tst_group.moc"
