// The client against a server of the test's own, on the loopback interface.
#include <QtTest/QTest>

#include <future>

#include "http/curl_client.h"
#include "support/http_stand_in.h"

using namespace stator;
using namespace stator::http;
using stator::test::HttpStandIn;

class TestCurlClient : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_client = std::make_unique<CurlClient>();
        m_client->start();
    }
    void cleanup() { m_client.reset(); }

    void sendsMethodHeadersAndBody()
    {
        HttpStandIn server([](const std::string &) {
            return HttpStandIn::reply(202, "taken", "X-Amz-Function-Error:  Unhandled \r\n");
        });
        HttpRequest request;
        request.url = server.url("/hook?a=b");
        request.headers = {{"Content-Type", "application/json"}};
        request.body = "{\"Records\":[]}";
        const Result<HttpReply> reply = send(request);
        QVERIFY(reply.ok());
        QCOMPARE(reply->status, 202);
        QCOMPARE(reply->body, std::string("taken"));
        QCOMPARE(std::string(reply->header("x-amz-function-error")), std::string("Unhandled"));
        const std::string seen = server.requests().at(0);
        QVERIFY(seen.rfind("POST /hook?a=b HTTP/1.1\r\n", 0) == 0);
        QVERIFY(seen.find("Content-Type: application/json\r\n") != std::string::npos);
        QVERIFY(seen.find("Expect:") == std::string::npos);
        QVERIFY(seen.substr(seen.find("\r\n\r\n") + 4) == request.body);
    }

    void repliesOfAnyStatusAreReplies()
    {
        HttpStandIn server([](const std::string &) {
            return HttpStandIn::reply(302, "", "Location: http://127.0.0.1:1/\r\n");
        });
        HttpRequest request;
        request.url = server.url();
        const Result<HttpReply> reply = send(request);
        QVERIFY(reply.ok());
        QCOMPARE(reply->status, 302);
        QCOMPARE(server.requests().size(), std::size_t(1));
    }

    void saysThatNobodyListens()
    {
        HttpRequest request;
        request.url = "http://127.0.0.1:1/";
        const Result<HttpReply> reply = send(request);
        QVERIFY(!reply.ok());
        QVERIFY(reply.error().code == ErrorCode::Io);
        QVERIFY(reply.error().message.find("http://127.0.0.1:1/") != std::string::npos);
    }

    void givesUpOnASilentServer()
    {
        HttpStandIn server([](const std::string &) { return std::string(); });
        HttpRequest request;
        request.url = server.url();
        request.timeoutMs = 50;
        const Result<HttpReply> reply = send(request);
        QVERIFY(!reply.ok());
        QVERIFY(reply.error().message.find("did not answer within 50 ms") != std::string::npos);
    }

    void refusesAReplyThatIsTooLong()
    {
        HttpStandIn server([](const std::string &) { return HttpStandIn::reply(200, std::string(100'000, 'x')); });
        HttpRequest request;
        request.url = server.url();
        request.maxReplyBytes = 99'999;
        const Result<HttpReply> reply = send(request);
        QVERIFY(!reply.ok());
        QVERIFY(reply.error().message.find("longer than 99999 bytes") != std::string::npos);
    }

    void signsWhatItIsToldTo()
    {
        HttpStandIn server([](const std::string &) { return HttpStandIn::reply(200, "{}"); });
        HttpRequest request;
        request.url = server.url();
        request.body = "{}";
        request.signing = Signing{"eu-west-1", "kinesis", {"AKIDEXAMPLE", "secret", "a token"}};
        QVERIFY(send(request).ok());
        const std::string seen = server.requests().at(0);
        QVERIFY(seen.find("Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/") != std::string::npos);
        QVERIFY(seen.find("/eu-west-1/kinesis/aws4_request") != std::string::npos);
        QVERIFY(seen.find("X-Amz-Date: ") != std::string::npos);
        QVERIFY(seen.find("X-Amz-Security-Token: a token") != std::string::npos);
        QVERIFY(seen.find("x-amz-security-token") != std::string::npos); // among the signed headers
        QVERIFY(seen.find("secret") == std::string::npos);
    }

    void endsWhenAskedTo()
    {
        HttpStandIn server([](const std::string &) { return std::string(); });
        std::stop_source stop;
        HttpRequest request;
        request.url = server.url();
        std::promise<Result<HttpReply>> promise;
        m_client->send(request, stop.get_token(),
                       [&promise](Result<HttpReply> reply) { promise.set_value(std::move(reply)); });
        stop.request_stop();
        const Result<HttpReply> reply = promise.get_future().get();
        QVERIFY(!reply.ok());
        QVERIFY(reply.error().code == ErrorCode::ShuttingDown);
    }

    void stopEndsWhatIsUnderWay()
    {
        HttpStandIn server([](const std::string &) { return std::string(); });
        HttpRequest request;
        request.url = server.url();
        std::promise<Result<HttpReply>> promise;
        m_client->send(request, {}, [&promise](Result<HttpReply> reply) { promise.set_value(std::move(reply)); });
        m_client->stop();
        QVERIFY(promise.get_future().get().error().code == ErrorCode::ShuttingDown);
        QVERIFY(send(request).error().code == ErrorCode::ShuttingDown);
    }

    void carriesManyAtOnce()
    {
        HttpStandIn server([](const std::string &request) {
            return HttpStandIn::reply(200, request.substr(request.find("\r\n\r\n") + 4));
        });
        std::vector<std::promise<Result<HttpReply>>> promises(50);
        for (std::size_t i = 0; i < promises.size(); ++i) {
            HttpRequest request;
            request.url = server.url();
            request.body = std::to_string(i);
            m_client->send(std::move(request), {},
                           [&promise = promises[i]](Result<HttpReply> reply) { promise.set_value(std::move(reply)); });
        }
        for (std::size_t i = 0; i < promises.size(); ++i) {
            const Result<HttpReply> reply = promises[i].get_future().get();
            QVERIFY2(reply.ok(), reply.ok() ? "" : reply.error().message.c_str());
            QCOMPARE(reply->body, std::to_string(i));
        }
    }

private:
    Result<HttpReply> send(HttpRequest request)
    {
        std::promise<Result<HttpReply>> promise;
        m_client->send(std::move(request), {},
                       [&promise](Result<HttpReply> reply) { promise.set_value(std::move(reply)); });
        return promise.get_future().get();
    }

    std::unique_ptr<CurlClient> m_client;
};

QTEST_GUILESS_MAIN(TestCurlClient)
#include "tst_curl_client.moc"
