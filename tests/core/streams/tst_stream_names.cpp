// Labels, shard ids, sequence numbers and iterators: what clients name places by.
#include <QtTest/QTest>

#include "streams/sequence_number.h"
#include "streams/shard_iterator.h"
#include "streams/stream_names.h"

using namespace stator;
using namespace stator::streams;
using encoding::RecordPlace;

class TestStreamNames : public QObject {
    Q_OBJECT

private slots:
    void labelsAreTimes_data()
    {
        QTest::addColumn<qlonglong>("millis");
        QTest::addColumn<QString>("label");
        QTest::newRow("the epoch") << 0LL << QStringLiteral("1970-01-01T00:00:00.000");
        QTest::newRow("a leap day") << 1709208000123LL << QStringLiteral("2024-02-29T12:00:00.123");
        QTest::newRow("the end of a leap year") << 1735689599999LL << QStringLiteral("2024-12-31T23:59:59.999");
        QTest::newRow("after a leap year") << 1735689600000LL << QStringLiteral("2025-01-01T00:00:00.000");
        QTest::newRow("a century without a leap day") << 4107542400000LL << QStringLiteral("2100-03-01T00:00:00.000");
    }

    void labelsAreTimes()
    {
        QFETCH(const qlonglong, millis);
        QFETCH(const QString, label);
        QCOMPARE(QString::fromStdString(streamLabel(millis * 1000)), label);
        const auto parsed = parseStreamLabel(label.toStdString());
        QVERIFY(parsed.has_value());
        QCOMPARE(*parsed, TimeMicros(millis * 1000));
    }

    void everyDayHasItsLabel()
    {
        for (TimeMicros day = 0; day < 60'000; ++day) {
            const TimeMicros time = day * 86'400'000'000 + 3'723'004'000;
            const auto parsed = parseStreamLabel(streamLabel(time));
            QVERIFY(parsed && *parsed == time);
        }
    }

    void refusesWhatIsNoLabel_data()
    {
        QTest::addColumn<QString>("label");
        for (const char *label : {"", "2024-02-30T12:00:00.123", "2024-02-29 12:00:00.123", "2024-13-01T12:00:00.123",
                                  "2024-02-29T24:00:00.123", "2024-02-29T12:60:00.123", "2024-02-29T12:00:60.123",
                                  "2024-02-29T12:00:00.12", "1969-02-28T12:00:00.123", "2024-00-10T12:00:00.123"})
            QTest::newRow(label) << QString::fromLatin1(label);
    }

    void refusesWhatIsNoLabel()
    {
        QFETCH(const QString, label);
        QVERIFY(!parseStreamLabel(label.toStdString()));
    }

    void sequenceNumbersGrowWithPlaces()
    {
        const std::vector<RecordPlace> places{{{1, 1}, 0}, {{1, 1}, 1}, {{1, 9'999'999'999'999'999}, 99'999}, {{2, 3}, 0},
                                              {{10, 3}, 0}, {{10, 4}, 0}};
        std::string before;
        for (const RecordPlace &place : places) {
            const std::string text = sequenceNumber(place);
            QVERIFY(text.size() >= 21 && text.size() <= 40);
            QVERIFY(text.size() > before.size() || (text.size() == before.size() && text > before));
            const auto parsed = parseSequenceNumber(text);
            QVERIFY(parsed && *parsed == place);
            before = text;
        }
        QCOMPARE(sequenceNumber({{3, 42}, 7}), std::string("3000000000000004200007"));
    }

    void refusesWhatIsNoSequenceNumber()
    {
        for (const char *text : {"", "1", "300000000000000420000", "30000000000000042000x7", "-3000000000000004200007",
                                 "99999999999999999999999999999999999999999999"})
            QVERIFY2(!parseSequenceNumber(text), text);
    }

    void shardIdsAreUnlikeEachOther()
    {
        encoding::StreamDescription stream;
        stream.storageId = 5;
        stream.created = 1'700'000'000'123'000;
        encoding::Shard shard;
        shard.openedAt = stream.created;
        QSet<QString> ids;
        for (shard.number = 1; shard.number <= 1000; ++shard.number) {
            const QString id = QString::fromStdString(shardId(stream, shard));
            static const QRegularExpression pattern(QStringLiteral("^shardId-\\d{20}-[0-9a-f]{8}$"));
            QVERIFY2(pattern.match(id).hasMatch(), qPrintable(id));
            ids.insert(id);
        }
        QCOMPARE(ids.size(), 1000);
    }

    void iteratorsComeBackAsTheyWent()
    {
        ShardIterator iterator;
        iterator.streamArn = "arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/2024-02-29T12:00:00.123";
        iterator.shard = 7;
        iterator.place = {{3, 1'000'000}, 4};
        iterator.issued = 1'700'000'000'000'001;
        const std::string text = writeShardIterator(iterator);
        const auto parsed = parseShardIterator(text);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->streamArn, iterator.streamArn);
        QCOMPARE(parsed->shard, iterator.shard);
        QVERIFY(parsed->place == iterator.place);
        QCOMPARE(parsed->issued, iterator.issued);
        for (std::size_t length = 0; length < text.size(); ++length)
            QVERIFY(!parseShardIterator(std::string_view(text).substr(0, length)).ok());
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string changed = text;
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            QVERIFY(!parseShardIterator(changed).ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestStreamNames)
#include "tst_stream_names.moc"
