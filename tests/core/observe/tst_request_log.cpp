#include "observe/request_log.h"

#include <QtTest/QTest>

using namespace stator::observe;

class TestRequestLog : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasAdded()
    {
        RequestLog log({.capacity = 4});
        RequestView request;
        request.time = 5;
        request.operation = "GetItem";
        request.table = "Music";
        request.region = "eu-west-1";
        request.userAgent = "Boto3/1.26";
        request.client = "127.0.0.1:5000";
        request.errorCode = "ResourceNotFoundException";
        request.requestId = "ABC";
        request.status = 400;
        request.micros = 17;
        request.bytesIn = 100;
        request.bytesOut = 200;
        log.add(request);
        const RequestPage page = log.since(0);
        QCOMPARE(page.requests.size(), 1u);
        const RequestRecord &record = page.requests[0];
        QCOMPARE(record.position, 0u);
        QCOMPARE(record.time, 5);
        QCOMPARE(record.operation, std::string("GetItem"));
        QCOMPARE(record.table, std::string("Music"));
        QCOMPARE(record.region, std::string("eu-west-1"));
        QCOMPARE(record.userAgent, std::string("Boto3/1.26"));
        QCOMPARE(record.client, std::string("127.0.0.1:5000"));
        QCOMPARE(record.errorCode, std::string("ResourceNotFoundException"));
        QCOMPARE(record.requestId, std::string("ABC"));
        QCOMPARE(record.status, 400);
        QCOMPARE(record.micros, 17u);
        QCOMPARE(record.bytesIn, 100u);
        QCOMPARE(record.bytesOut, 200u);
    }

    void countsWhatWasOverwritten()
    {
        RequestLog log({.capacity = 4});
        for (int i = 0; i < 10; ++i) {
            RequestView request;
            request.status = i;
            log.add(request);
        }
        RequestPage page = log.since(2, 3);
        QCOMPARE(page.dropped, 4u);
        QCOMPARE(page.requests.size(), 3u);
        QCOMPARE(page.requests.front().status, 6);
        QCOMPARE(page.requests.front().position, 6u);
        page = log.since(page.next, 3);
        QCOMPARE(page.dropped, 0u);
        QCOMPARE(page.requests.size(), 1u);
        QCOMPARE(page.next, 10u);
        QVERIFY(log.since(10).requests.empty());
    }

    void keepsBodiesWhileSomebodyLooks()
    {
        RequestLog log({.capacity = 4, .mostBodyBytes = 6});
        RequestView request;
        request.hasBodies = true;
        request.requestBody = "{\"a\":1}"; // 7 bytes
        request.responseBody = "{}";
        request.consumedCapacity = "[]";
        request.capacityUnits = 0.5;
        request.time = 10;
        log.add(request);
        QVERIFY(!log.bodies(0)); // nobody looked
        log.keepBodiesUntil(20);
        log.keepBodiesUntil(15); // does not shorten
        QVERIFY(log.keepsBodies(20));
        QVERIFY(!log.keepsBodies(21));
        request.time = 20;
        log.add(request);
        const auto bodies = log.bodies(1);
        QVERIFY(bodies);
        QCOMPARE(bodies->request, std::string("{\"a\":1"));
        QVERIFY(bodies->isRequestCut);
        QCOMPARE(bodies->response, std::string("{}"));
        QVERIFY(!bodies->isResponseCut);
        QCOMPARE(bodies->consumedCapacity, std::string("[]"));
        QCOMPARE(log.since(1).requests[0].capacityUnits, 0.5);
        request.time = 21;
        log.add(request);
        QVERIFY(!log.bodies(2));
        request.time = 20;
        request.hasBodies = false;
        log.add(request);
        QVERIFY(!log.bodies(3));
        QVERIFY(!log.bodies(4));
    }

    // The memory for bodies is bounded: the oldest make room, also where a body lies across the end of the block.
    void theLatestBodiesStay()
    {
        RequestLog log({.capacity = 100, .bodyRingBytes = 64});
        log.keepBodiesUntil(RequestLog::kAlways);
        for (int i = 0; i < 50; ++i) {
            const std::string in = "request " + std::to_string(i);
            const std::string out = "reply " + std::to_string(i);
            RequestView request;
            request.hasBodies = true;
            request.requestBody = in;
            request.responseBody = out;
            log.add(request);
            const auto bodies = log.bodies(static_cast<std::uint64_t>(i));
            QVERIFY(bodies);
            QCOMPARE(bodies->request, in);
            QCOMPARE(bodies->response, out);
        }
        QVERIFY(!log.bodies(0));
        QVERIFY(!log.bodies(45));
        QVERIFY(log.bodies(47));
    }

    // A slot that is used again does not answer for its earlier request.
    void anOverwrittenRequestHasNoBodies()
    {
        RequestLog log({.capacity = 2});
        log.keepBodiesUntil(RequestLog::kAlways);
        RequestView request;
        request.hasBodies = true;
        request.requestBody = "a";
        for (int i = 0; i < 3; ++i)
            log.add(request);
        QVERIFY(!log.bodies(0));
        QVERIFY(log.bodies(1));
        QVERIFY(log.bodies(2));
    }

    void anEmptyLogDropsNothing()
    {
        const RequestLog log({.capacity = 4});
        QCOMPARE(log.since(0).dropped, 0u);
        QCOMPARE(log.since(0).next, 0u);
    }
};

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_request_log.moc"
