#include "endpoint/reply.h"

#include <set>

#include <QtTest/QTest>

using namespace stator::endpoint;

class TestReply : public QObject {
    Q_OBJECT

private slots:
    void writesTheHead()
    {
        ReplyHeads heads(1);
        const std::string id(heads.newRequestId());
        Reply reply;
        reply.contentType = "application/x-amz-json-1.0";
        reply.body = "123456789";
        std::string out;
        heads.append(out, reply, 784'111'777'000'000, true);
        // CRC-32 of "123456789" is the check value every description of the code gives: CBF43926.
        QCOMPARE(out, "HTTP/1.1 200 OK\r\n"
                      "Server: Server\r\n"
                      "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                      "Content-Type: application/x-amz-json-1.0\r\n"
                      "Content-Length: 9\r\n"
                      "x-amzn-RequestId: " +
                          id +
                          "\r\n"
                          "x-amz-crc32: 3421780262\r\n"
                          "\r\n");
    }

    void saysThatItCloses()
    {
        ReplyHeads heads(1);
        heads.newRequestId();
        Reply reply;
        reply.status = 413;
        std::string out;
        heads.append(out, reply, 0, false);
        QVERIFY(out.starts_with("HTTP/1.1 413 Payload Too Large\r\n"));
        QVERIFY(out.ends_with("Content-Length: 0\r\n" + out.substr(out.find("x-amzn-"), 72) +
                              "x-amz-crc32: 0\r\nConnection: close\r\n\r\n"));
    }

    void requestIdsAreUniqueAndOfTheAlphabet()
    {
        ReplyHeads heads(7);
        std::set<std::string> seen;
        for (int i = 0; i < 1000; ++i) {
            const std::string id(heads.newRequestId());
            QCOMPARE(id.size(), 52u);
            QVERIFY(id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == std::string::npos);
            QVERIFY(seen.insert(id).second);
        }
    }

    void theDateFollowsTheClock()
    {
        ReplyHeads heads(1);
        heads.newRequestId();
        std::string out;
        heads.append(out, {}, 0, true);
        QVERIFY(out.find("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n") != std::string::npos);
        out.clear();
        heads.append(out, {}, 1'000'000, true);
        QVERIFY(out.find("Date: Thu, 01 Jan 1970 00:00:01 GMT\r\n") != std::string::npos);
        QCOMPARE(httpDate(1'709'164'800), std::string("Thu, 29 Feb 2024 00:00:00 GMT"));
    }
};

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
