#include "endpoint/http_server.h"

#include <thread>

#include <QtTest/QTest>

#include "core/endpoint/echo_handler.h"
#include "support/tcp_client.h"

using namespace stator;
using namespace stator::endpoint;
using stator::test::TcpClient;

namespace {

std::string requestFor(const std::string &target, const std::string &body, const std::string &more = {})
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: " + target +
           "\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Date: 20260101T000000Z\r\n"
           "Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/dynamodb/aws4_request, "
           "SignedHeaders=host, Signature=abc\r\n" +
           more + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string bodyOf(const std::string &reply)
{
    const std::size_t end = reply.find("\r\n\r\n");
    return end == std::string::npos ? reply : reply.substr(end + 4);
}

// The server and what it stands on.
struct Stage {
    explicit Stage(ServerOptions options = {})
    {
        options.port = 0;
        server = std::make_unique<HttpServer>(std::move(options), handler, metrics, log, systemClock());
    }

    EchoHandler handler;
    observe::Metrics metrics;
    observe::RequestLog log;
    std::unique_ptr<HttpServer> server;
};

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT

private slots:
    void answersAndKeepsTheConnection()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        for (int i = 0; i < 3; ++i) {
            const std::string body = "{\"n\":" + std::to_string(i) + "}";
            QVERIFY(client.send(requestFor("Test.Echo", body)));
            const std::string reply = client.readReply();
            QVERIFY(reply.starts_with("HTTP/1.1 200 OK\r\nServer: Server\r\nDate: "));
            QCOMPARE(bodyOf(reply), body);
        }
        QCOMPARE(stage.log.position(), 3u);
        QCOMPARE(stage.log.since(0).requests[0].client.substr(0, 10), std::string("127.0.0.1:"));
    }

    void givesTheContextOfTheCredential()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        QVERIFY(client.send(requestFor("Test.Region", "{}")));
        QCOMPARE(bodyOf(client.readReply()), std::string("eu-west-1 AKID"));
    }

    // A stream of requests of every kind, sent in two parts that meet at every point in turn.
    void answersPipelinedRequestsInOrder()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        const std::string stream = requestFor("Test.Echo", "1") + requestFor("Test.Fail", "{}") +
                                   "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" + requestFor("Test.Echo", "22") +
                                   requestFor("Test.None", "{}", "Connection: close\r\n");
        for (std::size_t cut = 0; cut <= stream.size(); cut += 1) {
            TcpClient client(stage.server->port());
            QVERIFY(client.send(stream.substr(0, cut)));
            QVERIFY(client.send(stream.substr(cut)));
            QCOMPARE(bodyOf(client.readReply()), std::string("1"));
            QVERIFY(client.readReply().starts_with("HTTP/1.1 400 "));
            QVERIFY(bodyOf(client.readReply()).starts_with("healthy: "));
            QCOMPARE(bodyOf(client.readReply()), std::string("22"));
            QVERIFY(client.readReply().find("Connection: close\r\n") != std::string::npos);
            QVERIFY(client.readToEnd().empty());
        }
    }

    void manyRepliesLeaveTogether()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        // More than the server keeps queued, with bodies on both sides of what it copies.
        std::string stream;
        for (int i = 0; i < 200; ++i)
            stream += requestFor("Test.Echo", std::string(static_cast<std::size_t>(10 + 97 * i), 'x'));
        std::thread sender([&] { client.send(stream); });
        int right = 0;
        for (int i = 0; i < 200; ++i)
            right += bodyOf(client.readReply()).size() == static_cast<std::size_t>(10 + 97 * i) ? 1 : 0;
        sender.join();
        QCOMPARE(right, 200);
    }

    void waitsForAnswersThatComeLater()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        QVERIFY(client.send(requestFor("Test.Later", "1") + requestFor("Test.Echo", "2")));
        QTRY_COMPARE(stage.handler.laterCount(), 1u);
        QCOMPARE(stage.handler.completeLater(), 1u);
        QCOMPARE(bodyOf(client.readReply()), std::string("1"));
        QCOMPARE(bodyOf(client.readReply()), std::string("2"));
    }

    void largeBodiesComeAndGo()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        const std::string body(3'000'000, 'x');
        std::thread sender([&] { client.send(requestFor("Test.Echo", body)); });
        const std::string reply = client.readReply();
        sender.join();
        QVERIFY(bodyOf(reply) == body);
    }

    void refusesTooLargeABody()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        // The client sends on for a while before it reads: the reply must still reach it.
        QVERIFY(client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16777217\r\n\r\n"));
        QVERIFY(client.send(std::string(500'000, 'x')));
        const std::string reply = client.readReply();
        QVERIFY(reply.starts_with("HTTP/1.1 413 "));
        QVERIFY(reply.find("Content-Length: 0\r\n") != std::string::npos);
        QVERIFY(reply.find("Connection: close\r\n") != std::string::npos);
        client.finishSending();
        QVERIFY(client.readToEnd().empty());
    }

    void refusesTooLargeAHead()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        client.send("GET / HTTP/1.1\r\nX: " + std::string(100'000, 'x'));
        QVERIFY(client.readReply().starts_with("HTTP/1.1 400 "));
    }

    void answersWhatCameBeforeNonsense()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        QVERIFY(client.send(requestFor("Test.Echo", "1") + "nonsense\r\n\r\n" + requestFor("Test.Echo", "2")));
        client.finishSending();
        QCOMPARE(bodyOf(client.readReply()), std::string("1"));
        QVERIFY(client.readReply().starts_with("HTTP/1.1 400 "));
        QVERIFY(client.readToEnd().empty());
    }

    // What the client sent after its last request must not cost it the last reply.
    void theLastReplyArrivesWhateverFollows()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        for (int i = 0; i < 50; ++i) {
            TcpClient client(stage.server->port());
            QVERIFY(client.send(requestFor("Test.Echo", "1", "Connection: close\r\n") + std::string(100'000, 'x')));
            QCOMPARE(bodyOf(client.readReply()), std::string("1"));
        }
    }

    void tellsThePatientToGoOn()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        const std::string request = requestFor("Test.Echo", "{}", "Expect: 100-continue\r\n");
        QVERIFY(client.send(request.substr(0, request.size() - 2)));
        QCOMPARE(client.readReply(), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
        QVERIFY(client.send("{}"));
        QCOMPARE(bodyOf(client.readReply()), std::string("{}"));
    }

    void closesIdleConnections()
    {
        ServerOptions options;
        options.idleSeconds = 0;
        Stage stage(options);
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        QVERIFY(client.readToEnd().empty()); // ends because the server ends it
        QTRY_COMPARE(stage.server->connectionCount(), 0u);
    }

    // A connection that rests holds no buffer; it must take up a request of any size as before, and end as before.
    void restsBetweenRequests()
    {
        ServerOptions options;
        options.restSeconds = 0;
        Stage stage(options);
        QVERIFY(stage.server->start().ok());
        const auto restCount = [&](int count) {
            return stage.metrics.render().find("stator_connections_resting " + std::to_string(count) + "\n") !=
                   std::string::npos;
        };
        TcpClient client(stage.server->port());
        TcpClient other(stage.server->port());
        QTRY_VERIFY(restCount(2));
        for (const std::size_t size : {std::size_t{10}, std::size_t{200'000}, std::size_t{10}}) {
            const std::string body(size, 'x');
            QVERIFY(client.send(requestFor("Test.Echo", body)));
            QVERIFY(bodyOf(client.readReply()) == body);
            QTRY_VERIFY(restCount(2));
        }
        // Half a request is no rest.
        const std::string request = requestFor("Test.Echo", "{}");
        QVERIFY(client.send(request.substr(0, 20)));
        QTRY_VERIFY(restCount(1));
        QVERIFY(client.send(request.substr(20)));
        QCOMPARE(bodyOf(client.readReply()), std::string("{}"));
        QTRY_VERIFY(restCount(2));
        other.finishSending();
        QTRY_COMPARE(stage.server->connectionCount(), 1u);
        QTRY_VERIFY(restCount(1));
        stage.server->stop();
        QVERIFY(client.readToEnd().empty());
        QVERIFY(restCount(0));
    }

    void closesSlowRequests()
    {
        ServerOptions options;
        options.requestSeconds = 0;
        Stage stage(options);
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        QVERIFY(client.send("POST / HTTP/1.1\r\nHost: "));
        QVERIFY(client.readToEnd().empty());
    }

    void closesThoseWhoDoNotRead()
    {
        ServerOptions options;
        options.writeSeconds = 0;
        Stage stage(options);
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        // Kernels buffer some megabytes; beyond them the server waits, and then no longer.
        const std::string body(4'000'000, 'x');
        std::thread sender([&] {
            for (int i = 0; i < 8 && client.send(requestFor("Test.Echo", body)); ++i) {
            }
        });
        sender.join();
        QTRY_COMPARE_WITH_TIMEOUT(stage.server->connectionCount(), 0u, 20'000);
    }

    void holdsTheLimitOfConnections()
    {
        ServerOptions options;
        options.maxConnections = 2;
        Stage stage(options);
        QVERIFY(stage.server->start().ok());
        auto first = std::make_unique<TcpClient>(stage.server->port());
        TcpClient second(stage.server->port());
        TcpClient third(stage.server->port());
        QVERIFY(third.readToEnd().starts_with("HTTP/1.1 503 "));
        first.reset();
        QTRY_COMPARE(stage.server->connectionCount(), 1u);
        TcpClient fourth(stage.server->port());
        QVERIFY(fourth.send(requestFor("Test.Echo", "4")));
        QCOMPARE(bodyOf(fourth.readReply()), std::string("4"));
    }

    void stoppingAnswersWhatIsInFlight()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient idle(stage.server->port());
        TcpClient client(stage.server->port());
        QVERIFY(idle.send(requestFor("Test.Echo", "0")));
        QCOMPARE(bodyOf(idle.readReply()), std::string("0"));
        QVERIFY(client.send(requestFor("Test.Later", "1")));
        QTRY_COMPARE(stage.handler.laterCount(), 1u);
        std::thread stopper([&] { stage.server->stop(); });
        QVERIFY(idle.readToEnd().empty()); // nothing in flight: closed at once
        QCOMPARE(stage.handler.completeLater(), 1u);
        const std::string reply = client.readReply();
        stopper.join();
        QCOMPARE(bodyOf(reply), std::string("1"));
        QVERIFY(reply.find("Connection: close\r\n") != std::string::npos);
        QVERIFY(!TcpClient(stage.server->port()).isConnected());
    }

    void anAnswerAfterTheEndIsDropped()
    {
        ServerOptions options;
        options.stopGraceSeconds = 0;
        Stage stage(options);
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        QVERIFY(client.send(requestFor("Test.Later", "1")));
        QTRY_COMPARE(stage.handler.laterCount(), 1u);
        stage.server->stop();
        stage.server.reset();
        QVERIFY(client.readToEnd().empty());
        QCOMPARE(stage.handler.completeLater(), 1u);
    }

    void saysWhenThePortIsTaken()
    {
        Stage first;
        QVERIFY(first.server->start().ok());
        ServerOptions options;
        options.port = first.server->port();
        HttpServer second(options, first.handler, first.metrics, first.log, systemClock());
        const Result<void> started = second.start();
        QVERIFY(!started.ok());
        QVERIFY(started.error().code == ErrorCode::Locked);
    }

    void saysWhenTheAddressIsNone()
    {
        ServerOptions options;
        options.host = "not.an.address";
        Stage stage(options);
        const Result<void> started = stage.server->start();
        QVERIFY(!started.ok());
        QVERIFY(started.error().code == ErrorCode::Io);
    }

    void oldClientsMayKeepTheirConnection()
    {
        Stage stage;
        QVERIFY(stage.server->start().ok());
        TcpClient client(stage.server->port());
        QVERIFY(client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        QVERIFY(client.readReply().find("Connection: keep-alive\r\n") != std::string::npos);
        QVERIFY(client.send("GET / HTTP/1.0\r\n\r\n"));
        QVERIFY(client.readReply().find("Connection: close\r\n") != std::string::npos);
        QVERIFY(client.readToEnd().empty());
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
