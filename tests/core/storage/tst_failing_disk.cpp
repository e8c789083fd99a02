// Log and store on drives that fail, fill up, or lie.
//
// Goal: let each call that the code makes fail in turn, once and for ever. Whatever comes, what was accepted
// is found again on a working drive, in order, and nothing else; what was refused is refused with an error.
#include <QTest>

#include "base/faulty_file_layer.h"
#include "base/memory_file_layer.h"
#include "base/simulated_disk.h"
#include "core/storage/log_support.h"
#include "core/storage/store_support.h"

using namespace stator;
using namespace stator::storage;
using encoding::Position;

namespace {

constexpr std::size_t kRowBytes = 300;
constexpr std::uint64_t kSegmentBytes = 5500;

// Applies the log's entries to a store; each entry's number says what it does.
Result<void> replayInto(const CommitLog &log, Store &store)
{
    STATOR_TRY(const Position state, stateOf(store));
    store.setRecoveredPosition(state);
    Batch batch;
    return log.replay(state, [&](const LogFrame &frame) {
        fillBatch(frame.position, kRowBytes, batch);
        return store.apply(batch, frame.position);
    });
}

// Opens log and store, replays, adds entries up to `last` with flushes and a trim between. Sets `accepted` to
// the last entry that the log took. A failed append is tried once more, as a client would.
Result<void> work(const std::shared_ptr<FileLayer> &files, std::uint64_t last, std::uint64_t &accepted)
{
    STATOR_TRY(const std::unique_ptr<CommitLog> log, openLog(*files, kSegmentBytes));
    StoreEnvironmentOptions options;
    options.files = files;
    options.syncLogThrough = [&](Position position) { return log->syncThrough(position); };
    StoreEnvironment environment(std::move(options));
    STATOR_TRY(const std::unique_ptr<Store> store, Store::open(environment, "/store"));
    STATOR_CHECK(replayInto(*log, *store));
    accepted = log->lastPosition().lsn;
    Batch batch;
    while (accepted < last) {
        const std::uint64_t lsn = accepted + 1;
        if (!appendEntries(*log, lsn, lsn).ok())
            STATOR_CHECK(appendEntries(*log, lsn, lsn));
        accepted = lsn;
        fillBatch({1, lsn}, kRowBytes, batch);
        STATOR_CHECK(store->apply(batch, {1, lsn}));
        if (lsn % 18 == 0)
            STATOR_CHECK(store->flush());
        if (lsn % 40 == 0)
            STATOR_CHECK(log->trim(store->flushedPosition()));
        if (lsn % 10 == 0)
            STATOR_CHECK(log->sync());
    }
    return store->flush();
}

// Empty if the files hold exactly the entries up to `accepted`, and one more at most, that was refused but
// may have been taken.
std::string problemWith(const std::shared_ptr<FileLayer> &files, std::uint64_t accepted)
{
    const auto log = openLog(*files, kSegmentBytes);
    if (!log.ok())
        return log.error().message;
    StoreEnvironmentOptions options;
    options.files = files;
    StoreEnvironment environment(std::move(options));
    const auto store = Store::open(environment, "/store");
    if (!store.ok())
        return store.error().message;
    if (const auto replayed = replayInto(**log, **store); !replayed.ok())
        return replayed.error().message;
    const std::uint64_t last = (*log)->lastPosition().lsn;
    if (last < accepted || last > accepted + 1)
        return "the log ends at " + std::to_string(last);
    const auto rows = rowsOf(**store);
    if (!rows.ok())
        return rows.error().message;
    return *rows == expectedRows(last, kRowBytes) ? "" : "the rows are not those of entry " + std::to_string(last);
}

} // namespace

class TestFailingDisk : public QObject {
    Q_OBJECT

private slots:
    void survivesTheFailureOfEachCall_data();
    void survivesTheFailureOfEachCall();
    void neverBelievesAFlippedBit();
    void logComesBackWhenThereIsSpace();
    void storeComesBackWhenReopened();
    void logRefusesBelowTheLowWaterMark();
    void logIsOutAfterAFailedSync();
};

void TestFailingDisk::survivesTheFailureOfEachCall_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("isForEver");
    QTest::newRow("an error once") << Fault::Io << false;
    QTest::newRow("errors from then on") << Fault::Io << true;
    QTest::newRow("full once") << Fault::NoSpace << false;
    QTest::newRow("full from then on") << Fault::NoSpace << true;
}

void TestFailingDisk::survivesTheFailureOfEachCall()
{
    QFETCH(Fault, fault);
    QFETCH(bool, isForEver);
    std::uint64_t failures = 0;
    for (std::uint64_t n = 1;; ++n) {
        const auto inner = makeMemoryFileLayer();
        const auto files = std::make_shared<FaultyFileLayer>(inner);
        std::uint64_t accepted = 0;
        QVERIFY(work(files, 20, accepted).ok());
        files->failCall(n, fault, isForEver);
        const Result<void> worked = work(files, 50, accepted);
        files->stopFailing();
        if (!files->hasFailed()) {
            QVERIFY(worked.ok());
            break;
        }
        failures += worked.ok() ? 0u : 1u;
        const std::string problem = problemWith(inner, std::max<std::uint64_t>(accepted, 20));
        QVERIFY2(problem.empty(), qPrintable(QStringLiteral("call %1: %2").arg(n).arg(problem.c_str())));
        // With the drive well again the work can be finished.
        const Result<void> finished = work(files, 50, accepted);
        QVERIFY2(finished.ok(), finished.ok() ? "" : finished.error().message.c_str());
        QCOMPARE(problemWith(inner, 50), std::string());
    }
    QVERIFY(failures > 20);
}

void TestFailingDisk::neverBelievesAFlippedBit()
{
    const auto inner = makeMemoryFileLayer();
    std::uint64_t accepted = 0;
    QVERIFY(work(inner, 90, accepted).ok());
    std::uint64_t refused = 0;
    for (std::uint64_t n = 1;; ++n) {
        const auto files = std::make_shared<FaultyFileLayer>(inner);
        files->failCall(n, Fault::BitFlip);
        StoreEnvironmentOptions options;
        options.files = files;
        options.budget = std::make_shared<StoreBudget>(32u << 20); // nothing cached from before
        StoreEnvironment environment(std::move(options));
        const auto store = Store::open(environment, "/store");
        const auto rows = store.ok() ? rowsOf(**store) : Result<std::string>(store.error());
        if (rows.ok())
            QVERIFY(*rows == expectedRows(90, kRowBytes));
        else
            QVERIFY2(rows.error().code == ErrorCode::Corruption || rows.error().code == ErrorCode::Io,
                     rows.error().message.c_str());
        refused += rows.ok() ? 0u : 1u;
        if (!files->hasFailed())
            break;
    }
    QVERIFY(refused > 3);
}

void TestFailingDisk::logComesBackWhenThereIsSpace()
{
    SimulatedDisk disk;
    std::uint64_t lsn = 0;
    {
        const auto log = std::move(openLog(disk, 5000)).value();
        for (std::uint64_t capacity = 20'000; capacity <= 60'000; capacity += 777) {
            disk.setCapacity(capacity);
            Result<void> appended;
            while (appended.ok()) {
                appended = appendEntries(*log, lsn + 1, lsn + 3);
                lsn += appended.ok() ? 3u : 0u;
            }
            QCOMPARE(appended.error().code, ErrorCode::NoSpace);
            QVERIFY(!log->hasFailed());
            QCOMPARE(log->lastPosition().lsn, lsn);
            QCOMPARE(entriesAfter(*log, 0).value(), expectedEntries(0, lsn));
        }
        QVERIFY(log->sync().ok());
        QCOMPARE(appendEntries(*log, lsn + 1, lsn + 3).error().code, ErrorCode::NoSpace);
    }
    disk.setCapacity(1'000'000);
    const auto log = std::move(openLog(disk, 5000)).value();
    QCOMPARE(entriesAfter(*log, 0).value(), expectedEntries(0, lsn));
    QVERIFY(appendEntries(*log, lsn + 1, lsn + 1).ok());
}

void TestFailingDisk::storeComesBackWhenReopened()
{
    const auto disk = std::make_shared<SimulatedDisk>();
    StoreEnvironmentOptions options;
    options.files = disk;
    StoreEnvironment environment(std::move(options));
    auto store = std::move(Store::open(environment, "/store")).value();
    Batch batch;
    for (std::uint64_t lsn = 1; lsn <= 100; ++lsn) {
        fillBatch({1, lsn}, kRowBytes, batch);
        QVERIFY(store->apply(batch, {1, lsn}).ok());
        if (lsn == 50)
            QVERIFY(store->flush().ok());
    }
    disk->setCapacity(1);
    const Result<void> full = store->flush();
    QVERIFY(!full.ok());
    QCOMPARE(full.error().code, ErrorCode::NoSpace);
    QVERIFY(store->hasFailed());
    QVERIFY(!store->flush().ok());
    QVERIFY(!store->apply(batch, {1, 101}).ok());
    disk->setCapacity(10'000'000);
    store.reset();

    store = std::move(Store::open(environment, "/store")).value();
    QCOMPARE(stateOf(*store).value(), (Position{1, 50}));
    store->setRecoveredPosition({1, 50});
    QVERIFY(rowsOf(*store).value() == expectedRows(50, kRowBytes));
    for (std::uint64_t lsn = 51; lsn <= 100; ++lsn) {
        fillBatch({1, lsn}, kRowBytes, batch);
        QVERIFY(store->apply(batch, {1, lsn}).ok());
    }
    QVERIFY(store->flush().ok());
    QVERIFY(rowsOf(*store).value() == expectedRows(100, kRowBytes));
}

void TestFailingDisk::logRefusesBelowTheLowWaterMark()
{
    SimulatedDisk disk;
    disk.setCapacity(1'000'000);
    CommitLogOptions options;
    options.lowWaterBytes = 500'000;
    const auto log = std::move(CommitLog::open(disk, "/log", kOwner, options)).value();
    QVERIFY(appendEntries(*log, 1, 10).ok());
    disk.setCapacity(400'000);
    const std::string large(5u << 20, 'x');
    // The mark is looked at now and then; what does not fit is refused in any case, and then it is looked at.
    QCOMPARE(log->append({{{1, 11}, large}}).error().code, ErrorCode::NoSpace);
    const Result<void> refused = appendEntries(*log, 11, 11);
    QCOMPARE(refused.error().code, ErrorCode::NoSpace);
    QVERIFY(refused.error().message.find("/log") != std::string::npos);
    disk.setCapacity(1'000'000);
    QVERIFY(appendEntries(*log, 11, 11).ok());
    QCOMPARE(entriesAfter(*log, 0).value(), expectedEntries(0, 11));
}

void TestFailingDisk::logIsOutAfterAFailedSync()
{
    FaultyFileLayer files(makeMemoryFileLayer());
    const auto log = std::move(openLog(files)).value();
    QVERIFY(appendEntries(*log, 1, 2).ok());
    files.failCall(1, Fault::Io);
    QVERIFY(!log->sync().ok());
    QVERIFY(log->hasFailed());
    QCOMPARE(log->syncedPosition(), Position{});
    QVERIFY(!log->sync().ok());
    QVERIFY(!appendEntries(*log, 3, 3).ok());
    QVERIFY(!log->trim({1, 2}).ok());
}

QTEST_GUILESS_MAIN(TestFailingDisk)
#include "tst_failing_disk.moc"
