// The proof of "the log is the database": LevelDB without its write-ahead file, our log before its tables.
//
// Goal: after any end, each store is exactly the state at the position its state row names, never ahead of the
// log, and the log brings it to everything that was acknowledged. Ends are SIGKILL on the machine's files, and
// power loss at any change on a disk that keeps an arbitrary part of what was not synced.
// Not covered: damage of synced bytes (tst_commit_log, tst_store), several stores on one log.
#include <csignal>
#include <cstdio>

#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include "base/real_file_layer.h"
#include "base/simulated_disk.h"
#include "core/storage/store_support.h"
#include "storage/commit_log.h"

using namespace stator;
using namespace stator::storage;
using encoding::Position;

namespace {

constexpr std::size_t kRowBytes = 2000;
constexpr std::uint64_t kSeedsPerRow = 6;

// One log and one store, as a zone holds them.
struct Pair {
    std::shared_ptr<FileLayer> files;
    std::unique_ptr<CommitLog> log;
    std::unique_ptr<StoreEnvironment> environment;
    std::unique_ptr<Store> store;

    ~Pair()
    {
        store.reset();
        environment.reset();
    }
};

Result<std::unique_ptr<Pair>> openPair(std::shared_ptr<FileLayer> files, const std::string &directory)
{
    auto pair = std::make_unique<Pair>();
    pair->files = files;
    CommitLogOptions logOptions;
    logOptions.segmentBytes = 300'000;
    logOptions.lowWaterBytes = 0;
    STATOR_TRY(pair->log, CommitLog::open(*files, directory + "/log", {"w", "r", "z"}, logOptions));
    StoreEnvironmentOptions options;
    options.files = std::move(files);
    options.budget = std::make_shared<StoreBudget>(16u << 20); // buffers of 1 MiB: LevelDB flushes by itself, too
    options.syncLogThrough = [log = pair->log.get()](Position position) { return log->syncThrough(position); };
    pair->environment = std::make_unique<StoreEnvironment>(std::move(options));
    STATOR_TRY(pair->store, Store::open(*pair->environment, directory + "/store"));
    return pair;
}

// Entries hold what the store needs to apply them: here their number alone.
Result<void> replayInto(Pair &pair, Position after)
{
    Batch batch;
    return pair.log->replay(after, [&](const LogFrame &frame) {
        fillBatch(frame.position, kRowBytes, batch);
        return pair.store->apply(batch, frame.position);
    });
}

Result<void> appendAndApply(Pair &pair, Position position, Batch &batch)
{
    const std::string payload = "entry " + std::to_string(position.lsn);
    STATOR_CHECK(pair.log->append({{position, payload}}));
    fillBatch(position, kRowBytes, batch);
    return pair.store->apply(batch, position);
}

// What must be found again after the power went.
struct Promises {
    Position acknowledged; // synced in the log
    Position flushed;      // in table files
};

// Works until the power goes or the work is done.
void work(Pair &pair, std::uint64_t epoch, Random &random, Promises &promises)
{
    // Often, or hardly ever: then the stores' files would run ahead of the log if nothing held them back.
    const std::uint64_t syncShare = random.below(2) == 0 ? 30 : 1;
    Batch batch;
    for (int step = 0; step < 1500; ++step) {
        const std::uint64_t lsn = pair.log->lastPosition().lsn + 1;
        if (!appendAndApply(pair, {epoch, lsn}, batch).ok())
            return;
        const std::uint64_t choice = random.below(400);
        if (choice < syncShare && !pair.log->sync().ok())
            return;
        if (choice == 30 && !pair.store->flush().ok())
            return;
        promises.acknowledged = pair.log->syncedPosition();
        promises.flushed = pair.store->flushedPosition();
        if (choice == 31 && !pair.log->trim(promises.flushed).ok())
            return;
    }
}

} // namespace

class TestWriteAhead : public QObject {
    Q_OBJECT

private slots:
    void outlivesPowerLoss_data();
    void outlivesPowerLoss();
    void outlivesSigkill();
};

void TestWriteAhead::outlivesPowerLoss_data()
{
    QTest::addColumn<std::uint64_t>("firstSeed");
    for (std::uint64_t first = 0; first < 24; first += kSeedsPerRow)
        QTest::addRow("seeds from %d", static_cast<int>(first)) << first;
}

void TestWriteAhead::outlivesPowerLoss()
{
    QFETCH(std::uint64_t, firstSeed);
    for (std::uint64_t seed = firstSeed; seed < firstSeed + kSeedsPerRow; ++seed) {
        SeededRandom random(seed);
        const auto disk = std::make_shared<SimulatedDisk>();
        Promises promises;
        for (std::uint64_t epoch = 1; epoch <= 5; ++epoch) {
            const QByteArray where = QStringLiteral("seed %1, epoch %2").arg(seed).arg(epoch).toUtf8();
            // Some lives end while the files are being opened, others in the middle of much work.
            disk->cutPowerAfter(random.below(random.below(2) == 0 ? 60 : 2500));
            Position last;
            {
                auto opened = openPair(disk, "/zone");
                if (opened.ok()) {
                    Pair &pair = **opened;
                    const Result<Position> state = stateOf(*pair.store);
                    if (state.ok()) {
                        pair.store->setRecoveredPosition(*state);
                        if (replayInto(pair, *state).ok())
                            work(pair, epoch, random, promises);
                    }
                } else {
                    QVERIFY2(!disk->hasPower(), (where + ": " + opened.error().message.c_str()).constData());
                }
                disk->cutPower();
            }
            disk->restorePower(random.next());

            const auto pair = openPair(disk, "/zone");
            QVERIFY2(pair.ok(), pair.ok() ? "" : (where + ": " + pair.error().message.c_str()).constData());
            last = (*pair)->log->lastPosition();
            QVERIFY2(last >= promises.acknowledged, where.constData());
            const Result<Position> state = stateOf(*(*pair)->store);
            QVERIFY2(state.ok(), where.constData());
            QVERIFY2(*state <= last, where.constData());
            QVERIFY2(*state >= promises.flushed, where.constData());
            QVERIFY2(rowsOf(*(*pair)->store).value() == expectedRows(state->lsn, kRowBytes), where.constData());
            (*pair)->store->setRecoveredPosition(*state);
            const Result<void> replayed = replayInto(**pair, *state);
            QVERIFY2(replayed.ok(), replayed.ok() ? "" : (where + ": " + replayed.error().message.c_str()).constData());
            QVERIFY2(rowsOf(*(*pair)->store).value() == expectedRows(last.lsn, kRowBytes), where.constData());
            promises.acknowledged = last;
        }
    }
}

// A child writes until it is killed and says after each entry that it is done.
void TestWriteAhead::outlivesSigkill()
{
#ifdef __SANITIZE_THREAD__
    QSKIP("The thread sanitizer allows no threads after a fork.");
#endif
    for (std::uint64_t run = 0; run < 6; ++run) {
        const QTemporaryDir directory;
        const std::string zone = directory.path().toStdString();
        int pipeEnds[2] = {};
        QVERIFY(::pipe(pipeEnds) == 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            ::close(pipeEnds[0]);
            auto pair = openPair(realFileLayer(), zone);
            if (!pair.ok())
                ::_exit(1);
            Batch batch;
            for (std::uint64_t lsn = 1;; ++lsn) {
                if (!appendAndApply(**pair, {1, lsn}, batch).ok())
                    ::_exit(1);
                if (::write(pipeEnds[1], &lsn, sizeof lsn) != sizeof lsn)
                    ::_exit(1);
            }
        }
        ::close(pipeEnds[1]);
        const std::uint64_t wanted = 200 + run * 400;
        std::uint64_t acknowledged = 0;
        while (acknowledged < wanted) {
            if (::read(pipeEnds[0], &acknowledged, sizeof acknowledged) != sizeof acknowledged)
                break;
        }
        ::kill(child, SIGKILL);
        while (::read(pipeEnds[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) {
        }
        ::close(pipeEnds[0]);
        ::waitpid(child, nullptr, 0);
        QVERIFY(acknowledged >= wanted);

        const auto pair = std::move(openPair(realFileLayer(), zone)).value();
        const std::uint64_t last = pair->log->lastPosition().lsn;
        QVERIFY(last == acknowledged || last == acknowledged + 1);
        const Position state = stateOf(*pair->store).value();
        QVERIFY(state.lsn <= last);
        QVERIFY(rowsOf(*pair->store).value() == expectedRows(state.lsn, kRowBytes));
        pair->store->setRecoveredPosition(state);
        QVERIFY(replayInto(*pair, state).ok());
        QVERIFY(rowsOf(*pair->store).value() == expectedRows(last, kRowBytes));
    }
}

QTEST_GUILESS_MAIN(TestWriteAhead)
#include "tst_write_ahead.moc"
