#include "endpoint/request_parser.h"

#include <QtTest/QTest>

#include "core/endpoint/padded.h"

using namespace stator::endpoint;

namespace {

const std::string kPost = "POST / HTTP/1.1\r\n"
                          "Host: localhost:8000\r\n"
                          "X-Amz-Target: DynamoDB_20120810.ListTables\r\n"
                          "content-type: application/x-amz-json-1.0\r\n"
                          "Accept-Encoding: gzip\r\n"
                          "Accept-Encoding: deflate\r\n"
                          "Content-Length: 13\r\n"
                          "\r\n"
                          "{\"Limit\": 10}";
const std::string kChunked = "POST /?a=b HTTP/1.1\r\n"
                             "Host: localhost\r\n"
                             "Transfer-Encoding: chunked\r\n"
                             "\r\n"
                             "5;x=y\r\n{\"a\":\r\n3\r\n 1}\r\n0\r\nTrailer: z\r\n\r\n";
const std::string kGet = "GET /metrics HTTP/1.0\r\nHost: [::1]:8000\r\nConnection: keep-alive\r\n\r\n";

struct Seen {
    Method method;
    std::string target;
    std::string host;
    std::string amzTarget;
    std::string acceptEncoding;
    std::string body;
    bool keepAlive;

    bool operator==(const Seen &) const = default;
};

// Feeds a stream in pieces that end at `cuts`, and gives what came out.
std::pair<std::vector<Seen>, ParseState> readAll(std::string_view stream, const std::vector<std::size_t> &cuts,
                                                 ParserLimits limits = {})
{
    RequestParser parser(limits);
    std::vector<Seen> seen;
    std::size_t used = 0;
    for (const std::size_t cut : cuts) {
        while (used < cut) {
            const Padded piece(stream.substr(used, cut - used));
            const std::size_t taken = parser.feed(piece.view());
            used += taken;
            if (parser.state() == ParseState::Complete) {
                const HttpRequest &r = parser.request();
                seen.push_back({r.method, std::string(r.target), std::string(r.header(Header::Host)),
                                std::string(r.header(Header::AmzTarget)),
                                std::string(r.header(Header::AcceptEncoding)), std::string(r.body), r.keepAlive});
                parser.next();
            } else if (parser.state() != ParseState::NeedMore) {
                return {seen, parser.state()};
            } else if (taken == 0) {
                break;
            }
        }
    }
    return {seen, parser.state()};
}

ParseState stateOf(const std::string &stream, ParserLimits limits = {})
{
    const auto [seen, state] = readAll(stream, {stream.size()}, limits);
    return seen.empty() ? state : ParseState::Complete;
}

} // namespace

class TestRequestParser : public QObject {
    Q_OBJECT

private:
    const std::vector<Seen> m_expected = {
        {Method::Post, "/", "localhost:8000", "DynamoDB_20120810.ListTables", "gzip, deflate", "{\"Limit\": 10}", true},
        {Method::Post, "/?a=b", "localhost", "", "", "{\"a\": 1}", true},
        {Method::Get, "/metrics", "[::1]:8000", "", "", "", true},
    };
    const std::string m_stream = kPost + kChunked + kGet;

private slots:
    void readsPipelinedRequests()
    {
        const auto [seen, state] = readAll(m_stream, {m_stream.size()});
        QCOMPARE(seen.size(), 3u);
        QVERIFY(seen == m_expected);
        QVERIFY(state == ParseState::NeedMore);
    }

    void readsTheSameCutAtEveryPoint()
    {
        for (std::size_t cut = 0; cut <= m_stream.size(); ++cut)
            QVERIFY2(readAll(m_stream, {cut, m_stream.size()}).first == m_expected,
                     qPrintable(QString::number(cut)));
    }

    void readsTheSameByteByByte()
    {
        std::vector<std::size_t> cuts;
        for (std::size_t cut = 1; cut <= m_stream.size(); ++cut)
            cuts.push_back(cut);
        QVERIFY(readAll(m_stream, cuts).first == m_expected);
    }

    void readsAnEmptyChunkedBodyByteByByte()
    {
        const std::string text = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        std::vector<std::size_t> cuts;
        for (std::size_t cut = 1; cut <= text.size(); ++cut)
            cuts.push_back(cut);
        const auto [seen, state] = readAll(text, cuts);
        QCOMPARE(seen.size(), 1u);
        QCOMPARE(seen[0].body, std::string());
        QVERIFY(state == ParseState::NeedMore);
    }

    void aPrefixIsNeverARequest()
    {
        for (const std::string &request : {kPost, kChunked, kGet})
            for (std::size_t size = 0; size < request.size(); ++size)
                QVERIFY2(stateOf(request.substr(0, size)) == ParseState::NeedMore,
                         qPrintable(QString::number(size)));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not http") << QByteArray("hello\r\n\r\n");
        QTest::newRow("a later version") << QByteArray("GET / HTTP/2.0\r\n\r\n");
        QTest::newRow("two hosts") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        QTest::newRow("two targets")
            << QByteArray("POST / HTTP/1.1\r\nX-Amz-Target: a\r\nx-amz-target: b\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
        QTest::newRow("length and chunks")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
        QTest::newRow("chunks and length")
            << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n");
        QTest::newRow("an unknown transfer coding")
            << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n");
        QTest::newRow("chunked twice over")
            << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked, chunked\r\n\r\n");
        QTest::newRow("a negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("a space before the colon") << QByteArray("GET / HTTP/1.1\r\nHost : a\r\n\r\n");
        QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\nHost: a\n\n");
        QTest::newRow("a chunk size that is none")
            << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(stateOf(text.toStdString()) == ParseState::Malformed);
    }

    void holdsTheLimitOfTheRequestLine()
    {
        // 16 KiB with method, spaces, version and line end, which take 15 bytes, and the slash.
        const std::string fits = "GET /" + std::string(16384 - 16, 'a') + " HTTP/1.1\r\n\r\n";
        QVERIFY(stateOf(fits) == ParseState::Complete);
        const std::string exceeds = "GET /" + std::string(16384 - 15, 'a') + " HTTP/1.1\r\n\r\n";
        QVERIFY(stateOf(exceeds) == ParseState::Malformed);
        QVERIFY(stateOf("GET /" + std::string(40'000, 'a')) == ParseState::Malformed);
    }

    void holdsTheLimitOfTheHeaders()
    {
        const std::string fits = "GET / HTTP/1.1\r\nX: " + std::string(16384 - 5, 'a') + "\r\n\r\n";
        QVERIFY(stateOf(fits) == ParseState::Complete);
        const std::string exceeds = "GET / HTTP/1.1\r\nX: " + std::string(16384 - 4, 'a') + "\r\n\r\n";
        QVERIFY(stateOf(exceeds) == ParseState::Malformed);
        std::string many = "GET / HTTP/1.1\r\n";
        for (int i = 0; i < 2000; ++i)
            many += "A: bcdefghij\r\n";
        QVERIFY(stateOf(many + "\r\n") == ParseState::Malformed);
    }

    void holdsTheLimitOfTheBody()
    {
        ParserLimits limits;
        limits.bodyBytes = 4;
        QVERIFY(stateOf("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd", limits) == ParseState::Complete);
        // Told by the head alone: the body need not have come.
        QVERIFY(stateOf("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", limits) == ParseState::BodyTooLarge);
        const std::string chunks = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";
        QVERIFY(stateOf(chunks + "1\r\nd\r\n0\r\n\r\n", limits) == ParseState::Complete);
        QVERIFY(stateOf(chunks + "2\r\n", limits) == ParseState::BodyTooLarge);
    }

    void takesNothingFromTrailers()
    {
        const std::string text = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                 "0\r\nHost: b\r\nX-Amz-Target: c\r\n\r\n";
        const auto [seen, state] = readAll(text, {text.size()});
        QCOMPARE(seen.size(), 1u);
        QCOMPARE(seen[0].host, std::string("a"));
        QCOMPARE(seen[0].amzTarget, std::string());
    }

    void knowsWhoWantsToGoOn()
    {
        RequestParser parser;
        const Padded head("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QVERIFY(parser.isAtStart());
        parser.feed(head.view());
        QVERIFY(!parser.isAtStart());
        QVERIFY(parser.takeContinue());
        QVERIFY(!parser.takeContinue());
        const Padded body("{}");
        parser.feed(body.view());
        QVERIFY(parser.state() == ParseState::Complete);
        QCOMPARE(parser.request().body, std::string_view("{}"));
    }

    void leavesAWholeBodyWhereItLies()
    {
        RequestParser parser;
        const Padded text("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}");
        parser.feed(text.view());
        QCOMPARE(static_cast<const void *>(parser.request().body.data()),
                 static_cast<const void *>(text.view().data() + text.view().size() - 2));
    }

    void keepsAliveAsTheVersionsSay()
    {
        const auto keepsAlive = [](const std::string &text) {
            const auto [seen, state] = readAll(text, {text.size()});
            return seen.at(0).keepAlive;
        };
        QVERIFY(keepsAlive("GET / HTTP/1.1\r\n\r\n"));
        QVERIFY(!keepsAlive("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
        QVERIFY(!keepsAlive("GET / HTTP/1.0\r\n\r\n"));
        QVERIFY(keepsAlive("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_request_parser.moc"
