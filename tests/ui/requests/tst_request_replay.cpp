#include <QSignalSpy>
#include <QTest>

#include <QFile>
#include <QTemporaryDir>

#include "api/batch_write_item.h"
#include "api/create_table.h"
#include "api/describe_table.h"
#include "api/describe_time_to_live.h"
#include "api/get_item.h"
#include "api/list_requests.h"
#include "api/list_tables.h"
#include "api/scan.h"
#include "api/update_time_to_live.h"
#include "document/writer.h"
#include "features/requests/request_recorder.h"
#include "features/requests/request_replay.h"
#include "features/requests/table_copy.h"
#include "support/json_text.h"
#include "ui/tables/sample_table.h"
#include "ui/test_bench.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;
using tests::jsonText;

namespace {

document::Item item(const std::string &key, const std::string &note)
{
    document::ItemWriter writer;
    writer.name("note");
    writer.string(note);
    writer.name("pk");
    writer.string(key);
    writer.name("sk");
    writer.string("a");
    return writer.finish();
}

api::TableDescription shop()
{
    api::TableDescription table = test::shopDescription();
    table.globalSecondaryIndexes->front().projection.emplace();
    table.globalSecondaryIndexes->front().projection->projectionType = api::ProjectionType::All;
    return table;
}

// The person's own service: Shop with sixty items, and a log of requests.
class Source final : public service::Service {
public:
    void listTables(api::ListTablesRequest, service::Call, Completion<api::ListTablesResponse> done) override
    {
        api::ListTablesResponse response;
        response.tableNames = {"Made", "Shop", "Shopping"};
        done(std::move(response));
    }
    void describeTable(api::DescribeTableRequest request, service::Call, Completion<api::DescribeTableResponse> done) override
    {
        described.push_back(request.tableName);
        done(api::DescribeTableResponse{shop()});
    }
    void describeTimeToLive(api::DescribeTimeToLiveRequest, service::Call,
                            Completion<api::DescribeTimeToLiveResponse> done) override
    {
        api::DescribeTimeToLiveResponse response;
        response.timeToLiveDescription.emplace();
        response.timeToLiveDescription->timeToLiveStatus = api::TimeToLiveStatus::Enabled;
        response.timeToLiveDescription->attributeName = "until";
        done(std::move(response));
    }
    void scan(api::ScanRequest request, service::Call, Completion<api::ScanResponse> done) override
    {
        const int page = request.exclusiveStartKey ? 1 : 0;
        api::ScanResponse response;
        response.items.emplace();
        for (int i = 0; i < 30; ++i)
            response.items->append(item(std::to_string(page * 30 + i), "n").view());
        if (page == 0)
            response.lastEvaluatedKey = item("29", "n");
        done(std::move(response));
    }
    void listRequests(api::ListRequestsRequest request, service::Call, Completion<api::ListRequestsResponse> done) override
    {
        api::ListRequestsResponse response;
        for (const api::LoggedRequest &each : requests)
            if (each.number > request.after.value_or(0))
                response.requests.push_back(each);
        done(std::move(response));
    }

    std::vector<std::string> described;
    std::vector<api::LoggedRequest> requests;
};

// The engine beside it.
class Scratch final : public service::Service {
public:
    void createTable(api::CreateTableRequest request, service::Call, Completion<api::CreateTableResponse> done) override
    {
        made.push_back(std::move(request));
        done(api::CreateTableResponse());
    }
    void updateTimeToLive(api::UpdateTimeToLiveRequest request, service::Call,
                          Completion<api::UpdateTimeToLiveResponse> done) override
    {
        timeToLive = request.timeToLiveSpecification.attributeName;
        done(api::UpdateTimeToLiveResponse());
    }
    void batchWriteItem(api::BatchWriteItemRequest request, service::Call, Completion<api::BatchWriteItemResponse> done) override
    {
        ++batches;
        for (auto &[table, writes] : request.requestItems)
            items += static_cast<int>(writes.size());
        done(api::BatchWriteItemResponse());
    }
    void getItem(api::GetItemRequest, service::Call call, Completion<api::GetItemResponse> done) override
    {
        regions.append(QString::fromStdString(call.region));
        if (regions.size() == 3)
            return done(Error::resourceNotFound());
        api::GetItemResponse response;
        response.item = item("1", "as recorded");
        done(std::move(response));
    }

    std::vector<api::CreateTableRequest> made;
    std::string timeToLive;
    int batches = 0;
    int items = 0;
    QStringList regions;
};

RecordedRequest getItem(const std::string &note)
{
    RecordedRequest request;
    request.region = u"eu-west-1"_s;
    request.operation = u"GetItem"_s;
    request.request = jsonText("{'TableName':'Shop','Key':{'pk':{'S':'1'},'sk':{'S':'a'}}}");
    request.response = jsonText("{'Item':{'note':{'S':'" + note + "'},'pk':{'S':'1'},'sk':{'S':'a'}}}");
    return request;
}

RecordedRequest createTable()
{
    RecordedRequest request;
    request.region = u"eu-west-1"_s;
    request.operation = u"CreateTable"_s;
    request.request = jsonText("{'TableName':'Made','AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}],"
                               "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],'BillingMode':'PAY_PER_REQUEST'}");
    request.response = "{}";
    return request;
}

struct Stand {
    std::shared_ptr<Source> source = std::make_shared<Source>();
    std::shared_ptr<Scratch> scratch = std::make_shared<Scratch>();
    test::TestBench bench{source};
    RequestReplay replay{bench.connections(), {}};
    QSignalSpy finished{&replay, &RequestReplay::finished};

    std::string problem;

    Stand()
    {
        QObject::connect(&replay, &RequestReplay::failed, &replay, [this](const Error &error) { problem = error.message; });
        bench.connections().setScratchEngine([engine = scratch] { return engine; });
    }
    void run(Recording recording, bool withItems)
    {
        replay.start(std::make_shared<const Recording>(std::move(recording)), withItems);
        for (int i = 0; i < 20 && finished.isEmpty(); ++i)
            bench.settle();
    }
};

} // namespace

class TestRequestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesTheTablesThatRequestsName()
    {
        Stand stand;
        stand.run({createTable(), getItem("as recorded")}, true);
        QCOMPARE(stand.problem, std::string());
        QCOMPARE(stand.finished.count(), 1);
        QCOMPARE(stand.source->described, std::vector<std::string>{"Shop"});
        QCOMPARE(stand.scratch->made.size(), std::size_t(2));
        QCOMPARE(stand.scratch->made.front().tableName, std::string("Shop"));
        QCOMPARE(stand.scratch->made.back().tableName, std::string("Made"));
        QCOMPARE(stand.scratch->timeToLive, std::string("until"));
        QCOMPARE(stand.scratch->items, 60);
        QCOMPARE(stand.replay.copier().items(), std::int64_t(60));
        QCOMPARE(stand.scratch->regions, QStringList{u"eu-west-1"_s});
    }

    void leavesTablesEmptyWhenAsked()
    {
        Stand stand;
        stand.run({getItem("as recorded")}, false);
        QCOMPARE(stand.problem, std::string());
        QCOMPARE(stand.finished.count(), 1);
        QCOMPARE(stand.scratch->made.size(), std::size_t(1));
        QCOMPARE(stand.scratch->items, 0);
    }

    void tellsSameFromDifferentFromSkipped()
    {
        Stand stand;
        RecordedRequest cut = getItem("x");
        cut.isRequestCut = true;
        RecordedRequest unknown = getItem("x");
        unknown.operation = u"NoSuchOperation"_s;
        stand.run({getItem("as recorded"), getItem("another"), cut, unknown, getItem("as recorded")}, false);
        QCOMPARE(stand.replay.results().size(), std::size_t(5));
        QCOMPARE(stand.replay.count(ReplayedRequest::Kind::Same), 1);
        QCOMPARE(stand.replay.count(ReplayedRequest::Kind::Different), 2);
        QCOMPARE(stand.replay.count(ReplayedRequest::Kind::Skipped), 2);
        const ReplayedRequest &other = stand.replay.results()[1];
        QCOMPARE(other.differences.first(), (ResponseDifference{u"Item.note.S"_s, u"\"another\""_s, u"\"as recorded\""_s}));
        const ReplayedRequest &refused = stand.replay.results()[4];
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.response.find("ResourceNotFoundException") != std::string::npos);
    }

    void stopsWhenAsked()
    {
        Stand stand;
        stand.replay.start(std::make_shared<const Recording>(Recording{getItem("x")}), true);
        stand.replay.cancel();
        stand.bench.settle();
        QCOMPARE(stand.finished.count(), 0);
        QVERIFY(!stand.replay.isRunning());
        QVERIFY(stand.scratch->made.empty());
    }

    void makesATableAsItIsDescribed()
    {
        const api::TableDescription table = shop();
        const std::string body = createTableBody(table);
        QVERIFY(body.find("\"TableName\":\"Shop\"") != std::string::npos);
        QVERIFY(body.find("ItemCount") == std::string::npos);
        QVERIFY(body.find("IndexStatus") == std::string::npos);
        QCOMPARE(body.find("GlobalSecondaryIndexes") != std::string::npos, table.globalSecondaryIndexes.has_value());
    }

    void recordsWhatIsSentFromThenOn()
    {
        Stand stand;
        for (int i = 1; i <= 4; ++i) {
            api::LoggedRequest &request = stand.source->requests.emplace_back();
            request.number = i;
            request.region = "us-east-1";
            request.operation = "GetItem";
            request.httpStatus = 200;
            if (i != 3)
                request.requestBody = "{\"n\":" + std::to_string(i) + "}";
        }
        QTemporaryDir folder;
        const QString path = folder.filePath(u"r.jsonl"_s);
        RequestRecorder recorder;
        QSignalSpy ended(&recorder, &RequestRecorder::ended);
        recorder.start(path, stand.bench.client({}), 1);
        stand.bench.settle();
        recorder.stop();
        for (int i = 0; i < 5 && ended.isEmpty(); ++i)
            stand.bench.settle();
        QCOMPARE(ended.count(), 1);
        QVERIFY(!recorder.isRecording());
        QCOMPARE(recorder.count(), std::int64_t(2));
        QCOMPARE(recorder.missed(), std::int64_t(1));
        const auto recording = readRecording(path);
        QVERIFY(recording.ok());
        QCOMPARE(recording->size(), std::size_t(2));
        QCOMPARE(recording->front().request, std::string("{\"n\":2}"));
    }

    void saysThatTheFileCannotBeWritten()
    {
        Stand stand;
        RequestRecorder recorder;
        QSignalSpy failed(&recorder, &RequestRecorder::failed);
        recorder.start(u"/nowhere/at/all.jsonl"_s, stand.bench.client({}), 0);
        stand.bench.settle();
        QCOMPARE(failed.count(), 1);
        QVERIFY(!recorder.isRecording());
    }
};

QTEST_MAIN(TestRequestReplay)
#include "tst_request_replay.moc"
