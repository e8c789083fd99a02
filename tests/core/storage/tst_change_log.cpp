// Change files: what a reader finds, what an opening cuts off, what is damage.
#include <QTest>

#include "base/crc32c.h"
#include "base/memory_file_layer.h"
#include "storage/change_reader.h"

using namespace stator;
using encoding::Position;
using storage::ChangeLog;
using storage::ChangeReader;
using storage::LogFrame;

namespace {

const std::string kDirectory = "/streams/1-1";
const std::string kFirst = kDirectory + "/0000000001.log";

storage::ChangeLogOptions options()
{
    storage::ChangeLogOptions options;
    options.random = std::make_shared<SeededRandom>(1);
    return options;
}

std::shared_ptr<ChangeLog> made(FileLayer &files)
{
    auto log = ChangeLog::create(files, kDirectory, "what it is", {{1, 10}, "first"}, 1000, options());
    if (!log)
        qFatal("%s", log.error().message.c_str());
    return *log;
}

std::string payloadOf(std::uint64_t lsn)
{
    return "records of " + std::to_string(lsn) + std::string(lsn * 31 % 300, 'x');
}

bool append(ChangeLog &log, std::uint64_t first, std::uint64_t last, std::uint64_t epoch = 1)
{
    for (std::uint64_t lsn = first; lsn <= last; ++lsn) {
        const std::string payload = payloadOf(lsn);
        if (!log.append({{{epoch, lsn}, payload}}))
            return false;
    }
    return true;
}

// "11 12 …", or what went wrong.
std::string readAfter(const std::shared_ptr<const ChangeLog> &log, Position after)
{
    ChangeReader reader(log, after);
    std::string read;
    while (true) {
        const auto frame = reader.next();
        if (!frame)
            return frame.error().code == ErrorCode::TrimmedDataAccess ? "trimmed" : frame.error().message;
        if (!*frame)
            return read;
        if ((*frame)->payload != payloadOf((*frame)->position.lsn))
            return "another's payload";
        read += std::to_string((*frame)->position.lsn) + " ";
    }
}

std::string numbers(std::uint64_t first, std::uint64_t last)
{
    std::string text;
    for (std::uint64_t lsn = first; lsn <= last; ++lsn)
        text += std::to_string(lsn) + " ";
    return text;
}

Result<std::shared_ptr<ChangeLog>> opened(FileLayer &files, Position through = {9, 1u << 20})
{
    return ChangeLog::open(files, kDirectory, through, [](const LogFrame &) { return Result<void>(); }, options());
}

} // namespace

class TestChangeLog : public QObject {
    Q_OBJECT

private slots:
    void bytesNeverChange()
    {
        const auto files = makeMemoryFileLayer();
        const auto log = made(*files);
        const std::string payload = "abc";
        QVERIFY(log->append({{{1, 11}, payload}}).ok());
        const std::string bytes = *files->readFile(kFirst);
        const auto hex = [&](std::size_t at, std::size_t count) {
            return QByteArray(bytes.data() + at, static_cast<qsizetype>(count)).toHex();
        };
        QCOMPARE(hex(0, 16), QByteArray("535441544f520d0a" "01000000" "03" "00" "0000"));
        // Behind the uuid and an empty key: length, number, begun, description.
        QCOMPARE(hex(32 + 16 + 2, 2 + 8 + 8 + 2 + 10),
                 QByteArray("1c00" "0100000000000000" "e803000000000000" "0a00") + QByteArray("what it is").toHex());
        const std::size_t first = 4096;
        QCOMPARE(hex(first, 4), QByteArray("05000000"));
        QCOMPARE(hex(first + 8, 28 + 5), QByteArray("00000000" "0100000000000000" "0a00000000000000" "0000000000000000") +
                                             QByteArray("first").toHex());
        const std::size_t second = first + 36 + 5;
        QCOMPARE(hex(second, 4), QByteArray("03000000"));
        QCOMPARE(hex(second + 8, 4), hex(first + 4, 4)); // the checksum of the frame before
        QCOMPARE(hex(second + 12, 24 + 3), QByteArray("0100000000000000" "0b00000000000000" "0a00000000000000") +
                                               QByteArray("abc").toHex());
        QCOMPARE(bytes.size(), second + 36 + 3);
    }

    void isReadFromAnyPlace()
    {
        const auto files = makeMemoryFileLayer();
        const std::shared_ptr<ChangeLog> log = made(*files);
        QVERIFY(append(*log, 11, 1000));
        QVERIFY(log->roll({{1, 1000}, "lineage"}, 2000).ok());
        QVERIFY(append(*log, 1001, 1500));
        for (const bool isReopened : {false, true}) {
            std::shared_ptr<ChangeLog> from = log;
            if (isReopened) {
                QVERIFY(log->sync().ok());
                from = *opened(*files);
                QCOMPARE(from->description(), std::string("what it is"));
            }
            for (const std::uint64_t after : {10u, 11u, 12u, 500u, 999u, 1000u, 1001u, 1499u, 1500u, 1501u})
                QCOMPARE(readAfter(from, {1, after}), numbers(after + 1, 1500));
            QCOMPARE(readAfter(from, {1, 9}), std::string("trimmed"));
        }
    }

    void goesOnWhereItGrew()
    {
        const auto files = makeMemoryFileLayer();
        const std::shared_ptr<ChangeLog> log = made(*files);
        ChangeReader reader(log, {1, 10});
        std::uint64_t lsn = 11;
        for (int round = 0; round < 40; ++round) {
            const auto none = reader.next();
            QVERIFY(none.ok() && !*none);
            if (round % 10 == 9)
                QVERIFY(log->roll({log->lastPosition(), "lineage"}, 1000 + round).ok());
            QVERIFY(append(*log, lsn, lsn + 4));
            for (int i = 0; i < 5; ++i, ++lsn) {
                const auto frame = reader.next();
                QVERIFY(frame.ok() && *frame);
                QCOMPARE((*frame)->position.lsn, lsn);
            }
        }
    }

    void lettingGoOfTheOldest()
    {
        const auto files = makeMemoryFileLayer();
        const std::shared_ptr<ChangeLog> log = made(*files);
        QVERIFY(append(*log, 11, 20));
        ChangeReader behind(log, {1, 10});
        QVERIFY((*behind.next()).has_value());
        QVERIFY(log->roll({{1, 20}, "lineage"}, 2000).ok());
        QVERIFY(append(*log, 21, 30));
        QVERIFY(log->roll({{1, 30}, "lineage"}, 3000).ok());
        QVERIFY(append(*log, 31, 40));
        QVERIFY(log->trimBefore(1999).ok());
        QCOMPARE(log->segmentCount(), std::size_t(3));
        QVERIFY(log->trimBefore(2000).ok());
        QCOMPARE(log->segmentCount(), std::size_t(2));
        QVERIFY(!*files->exists(kFirst));
        QCOMPARE(readAfter(log, {1, 15}), std::string("trimmed"));
        QCOMPARE(readAfter(log, {1, 20}), numbers(21, 40));
        // Who was reading the file finishes it, and goes on.
        for (std::uint64_t lsn = 12; lsn <= 40; ++lsn)
            QCOMPARE((**behind.next()).position.lsn, lsn);
        QVERIFY(log->trimBefore(9000).ok());
        QCOMPARE(log->segmentCount(), std::size_t(1));
        const auto again = opened(*files);
        QCOMPARE(readAfter(*again, {1, 30}), numbers(31, 40));
    }

    // Goal: whatever part of the unsynced end is there, an opening finds whole frames in front of it.
    void aTornEndIsCutOff()
    {
        const auto files = makeMemoryFileLayer();
        std::uint64_t syncedBytes = 0;
        {
            const auto log = made(*files);
            QVERIFY(append(*log, 11, 15));
            QVERIFY(log->sync().ok());
            syncedBytes = log->sizeBytes();
            QVERIFY(append(*log, 16, 20));
        }
        const std::string whole = *files->readFile(kFirst);
        for (std::size_t size = syncedBytes; size < whole.size(); ++size) {
            std::string torn = whole.substr(0, size);
            if (size % 3 == 0 && size > syncedBytes)
                torn.back() = static_cast<char>(torn.back() ^ 1);
            QVERIFY(files->replaceFile(kFirst, torn).ok());
            const auto log = opened(*files);
            QVERIFY(log.ok() && *log);
            const std::uint64_t last = (*log)->lastPosition().lsn;
            QVERIFY(last >= 15 && last < 20);
            QCOMPARE(readAfter(*log, {1, 10}), numbers(11, last));
            QVERIFY(append(**log, last + 1, last + 3, 2));
        }
    }

    void damageOfWhatWasSyncedIsSaid()
    {
        const auto files = makeMemoryFileLayer();
        {
            const auto log = made(*files);
            QVERIFY(append(*log, 11, 15));
            QVERIFY(log->sync().ok());
            QVERIFY(append(*log, 16, 17)); // says so
        }
        const std::string whole = *files->readFile(kFirst);
        for (std::size_t at = 4096; at < 4096 + 200; at += 7) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 4);
            QVERIFY(files->replaceFile(kFirst, damaged).ok());
            QCOMPARE(opened(*files).error().code, ErrorCode::Corruption);
        }
    }

    void whatIsBeyondTheCommitLogIsCutOff()
    {
        const auto files = makeMemoryFileLayer();
        {
            const auto log = made(*files);
            QVERIFY(append(*log, 11, 20));
            QVERIFY(log->roll({{1, 20}, "lineage"}, 2000).ok());
            QVERIFY(append(*log, 21, 25));
        }
        QCOMPARE(readAfter(*opened(*files, {1, 22}), {1, 10}), numbers(11, 22));
        QCOMPARE(readAfter(*opened(*files, {1, 18}), {1, 10}), numbers(11, 18));
        QVERIFY(!*files->exists(kDirectory + "/0000000002.log"));
        QVERIFY(!*opened(*files, {1, 9})); // not even its beginning
    }

    void anInterruptedBeginningIsNone()
    {
        const auto files = makeMemoryFileLayer();
        made(*files);
        const std::string whole = *files->readFile(kFirst);
        for (const std::size_t size : {std::size_t(0), std::size_t(100), std::size_t(4095), std::size_t(4096), whole.size() - 1}) {
            QVERIFY(files->replaceFile(kFirst, whole.substr(0, size)).ok());
            const auto log = opened(*files);
            QVERIFY(log.ok() && !*log);
            QVERIFY(!*files->exists(kFirst));
        }
        QVERIFY(made(*files) != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestChangeLog)
#include "tst_change_log.moc"
