// What the frames of change files hold.
#include <QTest>

#include "base/random.h"
#include "encoding/keys.h"
#include "encoding/stream.h"
#include "support/tables.h"

using namespace stator;
using namespace stator::encoding;

namespace {

std::string hex(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex().toStdString();
}

StreamDescription describe(model::StreamViewType view)
{
    StreamDescription stream;
    stream.storageId = 300;
    stream.created = 1000;
    stream.tableName = "T";
    stream.keys = testing::table(300).keys;
    stream.viewType = view;
    return stream;
}

ItemChange changeOf(const document::Item *before, const document::Item *after)
{
    model::TableDefinition table = testing::table(300);
    table.stream.status = model::StreamStatus::Enabled;
    return testing::change(table, before, after);
}

ShardLineage sampleLineage()
{
    ShardLineage lineage;
    lineage.begin({0x8000000000000000}, {1, 5}, 100);
    lineage.turn({{1, {0x4000000000000000}}}, {1, 9}, 200);
    return lineage;
}

} // namespace

class TestStream : public QObject {
    Q_OBJECT

private slots:
    void bytesNeverChange()
    {
        std::string description;
        appendStreamDescription(describe(model::StreamViewType::NewImage), description);
        QCOMPARE(hex(description), std::string("01" "ac02" "d00f" "0154" "0102706b04" "0102736b03" "02"));

        const document::Item item = testing::item("p", 1, {}, 0, {});
        std::string changes;
        beginChanges(Cause::Client, 0x0102030405060708, changes);
        QCOMPARE(hex(changes), std::string("01" "0807060504030201" "01"));
        std::string record;
        appendRecord(describe(model::StreamViewType::NewImage), changeOf(nullptr, &item), 3, record);
        std::string hash;
        const std::uint64_t value = hashOfKey(itemKey(describe({}).keys, item.view()));
        for (unsigned i = 0; i < 8; ++i)
            hash.push_back(static_cast<char>(value >> 8 * i));
        const std::string document = item.bytes();
        QVERIFY(document.size() < 100);
        const std::string expected = std::string(1, static_cast<char>(document.size() + 11)) + "\x03\x0a" + hash +
                                     static_cast<char>(document.size()) + document;
        QCOMPARE(hex(record), hex(expected));

        std::string turns;
        appendTurns(7, {{2, {}}, {3, {5}}}, turns);
        QCOMPARE(hex(turns), std::string("02" "0700000000000000" "02" "0200" "0301" "0500000000000000"));
        std::string close;
        appendClose(7, close);
        QCOMPARE(hex(close), std::string("03" "0700000000000000"));
        std::string lineage;
        ShardLineage one;
        one.begin({}, {1, 5}, 100);
        appendLineage(7, one, lineage);
        QCOMPARE(hex(lineage), std::string("04" "0700000000000000" "02" "01" "0100" "0000000000000000" "ffffffffffffffff"
                                           "0105" "6400000000000000" "0000" "0000000000000000"));
    }

    void readsBackWhatWasWritten_data()
    {
        QTest::addColumn<int>("view");
        QTest::newRow("KEYS_ONLY") << 1;
        QTest::newRow("NEW_IMAGE") << 2;
        QTest::newRow("OLD_IMAGE") << 3;
        QTest::newRow("NEW_AND_OLD_IMAGES") << 4;
    }

    void readsBackWhatWasWritten()
    {
        QFETCH(const int, view);
        const StreamDescription stream = describe(static_cast<model::StreamViewType>(view));
        const bool showsNew = view == 2 || view == 4;
        const bool showsOld = view == 3 || view == 4;
        const document::Item one = testing::item("p", 1, "red", 3);
        const document::Item two = testing::item("p", 1, "green", 4);
        std::string payload;
        beginChanges(Cause::TimeToLive, 77, payload);
        appendRecord(stream, changeOf(nullptr, &one), 0, payload);
        appendRecord(stream, changeOf(&one, &two), 1, payload);
        appendRecord(stream, changeOf(&two, nullptr), 5, payload);

        auto reader = RecordReader::create({2, 9}, payload);
        QVERIFY(reader.ok());
        RecordView record;
        const std::pair<const document::Item *, const document::Item *> changes[] = {{nullptr, &one}, {&one, &two}, {&two, nullptr}};
        const std::uint32_t indexes[] = {0, 1, 5};
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(*reader->next(0, ~std::uint64_t{0}, record));
            const auto [before, after] = changes[i];
            QVERIFY(record.place == (RecordPlace{{2, 9}, indexes[i]}));
            QCOMPARE(record.commitTime, TimeMicros(77));
            QCOMPARE(record.cause, Cause::TimeToLive);
            QCOMPARE(record.wasThere, before != nullptr);
            QCOMPARE(record.isThere, after != nullptr);
            QCOMPARE(record.newImage.has_value(), after != nullptr && showsNew);
            QCOMPARE(record.oldImage.has_value(), before != nullptr && showsOld);
            QCOMPARE(record.keys.has_value(), !record.newImage && !record.oldImage);
            if (record.newImage)
                QVERIFY(*record.newImage == after->view());
            if (record.oldImage)
                QVERIFY(*record.oldImage == before->view());
            if (record.keys)
                QCOMPARE(record.keys->attributeCount(), 2u);
            QCOMPARE(itemKey(stream.keys, record.anyWithKeys()), itemKey(stream.keys, one.view()));
            QCOMPARE(record.hash, hashOfKey(itemKey(stream.keys, one.view())));
        }
        QVERIFY(!*reader->next(0, ~std::uint64_t{0}, record));
        // Other shards' records are passed over.
        auto others = RecordReader::create({2, 9}, payload);
        QVERIFY(!*others->next(record.hash + 1, ~std::uint64_t{0}, record));

        const auto again = parseStreamDescription([&] {
            std::string bytes;
            appendStreamDescription(stream, bytes);
            return bytes;
        }());
        QVERIFY(again.ok() && *again == stream);
    }

    void lineageFollowsTurns()
    {
        ShardLineage lineage = sampleLineage();
        QCOMPARE(lineage.shards.size(), std::size_t(4));
        QVERIFY(!lineage.shards[0].isOpen());
        QCOMPARE(lineage.shards[2].parent, 1u);
        QCOMPARE(lineage.shards[2].lastHash, 0x3fffffffffffffffu);
        QCOMPARE(lineage.shards[3].firstHash, 0x4000000000000000u);
        QCOMPARE(lineage.shards[3].lastHash, 0x7fffffffffffffffu);
        const ShardLineage before = lineage;
        lineage.turn({{1, {}}, {99, {}}}, {1, 10}, 250); // closed, and unknown
        QVERIFY(lineage == before);

        std::string bytes;
        appendLineage(300, lineage, bytes);
        const auto parsed = parseLineage(bytes);
        QVERIFY(parsed.ok() && *parsed == lineage);

        QCOMPARE(lineage.closedAt(), TimeMicros(0));
        lineage.close({1, 12}, 400);
        QVERIFY(lineage.isClosed());
        QCOMPARE(lineage.closedAt(), TimeMicros(400));
        lineage.forgetClosedBefore(201);
        QCOMPARE(lineage.shards.size(), std::size_t(3));
        QVERIFY(!lineage.find(1) && lineage.find(2));
    }

    void whatIsCutShortIsRefused()
    {
        const StreamDescription stream = describe(model::StreamViewType::NewAndOldImages);
        const document::Item item = testing::item("p", 1, "red", 3);
        std::string changes;
        beginChanges(Cause::Client, 77, changes);
        appendRecord(stream, changeOf(nullptr, &item), 0, changes);
        for (std::size_t size = 0; size < changes.size(); ++size) {
            auto reader = RecordReader::create({1, 1}, std::string_view(changes).substr(0, size));
            RecordView record;
            if (reader.ok() && size > 10)
                QVERIFY(!reader->next(0, ~std::uint64_t{0}, record).ok());
            else
                QCOMPARE(reader.ok(), size == 10); // no record at all
        }
        std::string lineage;
        appendLineage(300, sampleLineage(), lineage);
        std::string turns;
        appendTurns(7, {{2, {}}, {3, {5}}}, turns);
        std::string description;
        appendStreamDescription(stream, description);
        for (std::size_t size = 0; size < lineage.size(); ++size)
            QVERIFY(!parseLineage(std::string_view(lineage).substr(0, size)).ok());
        for (std::size_t size = 0; size < turns.size(); ++size)
            QVERIFY(!parseTurns(std::string_view(turns).substr(0, size)).ok());
        for (std::size_t size = 0; size < description.size(); ++size)
            QVERIFY(!parseStreamDescription(std::string_view(description).substr(0, size)).ok());
        QCOMPARE(streamFrameKind("\x09" + std::string(20, 'x')).error().code, ErrorCode::NewerFormat);
        QCOMPARE(streamFrameKind("").error().code, ErrorCode::Corruption);
    }

    void damagedBytesNeverCrash()
    {
        const StreamDescription stream = describe(model::StreamViewType::NewAndOldImages);
        const document::Item item = testing::item("p", 1, "red", 3);
        std::string changes;
        beginChanges(Cause::Client, 77, changes);
        appendRecord(stream, changeOf(nullptr, &item), 0, changes);
        std::string lineage;
        appendLineage(300, sampleLineage(), lineage);
        SeededRandom random(5);
        int refused = 0;
        for (int i = 0; i < 10'000; ++i) {
            std::string bytes = i % 2 == 0 ? changes : lineage;
            bytes[random.below(bytes.size())] = static_cast<char>(random.next());
            RecordView record;
            auto reader = RecordReader::create({1, 1}, bytes);
            refused += !reader.ok() || !reader->next(0, ~std::uint64_t{0}, record).ok();
            refused += !parseLineage(bytes).ok();
            refused += !parseTurns(bytes).ok();
        }
        QVERIFY(refused > 10'000);
    }
};

QTEST_GUILESS_MAIN(TestStream)
#include "tst_stream.moc"
