// How programs, webhooks and runtime endpoints are called, and how their answers are read.
//
// The carriers are stand-ins; real programs are in tst_local_program_runner, real HTTP in tst_curl_client.
#include <QtTest/QTest>

#include "support/json_text.h"
#include "triggers/invoker.h"

using namespace stator;
using namespace stator::triggers;
using tests::jsonText;

namespace {

class OneProgram final : public ProgramRunner {
public:
    void run(ProgramRun run, std::stop_token, Completion<ProgramOutcome> done) override
    {
        asked = std::move(run);
        done(outcome);
    }
    ProgramRun asked;
    Result<ProgramOutcome> outcome = ProgramOutcome();
};

class OneReply final : public http::HttpClient {
public:
    void send(http::HttpRequest request, std::stop_token, Completion<http::HttpReply> done) override
    {
        asked = std::move(request);
        done(reply);
    }
    http::HttpRequest asked;
    Result<http::HttpReply> reply = http::HttpReply{200, {}, {}};
};

std::vector<FeedRecord> batchOf(std::initializer_list<const char *> numbers)
{
    std::vector<FeedRecord> batch;
    for (const char *number : numbers)
        batch.push_back({number, 0, "shardId-1", 0, std::string("{\"n\":") + number + "}"});
    return batch;
}

} // namespace

class TestInvoker : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_program = OneProgram();
        m_http = OneReply();
        m_trigger = {};
        m_trigger.name = "t";
    }

    void aProgramGetsTheEventOnItsInput()
    {
        m_trigger.target = {Target::Kind::Program, {"/bin/notify", "-v"}, {}, 7, 64};
        const Result<Delivery> delivery = deliver(batchOf({"1", "2"}));
        QVERIFY(delivery.ok());
        QCOMPARE(delivery->accepted, std::size_t(2));
        QCOMPARE(m_program.asked.input, jsonText("{'Records':[{'n':1},{'n':2}]}"));
        QCOMPARE(m_program.asked.arguments, (std::vector<std::string>{"/bin/notify", "-v"}));
        QCOMPARE(m_program.asked.timeoutMs, std::int64_t(7000));
        QCOMPARE(m_program.asked.memoryBytes, std::uint64_t(64) << 20);
    }

    void aProgramThatFailsSaysWhy_data()
    {
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("isTimedOut");
        QTest::addColumn<QString>("problem");
        QTest::newRow("exit code") << 3 << 0 << false << "/bin/notify ended with exit code 3: no network";
        QTest::newRow("signal") << 0 << 11 << false << "/bin/notify was ended by signal 11: no network";
        QTest::newRow("time") << 0 << 9 << true << "/bin/notify ran longer than 60 s and was killed: no network";
    }

    void aProgramThatFailsSaysWhy()
    {
        QFETCH(const int, exitCode);
        QFETCH(const int, signal);
        QFETCH(const bool, isTimedOut);
        QFETCH(const QString, problem);
        m_trigger.target = {Target::Kind::Program, {"/bin/notify"}, {}, 60, 64};
        m_program.outcome = ProgramOutcome{exitCode, signal, isTimedOut, {}, "no network\n", 0, 0};
        const Result<Delivery> delivery = deliver(batchOf({"1"}));
        QVERIFY(!delivery.ok());
        QCOMPARE(delivery.error().message, problem.toStdString());
    }

    void aWebhookIsPosted()
    {
        m_trigger.target = {Target::Kind::Webhook, {}, "http://127.0.0.1:9000/hook", 5, 64};
        m_http.reply = http::HttpReply{204, {}, {}};
        QVERIFY(deliver(batchOf({"1"})).ok());
        QCOMPARE(m_http.asked.method, std::string("POST"));
        QCOMPARE(m_http.asked.url, m_trigger.target.url);
        QCOMPARE(m_http.asked.body, jsonText("{'Records':[{'n':1}]}"));
        QCOMPARE(m_http.asked.timeoutMs, std::int64_t(5000));
        m_http.reply = http::HttpReply{503, {}, "later"};
        QCOMPARE(deliver(batchOf({"1"})).error().message,
                 std::string("http://127.0.0.1:9000/hook answered 503: later"));
        m_http.reply = http::HttpReply{302, {}, {}};
        QVERIFY(!deliver(batchOf({"1"})).ok());
    }

    void aRuntimeEndpointIsInvoked()
    {
        m_trigger.target = {Target::Kind::Lambda, {}, "http://127.0.0.1:9001", 5, 64};
        QVERIFY(deliver(batchOf({"1"})).ok());
        QCOMPARE(m_http.asked.url, std::string("http://127.0.0.1:9001/2015-03-31/functions/function/invocations"));
        m_trigger.target.url = "http://127.0.0.1:3001/2015-03-31/functions/Orders/invocations";
        QVERIFY(deliver(batchOf({"1"})).ok());
        QCOMPARE(m_http.asked.url, m_trigger.target.url);
        m_http.reply = http::HttpReply{200, {{"x-amz-function-error", "Unhandled"}}, "{}"};
        QCOMPARE(deliver(batchOf({"1"})).error().message, std::string("The function failed: {}"));
        m_http.reply = http::HttpReply{200, {}, jsonText("{'errorMessage':'x','errorType':'TypeError','stackTrace':[]}")};
        QVERIFY(!deliver(batchOf({"1"})).ok());
        m_http.reply = http::HttpReply{200, {}, jsonText("{'errorMessage':'mine'}")};
        QVERIFY(deliver(batchOf({"1"})).ok());
    }

    void readsPartialAnswers_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("accepted"); // -1: the whole batch failed
        QTest::newRow("empty") << "" << 3;
        QTest::newRow("blank") << " \n" << 3;
        QTest::newRow("null") << "null" << 3;
        QTest::newRow("no list") << "{}" << 3;
        QTest::newRow("null list") << "{'batchItemFailures':null}" << 3;
        QTest::newRow("empty list") << "{'batchItemFailures':[]}" << 3;
        QTest::newRow("the last") << "{'batchItemFailures':[{'itemIdentifier':'13'}]}" << 2;
        QTest::newRow("the lowest of two")
            << "{'batchItemFailures':[{'itemIdentifier':'13'},{'itemIdentifier':'12'}]}" << 1;
        QTest::newRow("the first") << "{'batchItemFailures':[{'itemIdentifier':'11'}]}" << 0;
        QTest::newRow("another's") << "{'batchItemFailures':[{'itemIdentifier':'99'}]}" << -1;
        QTest::newRow("empty identifier") << "{'batchItemFailures':[{'itemIdentifier':''}]}" << -1;
        QTest::newRow("null identifier") << "{'batchItemFailures':[{'itemIdentifier':null}]}" << -1;
        QTest::newRow("no identifier") << "{'batchItemFailures':[{}]}" << -1;
        QTest::newRow("no array") << "{'batchItemFailures':'11'}" << -1;
        QTest::newRow("no JSON") << "done" << -1;
        QTest::newRow("text") << "'done'" << -1;
    }

    void readsPartialAnswers()
    {
        QFETCH(const QString, answer);
        QFETCH(const int, accepted);
        m_trigger.target = {Target::Kind::Program, {"/bin/notify"}, {}, 60, 64};
        m_program.outcome = ProgramOutcome{0, 0, false, jsonText(answer.toStdString()), {}, 0, 0};
        const Result<Delivery> plain = deliver(batchOf({"11", "12", "13"}));
        QCOMPARE(plain->accepted, std::size_t(3)); // who did not ask for reports gets none
        m_trigger.reportsItemFailures = true;
        const Result<Delivery> delivery = deliver(batchOf({"11", "12", "13"}));
        QCOMPARE(delivery.ok() ? static_cast<int>(delivery->accepted) : -1, accepted);
        if (accepted >= 0 && accepted < 3)
            QVERIFY(delivery->problem.find("1" + std::to_string(accepted + 1)) != std::string::npos);
    }

private:
    Result<Delivery> deliver(const std::vector<FeedRecord> &batch)
    {
        const Carriers carriers{&m_program, &m_http};
        const auto invoker =
            makeFunctionInvoker(makeFunction(m_trigger, "us-east-1", carriers), m_trigger.reportsItemFailures);
        Result<Delivery> result = Error::internal();
        invoker->invoke(batch, {}, [&result](Result<Delivery> delivery) { result = std::move(delivery); });
        return result;
    }

    OneProgram m_program;
    OneReply m_http;
    Trigger m_trigger;
};

QTEST_GUILESS_MAIN(TestInvoker)
#include "tst_invoker.moc"
