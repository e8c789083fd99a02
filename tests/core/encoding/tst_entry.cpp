#include <QTest>

#include "base/random.h"
#include "encoding/entry.h"
#include "encoding/keys.h"
#include "support/documents.h"

using namespace stator;
using namespace stator::encoding;

namespace {

std::string hex(std::string_view bytes) { return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex().toStdString(); }

const std::string kKey = std::string("\x10\0\0\0\0", 5) + "HASHHASHkey";

std::string encoded(const Entry &entry)
{
    std::string out;
    encodeEntry(entry, out);
    return out;
}

Entry oneOfEach()
{
    ItemChange put;
    put.storageId = 300;
    put.key = kKey;
    put.newDocument = "NEW";
    put.oldSizeBytes = 200;
    put.oldDocument = "OLD";
    put.stamp = {41, "eu"};
    ItemChange remove;
    remove.storageId = 1;
    remove.key = "odd";
    remove.oldSizeBytes = 5;
    Entry entry;
    entry.position = {2, 9};
    entry.commitTime = 1'700'000'000'000'000;
    entry.cause = Cause::Replication;
    entry.token = "tok";
    entry.tokenDigest = "dig";
    entry.changes = {put, remove, TableChange{testing::sampleDefinition()}, TableDrop{4, "T"},
                     IndexBackfill{5, 6, "b", "e"}, IndexClear{7, 8, "x", ""},
                     StreamTurn{9, 1000, {{1, {}}, {2, {0x4000000000000000}}}}};
    return entry;
}

} // namespace

class TestEntry : public QObject {
    Q_OBJECT

private slots:
    void bytesNeverChange()
    {
        ItemChange put;
        put.storageId = 1;
        put.key = kKey;
        put.newDocument = "NEW";
        Entry entry;
        entry.commitTime = 0x0102030405060708;
        entry.changes = {put};
        QCOMPARE(hex(encoded(entry)), std::string("0101" "0807060504030201" "01" "0101" "01"
                                                  "0b" "48415348484153486b6579" "00" "034e4557"));
        entry.changes = {StreamTurn{1, 2, {{3, {5}}}}};
        QCOMPARE(hex(encoded(entry)), std::string("0101" "0807060504030201" "01" "06" "01" "04" "01" "03" "01" "0500000000000000"));
        entry.changes = {TableDrop{200, "T"}, IndexBackfill{1, 2, "b", "e"}, IndexClear{1, 2, "b", ""}};
        entry.token = "t";
        entry.tokenDigest = "d";
        QCOMPARE(hex(encoded(entry)), std::string("0181" "0807060504030201" "0174" "0164" "03"
                                                  "03c8010154" "0401020162" "0165" "0501020162" "00"));
    }

    void readsBackWhatWasWritten()
    {
        const Entry entry = oneOfEach();
        const std::string bytes = encoded(entry);
        const auto decoded = decodeEntry(entry.position, bytes);
        QVERIFY(decoded.ok());
        QCOMPARE(encoded(*decoded), bytes);
        QCOMPARE(decoded->position.lsn, 9u);
        QCOMPARE(decoded->token, std::string("tok"));
        const auto &put = std::get<ItemChange>(decoded->changes[0]);
        QCOMPARE(put.key, kKey);
        QCOMPARE(put.oldDocument, std::string("OLD"));
        QCOMPARE(put.stamp.originRegion, std::string("eu"));
        QCOMPARE(std::get<ItemChange>(decoded->changes[1]).key, std::string("odd"));
        QVERIFY(std::get<TableChange>(decoded->changes[2]).definition == testing::sampleDefinition());
        QCOMPARE(std::get<IndexClear>(decoded->changes[5]).indexId, 8u);
        const auto &turn = std::get<StreamTurn>(decoded->changes[6]);
        QCOMPARE(turn.created, TimeMicros(1000));
        QVERIFY(turn.turns == (std::vector<ShardTurn>{{1, {}}, {2, {0x4000000000000000}}}));
    }

    void theCommitTimeCanBeSetLast()
    {
        Entry entry = oneOfEach();
        std::string bytes = encoded(entry);
        patchCommitTime(77, bytes.data());
        entry.commitTime = 77;
        QCOMPARE(hex(bytes), hex(encoded(entry)));
    }

    void aSmallPutCostsLittleBesideKeyAndDocument()
    {
        ItemChange put;
        put.storageId = 1;
        put.key = kKey;
        put.newDocument = std::string(100, 'x');
        Entry entry;
        entry.changes = {put};
        QVERIFY(encoded(entry).size() <= 100 + (kKey.size() - 5) + 18);
    }

    void whatIsCutShortIsCorruption()
    {
        const std::string bytes = encoded(oneOfEach());
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto decoded = decodeEntry({}, std::string_view(bytes).substr(0, size));
            QVERIFY(!decoded.ok());
            QCOMPARE(decoded.error().code, ErrorCode::Corruption);
        }
        QVERIFY(!decodeEntry({}, bytes + "x").ok());
        QCOMPARE(decodeEntry({}, "\x02" + bytes.substr(1)).error().code, ErrorCode::NewerFormat);
    }

    // Damage may go unnoticed here (the log's frames have checksums), but what is read must write back.
    void damagedBytesNeverCrash()
    {
        const std::string bytes = encoded(oneOfEach());
        SeededRandom random(5);
        int refused = 0;
        for (int i = 0; i < 10'000; ++i) {
            std::string damaged = bytes;
            for (std::uint64_t flips = 1 + random.below(3); flips > 0; --flips)
                damaged[random.below(damaged.size())] = static_cast<char>(random.next());
            const auto decoded = decodeEntry({1, 1}, damaged);
            refused += !decoded.ok();
            if (decoded)
                QVERIFY(decodeEntry({1, 1}, encoded(*decoded)).ok());
        }
        QVERIFY(refused > 1000);
    }

    void hugeCountsAreRefusedBeforeMemoryIsTaken()
    {
        const std::string head = std::string("\x01\x01\0\0\0\0\0\0\0\0", 10);
        QVERIFY(!decodeEntry({}, head + "\xFF\xFF\xFF\xFF\x7F").ok());
        QVERIFY(!decodeEntry({}, head + std::string("\x01\x01\x01\x01\xFF\xFF\xFF\xFF\x0F", 9)).ok());
    }
};

QTEST_GUILESS_MAIN(TestEntry)
#include "tst_entry.moc"
