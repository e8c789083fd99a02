#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include "api/describe_table.h"
#include "api/list_requests.h"
#include "api/list_tables.h"
#include "code/code_panel.h"
#include "cost/cost_panel.h"
#include "features/requests/client_name.h"
#include "features/requests/region_hint.h"
#include "features/requests/request_details.h"
#include "features/requests/requests_page.h"
#include "support/json_text.h"
#include "theme/theme.h"
#include "ui/tables/sample_table.h"
#include "ui/test_bench.h"
#include "widgets/code_snippet.h"
#include "widgets/json_text.h"
#include "widgets/labels.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;
using tests::jsonText;

namespace {

// A log that a test fills. Shop is in eu-west-1 only.
class Log final : public service::Service {
public:
    void listTables(api::ListTablesRequest, service::Call call, Completion<api::ListTablesResponse> done) override
    {
        api::ListTablesResponse response;
        response.tableNames.emplace();
        if (call.region == "eu-west-1")
            response.tableNames->push_back("Shop");
        done(std::move(response));
    }
    void describeTable(api::DescribeTableRequest, service::Call, Completion<api::DescribeTableResponse> done) override
    {
        done(api::DescribeTableResponse{test::shopDescription()});
    }
    void listRequests(api::ListRequestsRequest request, service::Call, Completion<api::ListRequestsResponse> done) override
    {
        api::ListRequestsResponse response;
        response.dropped = std::exchange(dropped, 0);
        for (const api::LoggedRequest &each : requests) {
            if (each.number <= request.after.value_or(0) || static_cast<std::int32_t>(response.requests.size()) >= request.limit.value_or(1000))
                continue;
            response.requests.push_back(each);
            if (!request.includeBodies.value_or(false)) {
                response.requests.back().requestBody.reset();
                response.requests.back().responseBody.reset();
                response.requests.back().consumedCapacity.reset();
            }
        }
        done(std::move(response));
    }

    api::LoggedRequest &add(const std::string &operation)
    {
        api::LoggedRequest request;
        request.number = static_cast<std::int64_t>(requests.size()) + 1;
        request.time = 1'700'000'000.0 + static_cast<double>(requests.size());
        request.region = "us-east-1";
        request.operation = operation;
        request.tableName = "Shop";
        request.httpStatus = 200;
        request.durationMs = 0.25;
        request.client = "127.0.0.1:50000";
        request.userAgent = "Boto3/1.26.27 Python/3.11.2 Botocore/1.29.27";
        requests.push_back(request);
        return requests.back();
    }

    std::vector<api::LoggedRequest> requests;
    std::int64_t dropped = 0;
};

struct Stand {
    std::shared_ptr<Log> log = std::make_shared<Log>();
    test::TestBench bench{log, {u"us-east-1"_s, u"eu-west-1"_s}};
    RequestsPage page{bench};

    void open()
    {
        bench.tables().refresh();
        bench.settle();
        page.open(Place::ofPage(u"requests"_s));
        page.resize(1000, 600);
        page.show();
        bench.settle();
    }
    QTableView &view() { return *page.findChild<QTableView *>(); }
    RequestDetails &details() { return *static_cast<RequestDetails *>(page.inspector()); }
    void select(int row)
    {
        details();
        view().selectRow(row);
        bench.settle();
    }
    QString text(const QString &name)
    {
        for (QPlainTextEdit *edit : details().findChildren<QPlainTextEdit *>())
            if (edit->accessibleName() == name)
                return edit->toPlainText() + edit->placeholderText();
        return {};
    }
    QStringList labels(QWidget &parent)
    {
        QStringList texts;
        for (QLabel *label : parent.findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    }
};

} // namespace

class TestRequestsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void listsWhoSentWhat()
    {
        Stand stand;
        api::LoggedRequest &request = stand.log->add("GetItem");
        request.capacityUnits = 0.5;
        stand.open();
        QAbstractItemModel *model = stand.view().model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, RequestModel::Operation).data().toString(), u"GetItem"_s);
        QCOMPARE(model->index(0, RequestModel::Units).data().toString(), QLocale().toString(0.5, 'f', 1));
        QCOMPARE(model->index(0, RequestModel::Client).data().toString(), u"Boto3 1.26.27"_s);
    }

    void filtersAndCountsWhatWasNotKept()
    {
        Stand stand;
        stand.log->add("GetItem");
        stand.log->add("Query");
        stand.log->dropped = 1204;
        stand.open();
        QCOMPARE(stand.view().model()->rowCount(), 2);
        stand.page.findChild<QLineEdit *>()->setText(u"query"_s);
        QCOMPARE(stand.view().model()->rowCount(), 1);
        const QStringList texts = stand.labels(stand.page);
        QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QString &text) { return text.contains(QLocale().toString(1204)); }));
    }

    void showsBodiesCostAndCode()
    {
        Stand stand;
        api::LoggedRequest &request = stand.log->add("GetItem");
        request.requestBody = jsonText("{'TableName':'Shop','Key':{'pk':{'S':'a'},'sk':{'N':'12345678901234567890'}}}");
        request.responseBody = jsonText("{'Item':{'pk':{'S':'a'}}}");
        api::ConsumedCapacity capacity;
        capacity.tableName = "Shop";
        capacity.capacityUnits = 0.5;
        request.consumedCapacity.emplace();
        request.consumedCapacity->push_back(capacity);
        request.capacityUnits = 0.5;
        stand.open();
        stand.select(0);
        QVERIFY(stand.text(u"Request"_s).contains(u"\"TableName\": \"Shop\""));
        QVERIFY(stand.text(u"Request"_s).contains(u"12345678901234567890"));
        QVERIFY(stand.text(u"Response"_s).contains(u"\"Item\""));
        auto *code = stand.details().findChild<CodePanel *>();
        code->setLanguage(code::Language::Python);
        QVERIFY(code->code().contains(u"client.get_item("));
        code->setLanguage(code::Language::Cli);
        const QStringList cost = stand.labels(*stand.details().findChild<CostPanel *>());
        QVERIFY2(cost.join(u'\n').contains(QLocale().toString(0.5, 'f', 1)), qPrintable(cost.join(u'\n')));
    }

    void saysWhatIsNoLongerKept()
    {
        Stand stand;
        stand.log->add("GetItem");
        stand.open();
        stand.select(0);
        QVERIFY(stand.text(u"Request"_s).contains(u"no longer kept"));
    }

    void saysThatABodyWasCut()
    {
        Stand stand;
        api::LoggedRequest &request = stand.log->add("PutItem");
        request.requestBody = "{\"TableName\":\"Sh";
        request.requestBodyTruncated = true;
        request.requestBytes = 400'000;
        request.responseBody = "{}";
        stand.open();
        stand.select(0);
        QVERIFY2(stand.text(u"Request"_s).contains(u"Only the first"), qPrintable(stand.text(u"Request"_s)));
        QVERIFY(stand.details().findChild<CodePanel *>()->code().isEmpty());
    }

    void findsTheTableInAnotherRegion()
    {
        Stand stand;
        api::LoggedRequest &request = stand.log->add("GetItem");
        request.httpStatus = 400;
        request.errorCode = "ResourceNotFoundException";
        stand.open();
        stand.select(0);
        auto *fix = stand.details().findChild<CodeSnippet *>();
        QVERIFY(fix->isVisibleTo(&stand.details()));
        QCOMPARE(fix->code(), u"region_name=\"eu-west-1\""_s);
        QVERIFY(stand.labels(stand.details()).join(u'\n').contains(u"eu-west-1"));
    }

    void hasNoHintForATableThatIsNowhere()
    {
        Stand stand;
        api::LoggedRequest &request = stand.log->add("GetItem");
        request.httpStatus = 400;
        request.errorCode = "ResourceNotFoundException";
        request.tableName = "Other";
        stand.open();
        stand.select(0);
        QVERIFY(!stand.details().findChild<CodeSnippet *>()->isVisibleTo(&stand.details()));
    }

    void freezesAndFollows()
    {
        Stand stand;
        stand.log->add("GetItem");
        stand.open();
        stand.page.commands().run(u"page.freeze"_s);
        stand.log->add("Query");
        stand.page.refresh();
        stand.bench.settle();
        QCOMPARE(stand.view().model()->rowCount(), 1);
        stand.page.commands().run(u"page.freeze"_s);
        QCOMPARE(stand.view().model()->rowCount(), 2);
    }

    void namesClients_data()
    {
        QTest::addColumn<QString>("agent");
        QTest::addColumn<QString>("name");
        QTest::newRow("boto3") << u"Boto3/1.26.27 Python/3.11.2 Linux/6.1 Botocore/1.29.27"_s << u"Boto3 1.26.27"_s;
        QTest::newRow("cli") << u"aws-cli/2.9.19 Python/3.11.2 Linux/6.1 botocore/2.4.5"_s << u"AWS CLI 2.9.19"_s;
        QTest::newRow("javascript") << u"aws-sdk-js/3.423.0 ua/2.0 os/linux#6.1 lang/js"_s << u"JavaScript SDK 3.423.0"_s;
        QTest::newRow("go") << u"aws-sdk-go-v2/1.24.0 os/linux lang/go#1.21"_s << u"Go SDK 1.24.0"_s;
        QTest::newRow("unknown") << u"curl/7.88.1"_s << u"curl 7.88.1"_s;
        QTest::newRow("none") << QString() << u"127.0.0.1:1"_s;
    }
    void namesClients()
    {
        QFETCH(QString, agent);
        QTEST(clientName(agent, u"127.0.0.1:1"_s), "name");
    }

    void indentsJson_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("short parts stay on a line") << u"{\"a\":{\"S\":\"x\"},\"b\":[1,2]}"_s
                                                    << u"{\n  \"a\": {\"S\": \"x\"},\n  \"b\": [1, 2]\n}"_s;
        QTest::newRow("empty") << u"{}"_s << u"{}"_s;
        QTest::newRow("signs in strings") << u"{\"a\":\"{,\\\":[\"}"_s << u"{\n  \"a\": \"{,\\\":[\"\n}"_s;
        QTest::newRow("cut") << u"{\"a\":[1,{\"b"_s << u"{\n  \"a\": [\n    1,\n    {\n      \"b"_s;
        QTest::newRow("not JSON") << u"hello"_s << u"hello"_s;
    }
    void indentsJson()
    {
        QFETCH(QString, json);
        QTEST(indentedJson(json), "text");
    }

    void knowsNamesOfArns()
    {
        QCOMPARE(plainTableName(u"arn:aws:dynamodb:eu-west-1:000000000000:table/Shop"_s), u"Shop"_s);
        QCOMPARE(plainTableName(u"arn:aws:dynamodb:eu-west-1:000000000000:table/Shop/index/x"_s), u"Shop"_s);
        QCOMPARE(plainTableName(u"Shop"_s), u"Shop"_s);
    }
};

QTEST_MAIN(TestRequestsPage)
#include "tst_requests_page.moc"
