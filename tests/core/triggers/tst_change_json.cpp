// The texts a function and a Kinesis data stream are handed, byte for byte.
#include <QtTest/QTest>

#include "document/json_reader.h"
#include "support/json_text.h"
#include "triggers/change_json.h"

using namespace stator;
using namespace stator::triggers;
using tests::jsonText;

class TestChangeJson : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_keys = *document::parseItem(jsonText("{'pk':{'S':'a'}}"));
        m_new = *document::parseItem(jsonText("{'pk':{'S':'a'},'n':{'N':'2'}}"));
        m_old = *document::parseItem(jsonText("{'pk':{'S':'a'},'n':{'N':'1'}}"));
        m_change = {};
        m_change.eventId = "c4ca4238a0b923820dcc509a6f75849b";
        m_change.eventName = "MODIFY";
        m_change.region = "us-east-1";
        m_change.table = "Music";
        m_change.streamArn = "arn:aws:dynamodb:us-east-1:000000000000:table/Music/stream/2026-11-01T00:00:00.000";
        m_change.sequenceNumber = "100000000000000000700001";
        m_change.viewType = "NEW_AND_OLD_IMAGES";
        m_change.created = 1'700'000'000'123'456;
        m_change.sizeBytes = 26;
        m_change.keys = m_keys.view();
        m_change.newImage = m_new.view();
        m_change.oldImage = m_old.view();
    }

    void writesWhatAFunctionReads()
    {
        std::string out;
        appendEventRecord(m_change, out);
        QCOMPARE(out, jsonText("{'eventID':'c4ca4238a0b923820dcc509a6f75849b','eventName':'MODIFY','eventVersion':'1.1',"
                               "'eventSource':'aws:dynamodb','awsRegion':'us-east-1','dynamodb':{"
                               "'ApproximateCreationDateTime':1700000000,'Keys':{'pk':{'S':'a'}},"
                               "'NewImage':{'n':{'N':'2'},'pk':{'S':'a'}},'OldImage':{'n':{'N':'1'},'pk':{'S':'a'}},"
                               "'SequenceNumber':'100000000000000000700001','SizeBytes':26,"
                               "'StreamViewType':'NEW_AND_OLD_IMAGES'},'eventSourceARN':'arn:aws:dynamodb:us-east-1:"
                               "000000000000:table/Music/stream/2026-11-01T00:00:00.000'}"));
    }

    void marksWhatTimeToLiveDeleted()
    {
        m_change.eventName = "REMOVE";
        m_change.isExpiry = true;
        m_change.newImage.reset();
        m_change.oldImage.reset();
        m_change.viewType = "KEYS_ONLY";
        std::string out;
        appendEventRecord(m_change, out);
        QVERIFY(out.find(jsonText("'userIdentity':{'type':'Service','principalId':'dynamodb.amazonaws.com'}"))
                != std::string::npos);
        QVERIFY(out.find("Image\"") == std::string::npos);
    }

    void writesWhatKinesisConsumersRead()
    {
        std::string out;
        appendKinesisRecord(m_change, false, out);
        QCOMPARE(out, jsonText("{'awsRegion':'us-east-1','eventID':'c4ca4238a0b923820dcc509a6f75849b',"
                               "'eventName':'MODIFY','userIdentity':null,'recordFormat':'application/json',"
                               "'tableName':'Music','dynamodb':{'ApproximateCreationDateTime':1700000000123,"
                               "'Keys':{'pk':{'S':'a'}},'NewImage':{'n':{'N':'2'},'pk':{'S':'a'}},"
                               "'OldImage':{'n':{'N':'1'},'pk':{'S':'a'}},'SizeBytes':26},"
                               "'eventSource':'aws:dynamodb'}"));
        out.clear();
        appendKinesisRecord(m_change, true, out);
        QVERIFY(out.find(jsonText("'ApproximateCreationDateTime':1700000000123456,"
                                  "'ApproximateCreationDateTimePrecision':'MICROSECOND'"))
                != std::string::npos);
    }

private:
    document::Item m_keys;
    document::Item m_new;
    document::Item m_old;
    ChangeView m_change;
};

QTEST_GUILESS_MAIN(TestChangeJson)
#include "tst_change_json.moc"
