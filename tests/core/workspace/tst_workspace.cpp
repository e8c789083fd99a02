#include "workspace/workspace.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "base/memory_file_layer.h"

using namespace stator;
using namespace stator::workspace;

namespace {

model::TableDefinition tableNamed(const std::string &name)
{
    model::TableDefinition definition;
    definition.name = name;
    definition.keys.partition.push_back({"pk", model::ValueType::S});
    return definition;
}

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT

private:
    static WorkspaceOptions optionsOn(const std::shared_ptr<FileLayer> &files)
    {
        WorkspaceOptions options;
        options.directory = "/ws";
        options.files = files;
        return options;
    }
    static std::unique_ptr<Workspace> mustOpen(WorkspaceOptions options)
    {
        auto opened = Workspace::open(std::move(options));
        if (!opened.ok())
            qWarning("%s", opened.error().message.c_str());
        return opened.ok() ? std::move(*opened) : nullptr;
    }
    static bool createTable(engine::Region &region, const std::string &name)
    {
        bool isMade = false;
        region.createTable(tableNamed(name), [&](Result<engine::TableHandle> made) { isMade = made.ok(); });
        return isMade;
    }

private slots:
    void aNewWorkspaceIsFoundAgain()
    {
        const auto files = makeMemoryFileLayer();
        auto first = mustOpen(optionsOn(files));
        QVERIFY(first);
        const std::string uuid = first->uuid();
        QCOMPARE(uuid.size(), 36u);
        QVERIFY(first->regionNames().empty());
        QVERIFY(first->stop().ok());
        const auto second = mustOpen(optionsOn(files));
        QVERIFY(second);
        QCOMPARE(second->uuid(), uuid);
    }

    void oneProcessOwnsIt()
    {
        const auto files = makeMemoryFileLayer();
        auto first = mustOpen(optionsOn(files));
        QVERIFY(first);
        const auto refused = Workspace::open(optionsOn(files));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == ErrorCode::Locked);
        QVERIFY(first->stop().ok());
        QVERIFY(Workspace::open(optionsOn(files)).ok());
    }

    void regionsComeWhenTheyAreNeeded()
    {
        const auto files = makeMemoryFileLayer();
        auto workspace = mustOpen(optionsOn(files));
        const auto none = workspace->findRegion("eu-west-1");
        QVERIFY(none.ok());
        QVERIFY(*none == nullptr);
        QVERIFY(!*files->exists("/ws/regions"));
        auto region = workspace->region("eu-west-1");
        QVERIFY2(region.ok(), region.ok() ? "" : region.error().message.c_str());
        QCOMPARE((*region)->name(), std::string("eu-west-1"));
        QVERIFY(*workspace->findRegion("eu-west-1") == *region);
        QVERIFY(*workspace->region("eu-west-1") == *region);
        QCOMPARE(workspace->regionNames(), std::vector<std::string>{"eu-west-1"});
        QVERIFY(*files->exists("/ws/regions/eu-west-1/a/zone.json"));
    }

    void regionsAreFoundAgain()
    {
        const auto files = makeMemoryFileLayer();
        {
            auto workspace = mustOpen(optionsOn(files));
            QVERIFY(createTable(**workspace->region("eu-west-1"), "Music"));
            QVERIFY(workspace->stop().ok());
        }
        auto workspace = mustOpen(optionsOn(files));
        QCOMPARE(workspace->regionNames(), std::vector<std::string>{"eu-west-1"});
        auto region = workspace->findRegion("eu-west-1");
        QVERIFY(region.ok());
        QVERIFY(*region != nullptr);
        QVERIFY((*region)->findTable("Music") != nullptr);
    }

    void refusesNamesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"", "..", "a/b", "US-EAST-1", "-a", "a-", "a--b", "1a", "a b",
                                 "a-name-that-is-longer-than-any-name-of-a-region"})
            QTest::newRow(*name ? name : "(empty)") << QByteArray(name);
    }
    void refusesNamesThatAreNone()
    {
        QFETCH(QByteArray, name);
        const auto files = makeMemoryFileLayer();
        auto workspace = mustOpen(optionsOn(files));
        const auto region = workspace->region(name.toStdString());
        QVERIFY(!region.ok());
        QVERIFY(region.error().code == ErrorCode::Validation);
        QVERIFY(!*files->exists("/ws/regions"));
    }

    void aLostDriveIsNotANewRegion()
    {
        const auto files = makeMemoryFileLayer();
        {
            auto workspace = mustOpen(optionsOn(files));
            QVERIFY(workspace->region("eu-west-1").ok());
            QVERIFY(workspace->stop().ok());
        }
        QVERIFY(files->removeTree("/ws/regions/eu-west-1").ok());
        auto workspace = mustOpen(optionsOn(files));
        const auto region = workspace->region("eu-west-1");
        QVERIFY(!region.ok());
        QVERIFY(region.error().code == ErrorCode::Corruption);
    }

    void theZoneOfAnotherWorkspaceIsRefused()
    {
        const auto files = makeMemoryFileLayer();
        for (const char *directory : {"/one", "/two"}) {
            WorkspaceOptions options = optionsOn(files);
            options.directory = directory;
            auto workspace = mustOpen(options);
            QVERIFY(workspace->region("eu-west-1").ok());
            QVERIFY(workspace->stop().ok());
        }
        const std::string zone = "/regions/eu-west-1/a/zone.json";
        QVERIFY(files->replaceFile("/one" + zone, *files->readFile("/two" + zone)).ok());
        WorkspaceOptions options = optionsOn(files);
        options.directory = "/one";
        auto workspace = mustOpen(options);
        const auto region = workspace->region("eu-west-1");
        QVERIFY(!region.ok());
        QVERIFY(region.error().code == ErrorCode::Corruption);
    }

    void refusesADirectoryOfOtherThings()
    {
        const auto files = makeMemoryFileLayer();
        QVERIFY(files->createDirectories("/ws").ok());
        QVERIFY(files->replaceFile("/ws/letter.txt", "dear").ok());
        const auto refused = Workspace::open(optionsOn(files));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == ErrorCode::Validation);
        QVERIFY(!*files->exists("/ws/stator.json"));
    }

    void missesItsSettings()
    {
        const auto files = makeMemoryFileLayer();
        {
            auto workspace = mustOpen(optionsOn(files));
            QVERIFY(workspace->region("eu-west-1").ok());
            QVERIFY(workspace->stop().ok());
        }
        QVERIFY(files->removeFile("/ws/stator.json").ok());
        QVERIFY(Workspace::open(optionsOn(files)).error().code == ErrorCode::Corruption);
        QVERIFY(files->replaceFile("/ws/stator.json", "{}").ok());
        QVERIFY(Workspace::open(optionsOn(files)).error().code == ErrorCode::Corruption);
        QVERIFY(files->replaceFile("/ws/stator.json", "{\"format\": 2}").ok());
        QVERIFY(Workspace::open(optionsOn(files)).error().code == ErrorCode::NewerFormat);
    }

    void aFlagMayNotContradictIt()
    {
        const auto files = makeMemoryFileLayer();
        WorkspaceOptions options = optionsOn(files);
        options.zones = 1;
        QVERIFY(mustOpen(options)->stop().ok());
        options.zones = 3;
        const auto refused = Workspace::open(options);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == ErrorCode::Validation);
    }

    void answersNothingOnceStopped()
    {
        auto workspace = mustOpen(optionsOn(makeMemoryFileLayer()));
        QVERIFY(workspace->region("eu-west-1").ok());
        QVERIFY(workspace->stop().ok());
        QVERIFY(workspace->stop().ok());
        QVERIFY(workspace->region("eu-west-1").error().code == ErrorCode::ShuttingDown);
    }

    void livesOnARealDrive()
    {
        QTemporaryDir place;
        WorkspaceOptions options;
        options.directory = place.path().toStdString() + "/new/ws";
        for (int i = 0; i < 2; ++i) {
            auto workspace = mustOpen(options);
            QVERIFY(workspace);
            auto region = workspace->region("us-east-1");
            QVERIFY2(region.ok(), region.ok() ? "" : region.error().message.c_str());
            if (i == 0)
                QVERIFY(createTable(**region, "Music"));
            QVERIFY((*region)->findTable("Music") != nullptr);
            QVERIFY(Workspace::open(options).error().code == ErrorCode::Locked);
            QVERIFY(workspace->stop().ok());
        }
    }

    void theDefaultDirectoryFollowsXdg()
    {
        qputenv("XDG_DATA_HOME", "/data");
        QCOMPARE(Workspace::defaultDirectory(), std::string("/data/stator"));
        qputenv("XDG_DATA_HOME", "relative");
        qputenv("HOME", "/users/me");
        QCOMPARE(Workspace::defaultDirectory(), std::string("/users/me/.local/share/stator"));
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
