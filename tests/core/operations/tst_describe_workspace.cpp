#include <optional>

#include <QtTest/QTest>

#include "api/describe_workspace.h"
#include "base/memory_file_layer.h"
#include "operations/embedded_service.h"
#include "service/dispatch.h"
#include "workspace/workspace.h"

using namespace stator;

namespace {

std::string describe(const operations::Environment &environment)
{
    operations::EmbeddedService service(environment);
    std::optional<Result<std::string>> answer;
    service::dispatch(service, "Stator_20261101.DescribeWorkspace", "{}", {},
                      [&](Result<std::string> result) { answer.emplace(std::move(result)); });
    return answer->ok() ? **answer : "error " + answer->error().message;
}

} // namespace

class TestDescribeWorkspace : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatIsServed_data()
    {
        QTest::addColumn<bool>("inMemory");
        QTest::addColumn<std::string>("path");
        QTest::newRow("on disk") << false << std::string("\"Path\":\"/ws\",");
        QTest::newRow("in memory has no path") << true << std::string();
    }
    void tellsWhatIsServed()
    {
        QFETCH(bool, inMemory);
        QFETCH(std::string, path);
        const auto clock = std::make_shared<ManualClock>();
        workspace::WorkspaceOptions options;
        options.directory = "/ws";
        options.inMemory = inMemory;
        options.files = makeMemoryFileLayer();
        options.version = "1.2.3";
        options.sync = zones::SyncMode::Always;
        options.tableDelayMs = 250;
        options.clock = clock;
        auto opened = workspace::Workspace::open(std::move(options));
        QVERIFY(opened.ok());
        workspace::Workspace &workspace = **opened;
        QVERIFY(workspace.region("us-east-1").ok());
        QVERIFY(workspace.region("eu-central-1").ok());
        clock->advance(1'500'000);

        operations::Environment environment;
        environment.clock = clock;
        environment.workspace = &workspace;
        QCOMPARE(describe(environment),
                 "{" + path + "\"Version\":\"1.2.3\",\"Regions\":[\"eu-central-1\",\"us-east-1\"]," +
                     "\"Settings\":{\"WorkspaceId\":\"" + workspace.uuid() + "\",\"InMemory\":\"" +
                     (inMemory ? "true" : "false") +
                     "\",\"Zones\":\"1\",\"Sync\":\"always\",\"TableDelayMs\":\"250\"},\"UptimeSeconds\":1.5}");
        QVERIFY(workspace.stop().ok());
    }

    void isUnknownWhereThereIsNoWorkspace()
    {
        QCOMPARE(describe({}), std::string("error "));
    }
};

QTEST_GUILESS_MAIN(TestDescribeWorkspace)
#include "tst_describe_workspace.moc"
