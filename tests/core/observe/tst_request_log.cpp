#include "observe/request_log.h"

#include <QtTest/QTest>

using namespace stator::observe;

class TestRequestLog : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasAdded()
    {
        RequestLog log(4);
        RequestView request;
        request.time = 5;
        request.operation = "GetItem";
        request.table = "Music";
        request.region = "eu-west-1";
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
        RequestLog log(4);
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

    void anEmptyLogDropsNothing()
    {
        const RequestLog log(4);
        QCOMPARE(log.since(0).dropped, 0u);
        QCOMPARE(log.since(0).next, 0u);
    }
};

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_request_log.moc"
