#include <QTest>

#include <QFile>
#include <QTemporaryDir>

#include "features/requests/recording.h"
#include "features/requests/response_difference.h"
#include "support/json_text.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;
using tests::jsonText;

namespace {

RecordedRequest sample()
{
    RecordedRequest request;
    request.timeSeconds = 1'700'000'000.25;
    request.region = u"eu-west-1"_s;
    request.operation = u"GetItem"_s;
    request.status = 400;
    request.request = "{\"TableName\":\"T\",\"Key\":{\"a\":{\"S\":\"é \\\" \\n\"}}}";
    request.response = "{\"__type\":\"x\"}";
    request.isResponseCut = true;
    return request;
}

} // namespace

class TestRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsRequestsByteForByte()
    {
        const QByteArray file = recordingHead(1) + recordingLine(sample()) + recordingLine(sample());
        const auto recording = parseRecording(file);
        QVERIFY(recording.ok());
        QCOMPARE(recording->size(), std::size_t(2));
        const RecordedRequest &one = recording->back();
        QCOMPARE(one.timeSeconds, sample().timeSeconds);
        QCOMPARE(one.region, sample().region);
        QCOMPARE(one.operation, sample().operation);
        QCOMPARE(one.status, 400);
        QCOMPARE(one.request, sample().request);
        QCOMPARE(one.response, sample().response);
        QVERIFY(one.isResponseCut);
        QVERIFY(!one.isRequestCut);
    }

    void leavesOutALineThatWasCutOff()
    {
        const QByteArray file = recordingHead(1) + recordingLine(sample());
        for (qsizetype end = recordingHead(1).size(); end < file.size() - 2; ++end) {
            const auto recording = parseRecording(file.left(end));
            QVERIFY(recording.ok());
            QVERIFY(recording->empty());
        }
    }

    void refusesWhatIsNoRecording_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other json") << QByteArray("{\"a\":1}\n");
        QTest::newRow("newer") << QByteArray("{\"StatorRecording\":2}\n");
        QTest::newRow("broken in the middle") << QByteArray(recordingHead(1) + "nonsense\n" + recordingLine(sample()));
    }
    void refusesWhatIsNoRecording()
    {
        QFETCH(QByteArray, bytes);
        const auto recording = parseRecording(bytes);
        QVERIFY(!recording.ok());
        QVERIFY(!recording.error().message.empty());
    }

    void saysThatAFileCannotBeRead() { QVERIFY(!readRecording(u"/nowhere/at/all.jsonl"_s).ok()); }

    void tellsWhereAnswersDiffer_data()
    {
        QTest::addColumn<std::string>("recorded");
        QTest::addColumn<std::string>("replayed");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("the same") << jsonText("{'a':1}") << jsonText("{'a':1}") << QStringList();
        QTest::newRow("other order") << jsonText("{'a':1,'b':2}") << jsonText("{'b':2,'a':1}") << QStringList();
        QTest::newRow("a value") << jsonText("{'Item':{'n':{'N':'1'}}}") << jsonText("{'Item':{'n':{'N':'2'}}}")
                                 << QStringList{u"Item.n.N"_s};
        QTest::newRow("absent") << jsonText("{'Items':[{'a':{'S':'x'}}]}") << jsonText("{'Items':[]}")
                                << QStringList{u"Items[0]"_s};
        QTest::newRow("more") << jsonText("{}") << jsonText("{'Item':{}}") << QStringList{u"Item"_s};
        QTest::newRow("a time") << jsonText("{'Table':{'CreationDateTime':1,'TableId':'a'}}")
                                << jsonText("{'Table':{'CreationDateTime':2,'TableId':'b'}}") << QStringList();
        QTest::newRow("an attribute called like one") << jsonText("{'Item':{'TableId':{'S':'a'}}}")
                                                      << jsonText("{'Item':{'TableId':{'S':'b'}}}")
                                                      << QStringList{u"Item.TableId.S"_s};
        QTest::newRow("empty") << std::string() << jsonText("{'a':1}") << QStringList{u"a"_s};
    }
    void tellsWhereAnswersDiffer()
    {
        QFETCH(std::string, recorded);
        QFETCH(std::string, replayed);
        QFETCH(QStringList, paths);
        QStringList found;
        for (const ResponseDifference &difference : differencesOf(recorded, replayed))
            found.append(difference.path);
        QCOMPARE(found, paths);
    }

    void comparesACutAnswerAsFarAsItGoes()
    {
        QVERIFY(differencesOf("{\"Items\":[1", "{\"Items\":[1,2]}", true).isEmpty());
        QCOMPARE(differencesOf("{\"Items\":[1", "{\"Items\":[2]}", true).size(), qsizetype(1));
        QCOMPARE(differencesOf("{\"Items\":[1", "{}", true).size(), qsizetype(1));
    }

    void stopsAtSoManyDifferences()
    {
        std::string left = "{\"a\":[0";
        std::string right = "{\"a\":[1";
        for (int i = 0; i < 50; ++i) {
            left += ",0";
            right += ",1";
        }
        QCOMPARE(differencesOf(left + "]}", right + "]}", false, 7).size(), qsizetype(7));
    }
};

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
