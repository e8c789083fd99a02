#include "service/dispatch.h"

#include <optional>

#include <QtTest/QTest>

#include "api/get_item.h"
#include "api/list_tables.h"
#include "api/tag_resource.h"
#include "service/meter.h"
#include "support/json_text.h"

using namespace stator;
using tests::jsonText;

namespace {

class OneTableService : public service::Service {
public:
    void listTables(api::ListTablesRequest request, service::Call call,
                    Completion<api::ListTablesResponse> done) override
    {
        api::ListTablesResponse response;
        response.tableNames = {call.region, std::to_string(request.limit.value_or(0))};
        done(std::move(response));
    }
    void tagResource(api::TagResourceRequest, service::Call,
                     Completion<api::TagResourceResponse> done) override
    {
        done(api::TagResourceResponse{});
    }
    void getItem(api::GetItemRequest request, service::Call, Completion<api::GetItemResponse> done) override
    {
        asked = request.returnConsumedCapacity;
        if (request.tableName == "metered") {
            api::GetItemResponse response;
            response.consumedCapacity.emplace();
            response.consumedCapacity->tableName = "metered";
            response.consumedCapacity->capacityUnits = 0.5;
            response.consumedCapacity->table = api::Capacity{.capacityUnits = 0.5};
            return done(std::move(response));
        }
        later = [request = std::move(request), done = std::move(done)]() mutable {
            done(Error::resourceNotFound(request.tableName));
        };
    }

    Task later;
    std::optional<api::ReturnConsumedCapacity> asked;
};

Result<std::string> ask(service::Service &service, std::string_view target, std::string_view body)
{
    service::Call call;
    call.region = "eu-west-1";
    std::optional<Result<std::string>> answer;
    service::dispatch(service, target, body, std::move(call),
                      [&](Result<std::string> result) { answer = std::move(result); });
    if (!answer)
        return Error::internal("no answer yet");
    return std::move(*answer);
}

} // namespace

class TestDispatch : public QObject {
    Q_OBJECT

private slots:
    void findsEveryOperationUnderItsOwnPrefix()
    {
#define STATOR_FIND(Name, method)                                                                            \
    QVERIFY(service::findOperation(std::string(prefix) + "." #Name));                                        \
    QVERIFY(service::findOperation(std::string(prefix) + "." #Name)->name == #Name);                         \
    QVERIFY(!service::findOperation(std::string(prefix) + "X." #Name));
        const char *prefix = "DynamoDB_20120810";
        STATOR_FOR_EACH_DYNAMODB_OPERATION(STATOR_FIND)
        prefix = "DynamoDBStreams_20120810";
        STATOR_FOR_EACH_STREAMS_OPERATION(STATOR_FIND)
        prefix = "Stator_20261101";
        STATOR_FOR_EACH_CONTROL_OPERATION(STATOR_FIND)
#undef STATOR_FIND
        for (const char *target :
             {"", ".", "PutItem", "DynamoDB_20120810", "DynamoDB_20120810.", "DynamoDB_20120810.putItem",
              "DynamoDB_20120810.PutItem.", "DynamoDB_20120810.GetRecords", "DynamoDB_20111205.PutItem"})
            QVERIFY2(!service::findOperation(target), target);
    }

    // Who watches learns the cost in full, and the client gets what it asked for.
    void notesTheCostOnTheMeter_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("reply");
        QTest::newRow("not asked") << QString() << QStringLiteral("{}");
        QTest::newRow("none") << QStringLiteral(",'ReturnConsumedCapacity':'NONE'") << QStringLiteral("{}");
        QTest::newRow("total") << QStringLiteral(",'ReturnConsumedCapacity':'TOTAL'")
                               << QStringLiteral("{'ConsumedCapacity':{'TableName':'metered','CapacityUnits':0.5}}");
        QTest::newRow("indexes") << QStringLiteral(",'ReturnConsumedCapacity':'INDEXES'")
                                 << QStringLiteral("{'ConsumedCapacity':{'TableName':'metered','CapacityUnits':0.5,"
                                                   "'Table':{'CapacityUnits':0.5}}}");
    }
    void notesTheCostOnTheMeter()
    {
        QFETCH(QString, mode);
        QFETCH(QString, reply);
        OneTableService service;
        service::Call call;
        call.meter = std::make_shared<service::Meter>();
        const auto meter = call.meter;
        std::optional<Result<std::string>> answer;
        service::dispatch(service, "DynamoDB_20120810.GetItem",
                          jsonText("{'TableName':'metered','Key':{'a':{'S':'b'}}" + mode.toStdString() + "}"),
                          std::move(call), [&](Result<std::string> result) { answer = std::move(result); });
        QVERIFY(answer && answer->ok());
        QVERIFY(service.asked == api::ReturnConsumedCapacity::Indexes);
        QCOMPARE(**answer, jsonText(reply.toStdString()));
        QCOMPARE(meter->capacityUnits, 0.5);
        QCOMPARE(meter->consumedCapacity,
                 jsonText("{'ConsumedCapacity':[{'TableName':'metered','CapacityUnits':0.5,"
                          "'Table':{'CapacityUnits':0.5}}]}"));
    }

    void answersWithTheEncodedResponse()
    {
        OneTableService service;
        const auto reply = ask(service, "DynamoDB_20120810.ListTables", jsonText("{'Limit':7}"));
        QCOMPARE(*reply, (jsonText("{'TableNames':['eu-west-1','7']}")));
    }

    void operationsWithoutOutputAnswerAnEmptyBody()
    {
        OneTableService service;
        const auto reply =
            ask(service, "DynamoDB_20120810.TagResource", jsonText("{'ResourceArn':'arn:x','Tags':[]}"));
        QVERIFY(reply.ok());
        QVERIFY(reply->empty());
    }

    void refusedRequestsDoNotReachTheService()
    {
        OneTableService service;
        const auto reply = ask(service, "DynamoDB_20120810.GetItem", jsonText("{'TableName':'abc'}"));
        QVERIFY(reply.error().code == ErrorCode::Validation);
        QVERIFY(!service.later);
    }

    void aLateAnswerReachesTheCaller()
    {
        OneTableService service;
        std::string text;
        service::dispatch(service, "DynamoDB_20120810.GetItem", jsonText("{'TableName':'abc','Key':{}}"), {},
                          [&](Result<std::string> result) { text = result.error().message; });
        QVERIFY(text.empty());
        service.later();
        QCOMPARE(text, std::string("abc"));
    }

    void whatIsNotOverriddenIsUnknown()
    {
        OneTableService service;
        QVERIFY(ask(service, "DynamoDB_20120810.DescribeLimits", "{}").error().code ==
                ErrorCode::UnknownOperation);
        QVERIFY(ask(service, "DynamoDB_20120810.DescribeLimits", "").error().code ==
                ErrorCode::UnknownOperation);
        QVERIFY(ask(service, "DynamoDB_20120810.Nothing", "{}").error().code == ErrorCode::UnknownOperation);
        QVERIFY(ask(service, "DynamoDB_20120810.ListTables", "").error().code == ErrorCode::Serialization);
    }
};

QTEST_GUILESS_MAIN(TestDispatch)
#include "tst_dispatch.moc"
