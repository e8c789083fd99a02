#include "storage/commit_log.h"

#include <QTest>

#include "base/bytes.h"
#include "base/memory_file_layer.h"
#include "base/simulated_disk.h"
#include "core/storage/log_support.h"
#include "support/captured_log.h"

using namespace stator;
using namespace stator::storage;
using encoding::Position;

class TestCommitLog : public QObject {
    Q_OBJECT

private slots:
    void keepsEntriesInOrder();
    void hasTheseBytes();
    void takesEntriesOfManySizes();
    void endsBeforeATornTail();
    void refusesDamageAndOutlivesTears();
    void keepsEntriesAcrossSegments();
    void refusesAMissingSegment();
    void trimsWholeSegments();
    void cutsBackToAnyEntry();
    void refusesAnotherZonesLog();
    void refusesANewerFormat();
    void dropsASegmentThatWasNeverBegun();
    void tellsWhatItCutsOff();
    void tellsOnceThatTheDriveIsFull();
};

void TestCommitLog::keepsEntriesInOrder()
{
    const auto files = makeMemoryFileLayer();
    {
        const auto log = std::move(openLog(*files)).value();
        QCOMPARE(log->lastPosition(), Position{});
        QVERIFY(appendEntries(*log, 1, 3).ok());
        QVERIFY(appendEntries(*log, 4, 4).ok());
        QCOMPARE(log->lastPosition(), (Position{1, 4}));
        QCOMPARE(log->syncedPosition(), Position{});
        QVERIFY(log->sync().ok());
        QCOMPARE(log->syncedPosition(), (Position{1, 4}));
        QVERIFY(log->syncThrough({1, 4}).ok());
        QVERIFY(!log->syncThrough({1, 5}).ok());
    }
    const auto log = std::move(openLog(*files)).value();
    QCOMPARE(log->lastPosition(), (Position{1, 4}));
    QCOMPARE(log->syncedPosition(), (Position{1, 4}));
    QCOMPARE(entriesAfter(*log, 0).value(), expectedEntries(0, 4));
    QCOMPARE(entriesAfter(*log, 2).value(), expectedEntries(2, 4));
    QCOMPARE(entriesAfter(*log, 4).value(), std::string());
    const Result<void> stopped = log->replay({}, [](const LogFrame &frame) -> Result<void> {
        return frame.position.lsn < 2 ? Result<void>() : Result<void>(Error::io("enough"));
    });
    QCOMPARE(stopped.error().message, std::string("enough"));
}

// The layout is that of commit_log_format.md; a change of these bytes is a new format.
void TestCommitLog::hasTheseBytes()
{
    const auto files = makeMemoryFileLayer();
    {
        const auto log = std::move(openLog(*files)).value();
        const std::vector<LogFrame> frames = {{{1, 1}, "first"}, {{2, 7}, ""}};
        QVERIFY(log->append(frames).ok());
    }
    const std::string bytes = files->readFile("/log/0000000001.log").value();
    const auto hex = [&](std::size_t begin, std::size_t count) {
        return QByteArray::fromStdString(bytes.substr(begin, count)).toHex();
    };
    QCOMPARE(hex(0, 16), QByteArray("535441544f520d0a0100000002000000"));
    QCOMPARE(hex(48, 4), QByteArray("00004500"));
    QCOMPARE(hex(68, 28), QByteArray("0100000000000000" "0000000000000000" "0000000000000000" "00000000"));
    QCOMPARE(hex(96, 25), QByteArray("0900") + QByteArray("workspace").toHex() + "0600" + QByteArray("region").toHex()
                              + "0400" + QByteArray("zone").toHex());
    QCOMPARE(hex(4096, 41), QByteArray("05000000" "c425d4fe" "00000000" "0100000000000000" "0100000000000000"
                                       "0000000000000000" "6669727374"));
    QCOMPARE(hex(4137, 36), QByteArray("00000000" "3952da0d" "c425d4fe" "0200000000000000" "0700000000000000"
                                       "0000000000000000"));
    QCOMPARE(bytes.size(), std::size_t{4173});
}

void TestCommitLog::takesEntriesOfManySizes()
{
    const auto files = makeMemoryFileLayer();
    std::uint64_t lsn = 0;
    std::vector<std::string> payloads;
    {
        const auto log = std::move(openLog(*files)).value();
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{262'144 - 36}, std::size_t{262'144},
                                       std::size_t{5'000'000}, std::size_t{3}}) {
            payloads.push_back(std::string(size, static_cast<char>('a' + payloads.size())));
            QVERIFY(log->append({{{1, ++lsn}, payloads.back()}}).ok());
        }
    }
    const auto log = std::move(openLog(*files)).value();
    std::size_t seen = 0;
    const Result<void> walked = log->replay({}, [&](const LogFrame &frame) -> Result<void> {
        return frame.payload == payloads[seen++] ? Result<void>() : Result<void>(Error::io("another payload"));
    });
    QVERIFY(walked.ok());
    QCOMPARE(seen, payloads.size());
}

// A log whose entries were never synced may end anywhere.
void TestCommitLog::endsBeforeATornTail()
{
    const auto files = makeMemoryFileLayer();
    std::vector<std::uint64_t> ends = {4096};
    {
        const auto log = std::move(openLog(*files)).value();
        for (std::uint64_t lsn = 1; lsn <= 5; ++lsn) {
            QVERIFY(appendEntries(*log, lsn, lsn).ok());
            ends.push_back(log->sizeBytes());
        }
    }
    const std::string bytes = files->readFile(kFirstSegment).value();
    for (std::size_t size = 4096; size <= bytes.size(); ++size) {
        for (const bool isFilledWithZeros : {false, true}) {
            std::string torn = bytes.substr(0, size);
            if (isFilledWithZeros)
                torn.resize(bytes.size() + 100, '\0');
            const auto copy = makeMemoryFileLayer();
            QVERIFY(copy->createDirectories("/log").ok());
            QVERIFY(copy->replaceFile(kFirstSegment, torn).ok());
            std::uint64_t whole = 0;
            while (whole < 5 && ends[whole + 1] <= size)
                ++whole;
            {
                const auto log = openLog(*copy);
                QVERIFY2(log.ok(), log.ok() ? "" : log.error().message.c_str());
                QCOMPARE((*log)->lastPosition().lsn, whole);
                QVERIFY(appendEntries(**log, whole + 1, 7).ok());
            }
            const auto log = std::move(openLog(*copy)).value();
            QCOMPARE(entriesAfter(*log, 0).value(), expectedEntries(0, 7));
        }
    }
}

// Entries 1 to 5 were synced, which 6 to 8 say. A wrong byte in the former is damage, in the latter a tear.
void TestCommitLog::refusesDamageAndOutlivesTears()
{
    const auto files = makeMemoryFileLayer();
    std::uint64_t syncedEnd = 0;
    {
        const auto log = std::move(openLog(*files)).value();
        QVERIFY(appendEntries(*log, 1, 5).ok());
        QVERIFY(log->sync().ok());
        syncedEnd = log->sizeBytes();
        QVERIFY(appendEntries(*log, 6, 8).ok());
    }
    const std::string bytes = files->readFile(kFirstSegment).value();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        const auto copy = makeMemoryFileLayer();
        QVERIFY(copy->createDirectories("/log").ok());
        QVERIFY(copy->replaceFile(kFirstSegment, flipped).ok());
        const auto log = openLog(*copy);
        if (at < syncedEnd) {
            QVERIFY2(!log.ok(), qPrintable(QString::number(at)));
            QCOMPARE(log.error().code, ErrorCode::Corruption);
            QVERIFY(log.error().message.find(kFirstSegment) != std::string::npos);
            QVERIFY(copy->readFile(kFirstSegment).value() == flipped);
        } else {
            QVERIFY(log.ok());
            const std::uint64_t last = (*log)->lastPosition().lsn;
            QVERIFY(last >= 5 && last < 8);
            QCOMPARE(entriesAfter(**log, 0).value(), expectedEntries(0, last));
        }
    }
}

void TestCommitLog::keepsEntriesAcrossSegments()
{
    const auto files = makeMemoryFileLayer();
    for (std::uint64_t life = 0; life < 4; ++life) {
        const auto log = std::move(openLog(*files, 6000)).value();
        QCOMPARE(log->lastPosition().lsn, life * 100);
        for (std::uint64_t lsn = life * 100 + 1; lsn <= (life + 1) * 100; ++lsn)
            QVERIFY(appendEntries(*log, lsn, lsn, life + 1).ok());
        QCOMPARE(entriesAfter(*log, 150).value(), expectedEntries(150, (life + 1) * 100));
    }
    QVERIFY(files->list("/log").value().size() > 5);
    const auto log = std::move(openLog(*files, 6000)).value();
    QCOMPARE(log->lastPosition(), (Position{4, 400}));
    QCOMPARE(entriesAfter(*log, 0).value(), expectedEntries(0, 400));
}

void TestCommitLog::refusesAMissingSegment()
{
    const auto files = makeMemoryFileLayer();
    {
        const auto log = std::move(openLog(*files, 6000)).value();
        for (std::uint64_t lsn = 1; lsn <= 100; ++lsn)
            QVERIFY(appendEntries(*log, lsn, lsn).ok());
    }
    QVERIFY(files->removeFile("/log/0000000002.log").ok());
    const auto log = openLog(*files, 6000);
    QVERIFY(!log.ok());
    QCOMPARE(log.error().code, ErrorCode::Corruption);
    QVERIFY(log.error().message.find("/log/0000000002.log") != std::string::npos);
}

void TestCommitLog::trimsWholeSegments()
{
    const auto files = makeMemoryFileLayer();
    const auto log = std::move(openLog(*files, 6000)).value();
    for (std::uint64_t lsn = 1; lsn <= 200; ++lsn)
        QVERIFY(appendEntries(*log, lsn, lsn).ok());
    const std::uint64_t before = log->sizeBytes();
    QVERIFY(log->trim({1, 120}).ok());
    QVERIFY(log->sizeBytes() < before);
    const Position start = log->startPosition();
    QVERIFY(start.lsn > 60 && start.lsn <= 120);
    QCOMPARE(entriesAfter(*log, 120).value(), expectedEntries(120, 200));
    QCOMPARE(log->replay({1, start.lsn - 1}, [](const LogFrame &) { return Result<void>(); }).error().code,
             ErrorCode::Corruption);
    QVERIFY(appendEntries(*log, 201, 201).ok());

    // A large segment is ended when everything in it is wanted no more.
    const std::string large(2u << 20, 'x');
    QVERIFY(log->append({{{1, 202}, large}}).ok());
    QVERIFY(log->trim({1, 202}).ok());
    QCOMPARE(log->startPosition(), (Position{1, 202}));
    QVERIFY(log->sizeBytes() <= 4096);
    QVERIFY(appendEntries(*log, 203, 210).ok());
    const auto reopened = std::move(openLog(*files, 6000)).value();
    QCOMPARE(reopened->startPosition(), (Position{1, 202}));
    QCOMPARE(entriesAfter(*reopened, 202).value(), expectedEntries(202, 210));
}

void TestCommitLog::cutsBackToAnyEntry()
{
    for (std::uint64_t kept = 0; kept <= 60; ++kept) {
        const auto files = makeMemoryFileLayer();
        {
            const auto log = std::move(openLog(*files, 6000)).value();
            for (std::uint64_t lsn = 1; lsn <= 60; ++lsn)
                QVERIFY(appendEntries(*log, lsn, lsn).ok());
            QVERIFY(log->cutBack({1, kept}).ok());
            QCOMPARE(log->lastPosition(), (kept == 0 ? Position{} : Position{1, kept}));
            QVERIFY(appendEntries(*log, kept + 1, kept + 30, 2).ok());
        }
        const auto log = std::move(openLog(*files, 6000)).value();
        QCOMPARE(log->lastPosition(), (Position{2, kept + 30}));
        QCOMPARE(entriesAfter(*log, 0).value(), expectedEntries(0, kept + 30));
    }
}

void TestCommitLog::refusesAnotherZonesLog()
{
    const auto files = makeMemoryFileLayer();
    QVERIFY(openLog(*files).ok());
    LogIdentity other = kOwner;
    other.incarnation = "another";
    const auto log = CommitLog::open(*files, "/log", other, {});
    QVERIFY(!log.ok());
    QCOMPARE(log.error().code, ErrorCode::Corruption);
    QVERIFY(log.error().message.find("belongs to another zone") != std::string::npos);
}

void TestCommitLog::refusesANewerFormat()
{
    const auto files = makeMemoryFileLayer();
    QVERIFY(openLog(*files).ok());
    std::string bytes = files->readFile(kFirstSegment).value();
    bytes[8] = 2;
    putLittleEndian<std::uint32_t>(bytes.data() + 4092, crc32c(0, std::string_view(bytes).substr(0, 4092)));
    QVERIFY(files->replaceFile(kFirstSegment, bytes).ok());
    const auto log = openLog(*files);
    QVERIFY(!log.ok());
    QCOMPARE(log.error().code, ErrorCode::NewerFormat);
}

void TestCommitLog::dropsASegmentThatWasNeverBegun()
{
    const auto files = makeMemoryFileLayer();
    {
        const auto log = std::move(openLog(*files)).value();
        QVERIFY(appendEntries(*log, 1, 10).ok());
    }
    QVERIFY(files->replaceFile("/log/0000000002.log", std::string(1000, '\0')).ok());
    const auto log = std::move(openLog(*files)).value();
    QCOMPARE(entriesAfter(*log, 0).value(), expectedEntries(0, 10));
    QVERIFY(!files->exists("/log/0000000002.log").value());
}

void TestCommitLog::tellsWhatItCutsOff()
{
    const auto files = makeMemoryFileLayer();
    const auto sink = std::make_shared<test::CapturedLog>();
    const Logger logger = Logger(sink, LogLevel::Warning).of("commit log");
    {
        const auto log = std::move(openLog(*files, 64u << 20, logger)).value();
        QVERIFY(appendEntries(*log, 1, 3).ok());
    }
    QVERIFY(openLog(*files, 64u << 20, logger).ok());
    QVERIFY(sink->lines().empty());
    {
        const auto file = std::move(files->openAppend(kFirstSegment, AppendMode::Continue)).value();
        QVERIFY(file->append("half an entry").ok());
    }
    QVERIFY(openLog(*files, 64u << 20, logger).ok());
    QCOMPARE(sink->lines(), (std::vector<std::string>{"warning commit log: " + kFirstSegment +
                                                      ": the last 13 bytes were never synced and are no whole "
                                                      "entry; they are cut off"}));
}

void TestCommitLog::tellsOnceThatTheDriveIsFull()
{
    SimulatedDisk disk;
    const auto sink = std::make_shared<test::CapturedLog>();
    CommitLogOptions options;
    options.lowWaterBytes = 1u << 20;
    options.logger = Logger(sink, LogLevel::Info).of("commit log");
    const auto log = std::move(CommitLog::open(disk, "/log", kOwner, options)).value();
    disk.setCapacity(1u << 20);
    QVERIFY(!appendEntries(*log, 1, 1).ok());
    QVERIFY(!appendEntries(*log, 1, 1).ok());
    QCOMPARE(sink->lines().size(), std::size_t{1});
    QVERIFY(sink->lineWith("is almost full").starts_with("error commit log: "));
    disk.setCapacity(8u << 20);
    QVERIFY(appendEntries(*log, 1, 1).ok());
    QVERIFY(!sink->lineWith("info commit log: there is space again").empty());
}

QTEST_GUILESS_MAIN(TestCommitLog)
#include "tst_commit_log.moc"
