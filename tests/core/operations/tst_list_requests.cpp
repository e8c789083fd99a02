#include <optional>

#include <QtTest/QTest>

#include "api/list_requests.h"
#include "observe/request_log.h"
#include "operations/operation_functions.h"
#include "support/json_text.h"

using namespace stator;
using tests::jsonText;

class TestListRequests : public QObject {
    Q_OBJECT

private:
    std::optional<observe::RequestLog> m_log;
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();

    api::ListRequestsResponse ask(api::ListRequestsRequest request)
    {
        operations::Environment environment;
        environment.requests = &*m_log;
        environment.clock = m_clock;
        std::optional<Result<api::ListRequestsResponse>> reply;
        operations::listRequests(environment, std::move(request), {},
                                 [&](Result<api::ListRequestsResponse> result) { reply = std::move(result); });
        return std::move(*reply).value();
    }

    void add(std::string_view operation)
    {
        const std::string capacity = jsonText("{'ConsumedCapacity':[{'TableName':'Music','CapacityUnits':1.5}]}");
        const std::string body = jsonText("{'TableName':'Music'}");
        observe::RequestView request;
        request.time = m_clock->nowMicros();
        request.operation = operation;
        request.table = "Music";
        request.client = "127.0.0.1:5000";
        request.userAgent = "Boto3/1.26";
        request.hasBodies = true;
        request.requestBody = body;
        request.responseBody = "{}";
        request.consumedCapacity = capacity;
        request.capacityUnits = 1.5;
        m_log->add(request);
    }

    static api::ListRequestsRequest from(std::int64_t after, bool includeBodies)
    {
        api::ListRequestsRequest request;
        request.after = after;
        request.includeBodies = includeBodies;
        return request;
    }
    static api::ListRequestsRequest filtered(std::string filter)
    {
        api::ListRequestsRequest request;
        request.filter = std::move(filter);
        return request;
    }

private slots:
    void init()
    {
        observe::RequestLogOptions options;
        options.capacity = 8;
        m_log.emplace(options);
    }

    // The first question starts the keeping; a minute without one ends it.
    void keepsBodiesWhileItIsAsked()
    {
        add("GetItem");
        api::ListRequestsResponse reply = ask(from(0, true));
        QCOMPARE(reply.requests.size(), 1u);
        QVERIFY(!reply.requests[0].requestBody);
        QCOMPARE(reply.requests[0].capacityUnits, 1.5);
        QCOMPARE(reply.requests[0].userAgent, std::string("Boto3/1.26"));
        QCOMPARE(reply.requests[0].client, std::string("127.0.0.1:5000"));

        add("Query");
        reply = ask(from(1, true));
        QCOMPARE(reply.requests.size(), 1u);
        QCOMPARE(reply.requests[0].operation, std::string("Query"));
        QCOMPARE(reply.requests[0].requestBody, jsonText("{'TableName':'Music'}"));
        QCOMPARE(reply.requests[0].responseBody, std::string("{}"));
        QVERIFY(!reply.requests[0].requestBodyTruncated);
        QVERIFY(reply.requests[0].consumedCapacity);
        QCOMPARE(reply.requests[0].consumedCapacity->at(0).capacityUnits, 1.5);

        m_clock->advance(61'000'000);
        add("Scan");
        QVERIFY(!ask(from(2, true)).requests[0].requestBody);
    }

    void sendsBodiesOnlyWhereTheyAreAskedFor()
    {
        static_cast<void>(ask({}));
        add("GetItem");
        QVERIFY(!ask({}).requests[0].requestBody);
        QVERIFY(ask(from(0, true)).requests[0].requestBody);
    }

    void filtersByName()
    {
        add("GetItem");
        add("Query");
        QCOMPARE(ask(filtered("Quer")).requests.size(), 1u);
        QCOMPARE(ask(filtered("Music")).requests.size(), 2u);
        QCOMPARE(ask(filtered("nothing")).requests.size(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestListRequests)
#include "tst_list_requests.moc"
