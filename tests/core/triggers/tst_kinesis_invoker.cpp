// What is sent to a Kinesis data stream, and how its answers are read. npm's kinesalite is in tests/clients.
#include <QtTest/QTest>

#include "support/json_text.h"
#include "triggers/kinesis_invoker.h"

using namespace stator;
using namespace stator::triggers;
using tests::jsonText;

namespace {

class OneReply final : public http::HttpClient {
public:
    void send(http::HttpRequest request, std::stop_token, Completion<http::HttpReply> done) override
    {
        asked.push_back(std::move(request));
        done(reply);
    }
    std::vector<http::HttpRequest> asked;
    Result<http::HttpReply> reply = http::HttpReply{200, {}, {}};
};

FeedRecord recordWith(std::string json, std::uint64_t hash = 0xAB)
{
    return {"1", hash, "shardId-1", 0, std::move(json)};
}

} // namespace

class TestKinesisInvoker : public QObject {
    Q_OBJECT

private slots:
    void init() { m_http = OneReply(); }

    void putsRecordsByTheirKey()
    {
        m_http.reply = http::HttpReply{200, {}, jsonText("{'FailedRecordCount':0,'Records':[{'SequenceNumber':'1'},"
                                                         "{'SequenceNumber':'2','ErrorCode':null}]}")};
        const Result<Delivery> delivery = deliver({recordWith("{}"), recordWith("{\"a\":1}", 0x1234)});
        QVERIFY(delivery.ok());
        QCOMPARE(delivery->accepted, std::size_t(2));
        const http::HttpRequest &asked = m_http.asked.at(0);
        QCOMPARE(asked.body, jsonText("{'StreamName':'changes','Records':[{'Data':'e30=','PartitionKey':"
                                      "'00000000000000AB'},{'Data':'eyJhIjoxfQ==','PartitionKey':"
                                      "'0000000000001234'}]}"));
        QCOMPARE(asked.headers.at(1).second, std::string("Kinesis_20131202.PutRecords"));
        QCOMPARE(asked.signing->region, std::string("eu-west-1"));
        QCOMPARE(asked.signing->service, std::string("kinesis"));
    }

    void acceptsWhatLiesBeforeARefusedRecord()
    {
        m_http.reply =
            http::HttpReply{200, {}, jsonText("{'FailedRecordCount':1,'Records':[{'SequenceNumber':'1'},{'ErrorCode':"
                                              "'ProvisionedThroughputExceededException','ErrorMessage':'Rate "
                                              "exceeded'},{'SequenceNumber':'3'}]}")};
        const Result<Delivery> delivery = deliver({recordWith("{}"), recordWith("{}"), recordWith("{}")});
        QCOMPARE(delivery->accepted, std::size_t(1));
        QCOMPARE(delivery->problem,
                 std::string("Kinesis refused a record: ProvisionedThroughputExceededException: Rate exceeded"));
    }

    void failsWithTheWordsOfTheEndpoint()
    {
        m_http.reply = http::HttpReply{
            400, {}, jsonText("{'__type':'ResourceNotFoundException','message':'Stream changes not found'}")};
        QCOMPARE(deliver({recordWith("{}")}).error().message,
                 std::string("Kinesis answered 400 ResourceNotFoundException: Stream changes not found"));
        m_http.reply = http::HttpReply{502, {}, "<html>"};
        QCOMPARE(deliver({recordWith("{}")}).error().message, std::string("Kinesis answered 502"));
        m_http.reply = http::HttpReply{200, {}, jsonText("{'Records':[]}")};
        QVERIFY(!deliver({recordWith("{}")}).ok());
    }

    // No endpoint would ever take it, and it must not keep the others waiting for ever.
    void leavesOutWhatNoStreamCanHold()
    {
        const FeedRecord large = recordWith(std::string(1u << 20, 'x'));
        const Result<Delivery> delivery = deliver({large, recordWith("{}")});
        QCOMPARE(delivery->accepted, std::size_t(1));
        QVERIFY(delivery->problem.find("larger than Kinesis takes") != std::string::npos);
        QVERIFY(m_http.asked.empty());
        m_http.reply = http::HttpReply{200, {}, jsonText("{'Records':[{'SequenceNumber':'1'}]}")};
        QCOMPARE(deliver({recordWith("{}"), large})->accepted, std::size_t(1));
        QCOMPARE(m_http.asked.size(), std::size_t(1));
    }

    void asksWhetherTheStreamIsThere()
    {
        m_http.reply = http::HttpReply{200, {}, jsonText("{'StreamDescription':{'StreamStatus':'ACTIVE'}}")};
        QVERIFY(ask().ok());
        m_http.reply = http::HttpReply{200, {}, jsonText("{'StreamDescription':{'StreamStatus':'DELETING'}}")};
        QCOMPARE(ask().error().message, std::string("The Kinesis data stream is DELETING"));
        m_http.reply = Error::io("nobody listens");
        QCOMPARE(ask().error().message, std::string("nobody listens"));
    }

    void readsArns_data()
    {
        QTest::addColumn<QString>("arn");
        QTest::addColumn<QString>("name"); // empty: it is none
        QTest::newRow("a stream") << "arn:aws:kinesis:eu-west-1:000000000000:stream/changes" << "changes";
        QTest::newRow("a table") << "arn:aws:dynamodb:eu-west-1:000000000000:table/changes" << "";
        QTest::newRow("no name") << "arn:aws:kinesis:eu-west-1:000000000000:stream/" << "";
        QTest::newRow("no region") << "arn:aws:kinesis::000000000000:stream/changes" << "";
        QTest::newRow("words") << "some words that are no name of anything" << "";
    }

    void readsArns()
    {
        QFETCH(const QString, arn);
        QFETCH(const QString, name);
        const auto parsed = parseKinesisArn(arn.toStdString());
        QCOMPARE(parsed.ok() ? QString::fromStdString(parsed->name) : QString(), name);
    }

private:
    Result<Delivery> deliver(const std::vector<FeedRecord> &batch)
    {
        const auto invoker = makeKinesisInvoker({"eu-west-1", "changes"}, {"http://127.0.0.1:1", {"k", "s", {}}}, m_http);
        Result<Delivery> result = Error::internal();
        invoker->invoke(batch, {}, [&result](Result<Delivery> delivery) { result = std::move(delivery); });
        return result;
    }
    Result<void> ask()
    {
        Result<void> result = Error::internal();
        askForKinesisStream({"eu-west-1", "changes"}, {"http://127.0.0.1:1", {"k", "s", {}}}, m_http, {},
                            [&result](Result<void> answer) { result = std::move(answer); });
        return result;
    }

    OneReply m_http;
};

QTEST_GUILESS_MAIN(TestKinesisInvoker)
#include "tst_kinesis_invoker.moc"
