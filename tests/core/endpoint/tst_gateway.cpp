#include "endpoint/gateway.h"

#include <QtTest/QTest>

#include "core/endpoint/echo_handler.h"

using namespace stator;
using namespace stator::endpoint;

namespace {

constexpr const char *kAuthorization = "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/dynamodb/aws4_request, "
                                       "SignedHeaders=host, Signature=abc";

void set(HttpRequest &request, Header header, std::string_view value)
{
    request.headers[static_cast<std::size_t>(header)] = value;
}

void unset(HttpRequest &request, Header header)
{
    request.headers[static_cast<std::size_t>(header)] = {};
}

HttpRequest goodRequest()
{
    HttpRequest request;
    request.method = Method::Post;
    request.target = "/";
    set(request, Header::Host, "localhost:8000");
    set(request, Header::ContentType, "application/x-amz-json-1.0");
    set(request, Header::AmzTarget, "Test.Echo");
    set(request, Header::Authorization, kAuthorization);
    set(request, Header::AmzDate, "20260101T000000Z");
    request.body = "{}";
    return request;
}

std::string codeOf(ErrorCode code)
{
    return std::to_string(static_cast<int>(code)) + ":";
}

} // namespace

class TestGateway : public QObject {
    Q_OBJECT

private:
    EchoHandler m_handler;
    observe::Metrics m_metrics;
    observe::RequestLog m_log;
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();
    Exchange m_exchange;
    Admitted m_admitted;

    Gateway gateway(GatewayOptions options = {})
    {
        return Gateway(std::move(options), m_handler, m_metrics, m_log, m_clock);
    }
    std::optional<Reply> examine(const Gateway &gateway, const HttpRequest &request)
    {
        m_exchange.begin(m_clock->nowMicros(), m_clock->monotonicMicros());
        m_admitted = {};
        return gateway.examine(request, m_exchange, m_admitted);
    }

private slots:
    void admitsAGoodRequest()
    {
        const Gateway g = gateway();
        const HttpRequest request = goodRequest();
        QVERIFY(!examine(g, request));
        QCOMPARE(m_admitted.target, std::string_view("Test.Echo"));
        QCOMPARE(m_admitted.body, std::string_view("{}"));
        QCOMPARE(m_admitted.context.region, std::string("eu-west-1"));
        QCOMPARE(m_admitted.context.accessKeyId, std::string("AKID"));
        const Reply reply = g.finish(m_exchange, std::string("{\"a\":1}"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.contentType, std::string_view("application/x-amz-json-1.0"));
        QCOMPARE(reply.body, std::string("{\"a\":1}"));
    }

    void theReplyFollowsTheContentType()
    {
        const Gateway g = gateway();
        HttpRequest request = goodRequest();
        set(request, Header::ContentType, "Application/JSON ; charset=utf-8");
        QVERIFY(!examine(g, request));
        QCOMPARE(g.finish(m_exchange, std::string("{}")).contentType, std::string_view("application/json"));
    }

    void keepsBodiesForWhoWatches()
    {
        const Gateway g = gateway();
        HttpRequest request = goodRequest();
        set(request, Header::AmzTarget, "Test.Region"); // the counters of Echo are looked at below
        set(request, Header::UserAgent, "Boto3/1.26.27");
        request.body = "{\"TableName\":\"Music\"}";
        QVERIFY(!examine(g, request));
        QVERIFY(!m_admitted.context.meter);
        g.record(m_exchange, g.finish(m_exchange, std::string("{}")), "client");
        const std::uint64_t first = m_log.position() - 1;
        QVERIFY(!m_log.bodies(first));
        QCOMPARE(m_log.since(first).requests[0].userAgent, std::string("Boto3/1.26.27"));

        m_log.keepBodiesUntil(m_clock->nowMicros());
        QVERIFY(!examine(g, request));
        QVERIFY(m_admitted.context.meter);
        m_admitted.context.meter->capacityUnits = 2.5;
        m_admitted.context.meter->consumedCapacity = "[]";
        request.body = "overwritten by what came next";
        g.record(m_exchange, g.finish(m_exchange, std::string("{\"a\":1}")), "client");
        const auto bodies = m_log.bodies(first + 1);
        QVERIFY(bodies);
        QCOMPARE(bodies->request, std::string("{\"TableName\":\"Music\"}"));
        QCOMPARE(bodies->response, std::string("{\"a\":1}"));
        QCOMPARE(bodies->consumedCapacity, std::string("[]"));
        QCOMPARE(m_log.since(first + 1).requests[0].capacityUnits, 2.5);
    }

    void keepsRepliesAsTheyWereBeforeCompression()
    {
        GatewayOptions options;
        options.compressFromBytes = 4;
        const Gateway g = gateway(options);
        m_log.keepBodiesUntil(m_clock->nowMicros());
        HttpRequest request = goodRequest();
        set(request, Header::AmzTarget, "Test.Region");
        set(request, Header::AcceptEncoding, "gzip");
        QVERIFY(!examine(g, request));
        const Reply reply = g.finish(m_exchange, std::string("{\"a\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}"));
        QCOMPARE(reply.contentEncoding, std::string_view("gzip"));
        g.record(m_exchange, reply, "client");
        QCOMPARE(m_log.bodies(m_log.position() - 1)->response,
                 std::string("{\"a\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}"));
    }

    void neverKeepsSecretKeys()
    {
        const Gateway g = gateway();
        m_log.keepBodiesUntil(m_clock->nowMicros());
        HttpRequest request = goodRequest();
        set(request, Header::AmzTarget, "Test.PutAccessKey");
        QVERIFY(!examine(g, request));
        g.record(m_exchange, g.finish(m_exchange, std::string("{}")), "client");
        QVERIFY(!m_log.bodies(m_log.position() - 1));
    }

    // Each fault is told only if none of those above it is there.
    void checksInOrder()
    {
        const Gateway g = gateway();
        HttpRequest request = goodRequest();
        request.method = Method::Other;
        request.body = "{";
        set(request, Header::ContentEncoding, "br");
        set(request, Header::AmzTarget, "Test.None");
        unset(request, Header::Authorization);
        set(request, Header::Origin, "https://evil.example");
        set(request, Header::Host, "evil.example");

        std::optional<Reply> reply = examine(g, request);
        QCOMPARE(reply->status, 403);
        QVERIFY(reply->body.starts_with(codeOf(ErrorCode::AccessDenied) + "The host name 'evil.example'"));

        set(request, Header::Host, "localhost");
        reply = examine(g, request);
        QCOMPARE(reply->status, 403);
        QVERIFY(reply->body.starts_with(codeOf(ErrorCode::AccessDenied) + "Pages from 'https://evil.example'"));

        unset(request, Header::Origin);
        reply = examine(g, request);
        QCOMPARE(reply->status, 404);
        QCOMPARE(reply->body, std::string("<UnknownOperationException/>\n"));

        request.method = Method::Post;
        reply = examine(g, request);
        QCOMPARE(reply->body, codeOf(ErrorCode::InternalServerError) + Error::internal().message);

        unset(request, Header::ContentEncoding);
        QCOMPARE(examine(g, request)->body, codeOf(ErrorCode::Serialization));

        request.body = "{}";
        QCOMPARE(examine(g, request)->body, codeOf(ErrorCode::UnknownOperation));

        request.body = "";
        set(request, Header::AmzTarget, "Test.Echo");
        QCOMPARE(examine(g, request)->body,
                 codeOf(ErrorCode::MissingAuthenticationToken) + "Request is missing Authentication Token");

        set(request, Header::Authorization, kAuthorization);
        QCOMPARE(examine(g, request)->body, codeOf(ErrorCode::Serialization));

        request.body = "{}";
        QVERIFY(!examine(g, request));
    }

    void answersUnknownPlaces_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("contentType");
        QTest::newRow("another method") << int(Method::Other) << QByteArray("/") << QByteArray("application/json");
        QTest::newRow("head") << int(Method::Head) << QByteArray("/") << QByteArray("application/json");
        QTest::newRow("another path") << int(Method::Post) << QByteArray("/x") << QByteArray("application/json");
        QTest::newRow("another type") << int(Method::Post) << QByteArray("/") << QByteArray("text/plain");
        QTest::newRow("no type") << int(Method::Post) << QByteArray("/") << QByteArray();
    }
    void answersUnknownPlaces()
    {
        QFETCH(int, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, contentType);
        const std::string targetText = target.toStdString();
        const std::string typeText = contentType.toStdString();
        HttpRequest request = goodRequest();
        request.method = static_cast<Method>(method);
        request.target = targetText;
        set(request, Header::ContentType, typeText);
        const Gateway g = gateway();
        const auto reply = examine(g, request);
        QCOMPARE(reply->status, 404);
        QCOMPARE(reply->body.size(), 29u);
        QCOMPARE(reply->hasBody, request.method != Method::Head);
        QVERIFY(reply->contentType.empty());
    }

    void answersGet()
    {
        GatewayOptions options;
        options.defaultRegion = "eu-north-1";
        const Gateway g = gateway(options);
        HttpRequest request;
        request.method = Method::Get;
        request.target = "/";
        set(request, Header::Host, "127.0.0.1");
        QCOMPARE(examine(g, request)->body, std::string("healthy: dynamodb.eu-north-1.amazonaws.com "));
        m_metrics.counter("stator_test_total").add(3);
        request.target = "/metrics";
        const auto reply = examine(g, request);
        QVERIFY(reply->contentType.starts_with("text/plain; version=0.0.4"));
        QVERIFY(reply->body.find("stator_test_total 3\n") != std::string::npos);
    }

    void keepsForeignPagesFromGet()
    {
        const Gateway g = gateway();
        HttpRequest request;
        request.method = Method::Get;
        request.target = "/metrics";
        set(request, Header::Host, "rebound.example:8000");
        QCOMPARE(examine(g, request)->status, 403);
    }

    void aRequestWithoutHostMustBeOld()
    {
        const Gateway g = gateway();
        HttpRequest request = goodRequest();
        unset(request, Header::Host);
        QCOMPARE(examine(g, request)->status, 403);
        request.isHttp11 = false;
        QVERIFY(!examine(g, request));
    }

    void answersPreflights()
    {
        const Gateway g = gateway();
        HttpRequest request;
        request.method = Method::Options;
        request.target = "/";
        set(request, Header::Host, "localhost");
        set(request, Header::Origin, "http://localhost:3000");
        set(request, Header::AccessControlRequestMethod, "POST");
        set(request, Header::AccessControlRequestHeaders, "x-amz-target, authorization");
        const auto reply = examine(g, request);
        QCOMPARE(reply->status, 200);
        QVERIFY(reply->headerLines.find("Access-Control-Allow-Origin: http://localhost:3000\r\n") != std::string::npos);
        QVERIFY(reply->headerLines.find("Access-Control-Allow-Methods: POST\r\n") != std::string::npos);
        QVERIFY(reply->headerLines.find("Access-Control-Allow-Headers: x-amz-target, authorization\r\n") !=
                std::string::npos);
        QVERIFY(reply->headerLines.find("Access-Control-Max-Age: 172800\r\n") != std::string::npos);
    }

    void repliesToAllowedPagesSaySo()
    {
        GatewayOptions options;
        options.admission.corsOrigins = {"https://app.example"};
        const Gateway g = gateway(options);
        HttpRequest request = goodRequest();
        set(request, Header::Origin, "https://app.example");
        QVERIFY(!examine(g, request));
        QVERIFY(g.finish(m_exchange, std::string("{}")).headerLines.find(
                    "Access-Control-Allow-Origin: https://app.example\r\n") != std::string::npos);
    }

    void controlOperationsRefuseEveryPage()
    {
        const Gateway g = gateway();
        HttpRequest request = goodRequest();
        set(request, Header::AmzTarget, "Stator_20261101.Echo");
        QVERIFY(!examine(g, request));
        set(request, Header::Origin, "http://localhost:3000");
        QCOMPARE(examine(g, request)->status, 403);
    }

    void inflatesBodies()
    {
        const Gateway g = gateway();
        const std::string packed = encodeBody(Coding::Gzip, "{\"a\":1}");
        HttpRequest request = goodRequest();
        request.body = packed;
        set(request, Header::ContentEncoding, "gzip");
        QVERIFY(!examine(g, request));
        QCOMPARE(m_admitted.body, std::string_view("{\"a\":1}"));
    }

    void compressesLargeReplies()
    {
        const Gateway g = gateway();
        HttpRequest request = goodRequest();
        set(request, Header::AcceptEncoding, "gzip");
        QVERIFY(!examine(g, request));
        QVERIFY(g.finish(m_exchange, std::string(4096, 'x')).contentEncoding.empty());
        const Reply reply = g.finish(m_exchange, std::string(4097, 'x'));
        QCOMPARE(reply.contentEncoding, std::string_view("gzip"));
        QVERIFY(*decodeBody("gzip", reply.body, 5000) == std::string(4097, 'x'));
        unset(request, Header::AcceptEncoding);
        QVERIFY(!examine(g, request));
        QCOMPARE(g.finish(m_exchange, std::string(4097, 'x')).body.size(), 4097u);
    }

    void writesRequestsDown()
    {
        const Gateway g = gateway();
        HttpRequest request = goodRequest();
        request.body = "{\"Item\": {\"TableName\": {\"S\": \"no\"}}, \"TableName\" : \"Music\"}";
        QVERIFY(!examine(g, request));
        const Reply reply = g.finish(m_exchange, Error::resourceNotFound());
        m_clock->advance(250);
        m_exchange.requestId = "ID";
        const std::uint64_t before = m_log.position();
        g.record(m_exchange, reply, "127.0.0.1:9");
        const auto page = m_log.since(before);
        QCOMPARE(page.requests.size(), 1u);
        const observe::RequestRecord &record = page.requests[0];
        QCOMPARE(record.operation, std::string("Echo"));
        QCOMPARE(record.table, std::string("Music"));
        QCOMPARE(record.region, std::string("eu-west-1"));
        QCOMPARE(record.micros, 250u);
        QCOMPARE(record.bytesIn, request.body.size());
        QCOMPARE(record.bytesOut, reply.body.size());
        QCOMPARE(record.client, std::string("127.0.0.1:9"));
        QCOMPARE(record.requestId, std::string("ID"));
        QVERIFY(!record.errorCode.empty());
        QVERIFY(m_metrics.render().find("stator_requests_total{operation=\"Echo\"} 1\n") != std::string::npos);
    }

    void findsTheFirstTable_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("{\"TableName\":\"a\"}") << QByteArray("a");
        QTest::newRow("in a batch") << QByteArray("{\"RequestItems\" : { \"b\": []}}") << QByteArray("b");
        QTest::newRow("in a transaction") << QByteArray("{\"TransactItems\":[{\"Get\":{\"TableName\":\"c\"}}]}")
                                          << QByteArray("c");
        QTest::newRow("none") << QByteArray("{}") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"TableName\":\"a") << QByteArray();
        QTest::newRow("escaped") << QByteArray("{\"a\":\"\\\"TableName\\\":\\\"x\\\"\"}") << QByteArray();
    }
    void findsTheFirstTable()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, name);
        const std::string text = body.toStdString();
        QCOMPARE(firstTableName(text), std::string_view(name.constData(), static_cast<std::size_t>(name.size())));
    }
};

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
