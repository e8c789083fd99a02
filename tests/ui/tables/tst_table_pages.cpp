#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QUndoGroup>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "api/create_table.h"
#include "api/delete_table.h"
#include "api/describe_table.h"
#include "api/describe_time_to_live.h"
#include "api/get_resource_policy.h"
#include "api/list_contributor_insights.h"
#include "api/list_tables.h"
#include "api/list_tags_of_resource.h"
#include "api/tag_resource.h"
#include "api/update_table.h"
#include "api/update_time_to_live.h"
#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "features/tables/delete_table_dialog.h"
#include "features/tables/new_table_dialog.h"
#include "features/tables/settings_page.h"
#include "features/tables/tables.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/jobs.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "theme/theme.h"
#include "ui/tables/sample_table.h"
#include "widgets/segmented_switch.h"

using namespace stator;
using namespace stator::ui;

namespace {

// Holds one table, remembers what it was asked, and refuses UpdateTable when told to.
class OneTable final : public service::Service {
public:
    void describeTable(api::DescribeTableRequest, service::Call, Completion<api::DescribeTableResponse> done) override
    {
        done(api::DescribeTableResponse{table});
    }
    void listTables(api::ListTablesRequest, service::Call, Completion<api::ListTablesResponse> done) override
    {
        done(api::ListTablesResponse{});
    }
    void listTagsOfResource(api::ListTagsOfResourceRequest, service::Call,
                            Completion<api::ListTagsOfResourceResponse> done) override
    {
        done(api::ListTagsOfResourceResponse{});
    }
    void describeTimeToLive(api::DescribeTimeToLiveRequest, service::Call,
                            Completion<api::DescribeTimeToLiveResponse> done) override
    {
        done(api::DescribeTimeToLiveResponse{});
    }
    void updateTimeToLive(api::UpdateTimeToLiveRequest request, service::Call,
                          Completion<api::UpdateTimeToLiveResponse> done) override
    {
        if (timeToLiveRefusal) {
            done(*timeToLiveRefusal);
            return;
        }
        timesToLive.push_back(request);
        done(api::UpdateTimeToLiveResponse{});
    }
    void getResourcePolicy(api::GetResourcePolicyRequest, service::Call,
                           Completion<api::GetResourcePolicyResponse> done) override
    {
        done(Error{ErrorCode::PolicyNotFound, "none", {}});
    }
    void listContributorInsights(api::ListContributorInsightsRequest, service::Call,
                                 Completion<api::ListContributorInsightsResponse> done) override
    {
        done(api::ListContributorInsightsResponse{});
    }
    void tagResource(api::TagResourceRequest request, service::Call, Completion<api::TagResourceResponse> done) override
    {
        tagged.push_back(request);
        done(api::TagResourceResponse{});
    }
    void createTable(api::CreateTableRequest request, service::Call, Completion<api::CreateTableResponse> done) override
    {
        created.push_back(request);
        if (refusal)
            done(*refusal);
        else
            done(api::CreateTableResponse{});
    }
    void deleteTable(api::DeleteTableRequest request, service::Call, Completion<api::DeleteTableResponse> done) override
    {
        deleted.push_back(request);
        done(api::DeleteTableResponse{});
    }
    void updateTable(api::UpdateTableRequest request, service::Call, Completion<api::UpdateTableResponse> done) override
    {
        updated.push_back(request);
        if (refusal) {
            done(*refusal);
            return;
        }
        if (request.deletionProtectionEnabled)
            table.deletionProtectionEnabled = request.deletionProtectionEnabled;
        if (request.billingMode)
            table.billingModeSummary->billingMode = request.billingMode;
        if (request.tableClass)
            table.tableClassSummary = api::TableClassSummary{request.tableClass, {}};
        done(api::UpdateTableResponse{});
    }

    api::TableDescription table = test::shopDescription();
    std::vector<api::TagResourceRequest> tagged;
    std::vector<api::CreateTableRequest> created;
    std::vector<api::DeleteTableRequest> deleted;
    std::vector<api::UpdateTableRequest> updated;
    std::vector<api::UpdateTimeToLiveRequest> timesToLive;
    std::optional<Error> refusal;
    std::optional<Error> timeToLiveRefusal;
};

class Bench final : public Workbench {
public:
    Bench()
        : m_service(std::make_shared<OneTable>()), m_executor(std::make_shared<ManualExecutor>()),
          m_connections(m_executor), m_tables(m_connections), m_actions(this),
          m_settings(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
    {
        ConnectionInfo info;
        info.id = QStringLiteral("local");
        info.title = QStringLiteral("This computer");
        info.regions = {QStringLiteral("us-east-1")};
        m_connections.add(info, m_service);
    }

    // Runs what was asked of the service, and lets the answers arrive.
    void settle()
    {
        for (int i = 0; i < 12; ++i) {
            m_executor->runAll();
            QCoreApplication::processEvents();
        }
    }
    OneTable &service() { return *m_service; }
    const QList<Place> &opened() const { return m_opened; }
    const QStringList &said() const { return m_said; }

    void open(const Place &place, OpenMode) override { m_opened.append(place); }
    void say(const QString &sentence, MessageKind) override { m_said.append(sentence); }
    void showInspector() override {}
    PageRegistry &pages() override { return m_pages; }
    ActionCatalog &actions() override { return m_actions; }
    ConnectionList &connections() override { return m_connections; }
    TableDirectory &tables() override { return m_tables; }
    JobList &jobs() override { return m_jobs; }
    EndpointStatus &endpoint() override { return m_endpoint; }
    QUndoGroup &undoGroup() override { return m_undo; }
    QSettings &settings() override { return m_settings; }
    QWidget *window() override { return nullptr; }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<OneTable> m_service;
    std::shared_ptr<ManualExecutor> m_executor;
    ConnectionList m_connections;
    TableDirectory m_tables;
    PageRegistry m_pages;
    ActionCatalog m_actions;
    JobList m_jobs;
    EndpointStatus m_endpoint;
    QUndoGroup m_undo;
    QSettings m_settings;
    QList<Place> m_opened;
    QStringList m_said;
};

QPushButton *button(QWidget &parent, const QString &begin)
{
    for (QPushButton *found : parent.findChildren<QPushButton *>())
        if (found->text().startsWith(begin))
            return found;
    return nullptr;
}

QLineEdit *field(QWidget &parent, const QString &name)
{
    for (QLineEdit *found : parent.findChildren<QLineEdit *>())
        if (found->accessibleName() == name || found->placeholderText() == name)
            return found;
    return nullptr;
}

QCheckBox *protectionBox(const SettingsPage &page)
{
    return page.findChild<QCheckBox *>(QStringLiteral("protection"));
}

// Every sentence that the widget shows now.
QString textsOf(const QWidget &parent)
{
    QStringList texts;
    for (const QLabel *label : parent.findChildren<QLabel *>())
        if (!label->isHidden())
            texts.append(label->text());
    return texts.join(u'\n');
}

SegmentedSwitch *segmentedSwitch(const QWidget &parent, const QString &name)
{
    for (SegmentedSwitch *found : parent.findChildren<SegmentedSwitch *>())
        if (found->accessibleName() == name)
            return found;
    return nullptr;
}

void fillNewTable(QWidget &dialog)
{
    QTest::keyClicks(field(dialog, QStringLiteral("Table name")), QStringLiteral("Orders"));
    QTest::keyClicks(field(dialog, QStringLiteral("Attribute, such as pk")), QStringLiteral("id"));
}

Place shop()
{
    return Place::ofTable(QStringLiteral("local"), QStringLiteral("us-east-1"), QStringLiteral("Shop"),
                          QStringLiteral("settings"));
}

} // namespace

class TestTablePages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void appliesWhatWasChangedAndNothingElse()
    {
        Bench bench;
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        QPushButton *apply = button(page, QStringLiteral("Apply"));
        QVERIFY(apply && !apply->isEnabled());
        auto *protection = protectionBox(page);
        protection->setChecked(true);
        QVERIFY(apply->isEnabled());
        QVERIFY(page.hasUnsavedText());
        apply->click();
        bench.settle();
        QCOMPARE(bench.service().updated.size(), std::size_t(1));
        QVERIFY(*bench.service().updated.front().deletionProtectionEnabled);
        QVERIFY(!bench.service().updated.front().billingMode);
        QVERIFY(!page.hasUnsavedText());
        QCOMPARE(bench.said().size(), 1);
    }

    void discardsBackToTheTable()
    {
        Bench bench;
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        auto *protection = protectionBox(page);
        protection->setChecked(true);
        button(page, QStringLiteral("Discard"))->click();
        QVERIFY(!protection->isChecked());
        QVERIFY(!page.hasUnsavedText());
        QVERIFY(bench.service().updated.empty());
    }

    void saysARefusalBesideItsFieldAndKeepsTheChange()
    {
        Bench bench;
        bench.service().refusal = Error::resourceInUse("Table: Shop is in the process of being updated.");
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        protectionBox(page)->setChecked(true);
        button(page, QStringLiteral("Apply"))->click();
        bench.settle();
        QVERIFY(page.hasUnsavedText());
        QVERIFY(!protectionBox(page)->accessibleDescription().isEmpty());
        QVERIFY(button(page, QStringLiteral("Apply"))->isEnabled());
        // Changed again, it is not refused again yet.
        protectionBox(page)->setChecked(false);
        QVERIFY(protectionBox(page)->accessibleDescription().isEmpty());
    }

    void waitsForTheTableBetweenTwoUpdates()
    {
        Bench bench;
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        bench.service().table.tableStatus = api::TableStatus::Updating;
        page.refresh();
        bench.settle();
        protectionBox(page)->setChecked(true);
        button(page, QStringLiteral("Apply"))->click();
        bench.settle();
        QVERIFY(bench.service().updated.empty());
        bench.service().table.tableStatus = api::TableStatus::Active;
        page.refresh();
        bench.settle();
        QCOMPARE(bench.service().updated.size(), std::size_t(1));
    }

    void sendsOneChangeAfterTheOther()
    {
        Bench bench;
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        protectionBox(page)->setChecked(true);
        SegmentedSwitch *tableClass = segmentedSwitch(page, QStringLiteral("Table class"));
        QVERIFY(tableClass);
        QTest::keyClick(tableClass, Qt::Key_Right);
        QVERIFY(textsOf(page).contains(QStringLiteral("2 changed")));
        button(page, QStringLiteral("Apply"))->click();
        bench.settle();
        QCOMPARE(bench.service().updated.size(), std::size_t(2));
        QVERIFY(!bench.service().updated.front().tableClass);
        QVERIFY(*bench.service().updated.back().tableClass == api::TableClass::StandardInfrequentAccess);
        QVERIFY(!page.hasUnsavedText());
    }

    void keepsWhatWasAppliedWhenTheNextIsRefused()
    {
        Bench bench;
        bench.service().timeToLiveRefusal = Error::validation("TimeToLive is already enabled");
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        protectionBox(page)->setChecked(true);
        for (QCheckBox *box : page.findChildren<QCheckBox *>())
            if (box != protectionBox(page))
                box->setChecked(true);
        QPushButton *apply = button(page, QStringLiteral("Apply"));
        apply->click();
        bench.settle();
        QVERIFY(bench.service().updated.empty()); // no attribute is named yet
        QVERIFY(textsOf(page).contains(QStringLiteral("Name the attribute that holds the time.")));
        QTest::keyClicks(field(page, QStringLiteral("Attribute that holds the time")), QStringLiteral("expires"));
        apply->click();
        bench.settle();
        QCOMPARE(bench.service().updated.size(), std::size_t(1));
        QVERIFY(textsOf(page).contains(QStringLiteral("TimeToLive is already enabled")));
        QVERIFY(textsOf(page).contains(QStringLiteral("1 changed")));
        QVERIFY(apply->isEnabled());
    }

    void createsATableAndOpensIt()
    {
        Bench bench;
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        QPushButton *create = button(*dialog, QStringLiteral("Create"));
        create->click();
        bench.settle();
        QVERIFY(bench.service().created.empty()); // it has no name yet
        QTest::keyClicks(field(*dialog, QStringLiteral("Table name")), QStringLiteral("Orders"));
        QTest::keyClicks(field(*dialog, QStringLiteral("Attribute, such as pk")), QStringLiteral("id"));
        create->click();
        bench.settle();
        QCOMPARE(bench.service().created.size(), std::size_t(1));
        QCOMPARE(bench.service().created.front().tableName, std::string("Orders"));
        QCOMPARE(bench.opened().size(), 1);
        QCOMPARE(bench.opened().first().table, QStringLiteral("Orders"));
    }

    void keepsTheFormWhenTheServiceRefuses()
    {
        Bench bench;
        bench.service().refusal = Error::limitExceeded("Subscriber limit exceeded");
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        QTest::keyClicks(field(*dialog, QStringLiteral("Table name")), QStringLiteral("Orders"));
        QTest::keyClicks(field(*dialog, QStringLiteral("Attribute, such as pk")), QStringLiteral("id"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QVERIFY(dialog->isVisible());
        QCOMPARE(field(*dialog, QStringLiteral("Table name"))->text(), QStringLiteral("Orders"));
        QVERIFY(bench.opened().isEmpty());
        delete dialog;
    }

    void saysARefusalOfAnOptionBesideIt()
    {
        Bench bench;
        bench.service().refusal = Error::invalidParameter("SSEType AES256 is not supported");
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        fillNewTable(*dialog);
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        SegmentedSwitch *encryption = segmentedSwitch(*dialog, QStringLiteral("Encryption key"));
        QVERIFY(encryption && encryption->isVisible()); // what was folded is open
        QVERIFY(textsOf(*dialog).contains(QStringLiteral("SSEType AES256 is not supported")));
        delete dialog;
    }

    void createsAVectorIndexByHand()
    {
        Bench bench;
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        fillNewTable(*dialog);
        button(*dialog, QStringLiteral("Add Index"))->click();
        QTest::keyClicks(field(*dialog, QStringLiteral("Index name")), QStringLiteral("byMeaning"));
        SegmentedSwitch *kind = segmentedSwitch(*dialog, QStringLiteral("Kind"));
        QVERIFY(kind);
        QTest::keyClick(kind, Qt::Key_End);
        QCOMPARE(kind->current(), QStringLiteral("vector"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QVERIFY(bench.service().created.empty()); // the vector has no attribute yet
        QTest::keyClicks(field(*dialog, QStringLiteral("Vector attribute")), QStringLiteral("embedding"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QCOMPARE(bench.service().created.size(), std::size_t(1));
        const api::VectorIndex &index = bench.service().created.front().vectorIndexes->front();
        QCOMPARE(index.vectorAttribute.attributeName, std::string("embedding"));
        QCOMPARE(index.dimensions, 384);
        QVERIFY(!index.searchSchema);
    }

    void setsWhatCreateTableDoesNotTakeAfterwards()
    {
        Bench bench;
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        fillNewTable(*dialog);
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->objectName() != QLatin1String("protection"))
                box->setChecked(true);
        QTest::keyClicks(field(*dialog, QStringLiteral("Attribute that holds the time")), QStringLiteral("expires"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QCOMPARE(bench.service().created.size(), std::size_t(1));
        QCOMPARE(bench.service().timesToLive.size(), std::size_t(1));
        QCOMPARE(bench.service().timesToLive.front().timeToLiveSpecification.attributeName, std::string("expires"));
        QCOMPARE(bench.opened().size(), 1);
    }

    void opensTheSettingsOfATableWhoseOptionWasRefused()
    {
        Bench bench;
        bench.service().timeToLiveRefusal = Error::validation("TimeToLive is already enabled");
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        fillNewTable(*dialog);
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->objectName() != QLatin1String("protection"))
                box->setChecked(true);
        QTest::keyClicks(field(*dialog, QStringLiteral("Attribute that holds the time")), QStringLiteral("expires"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QCOMPARE(bench.opened().size(), 1);
        QCOMPARE(bench.opened().first().page, QStringLiteral("settings"));
        QVERIFY(bench.said().last().contains(QStringLiteral("already enabled")));
    }

    void deletesOnlyAfterTheNameWasTyped()
    {
        Bench bench;
        auto *dialog = new DeleteTableDialog(bench, shop(), nullptr);
        dialog->show();
        bench.settle();
        QPushButton *remove = button(*dialog, QStringLiteral("Delete Shop, "));
        QVERIFY(remove);
        QVERIFY(!remove->isEnabled());
        QVERIFY(!remove->isDefault());
        auto *name = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(name, QStringLiteral("Sho"));
        QVERIFY(!remove->isEnabled());
        QTest::keyClicks(name, QStringLiteral("p"));
        QVERIFY(remove->isEnabled());
        QSignalSpy deleted(dialog, &DeleteTableDialog::deleted);
        remove->click();
        bench.settle();
        QCOMPARE(bench.service().deleted.size(), std::size_t(1));
        QCOMPARE(deleted.size(), 1);
    }

    void protectedTablesAreNotDeleted()
    {
        Bench bench;
        bench.service().table.deletionProtectionEnabled = true;
        auto *dialog = new DeleteTableDialog(bench, shop(), nullptr);
        dialog->show();
        bench.settle();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("Shop"));
        QVERIFY(!button(*dialog, QStringLiteral("Delete Shop"))->isEnabled());
        delete dialog;
    }

    void registersPageDialogsAndCommands()
    {
        Bench bench;
        registerTables(bench.pages());
        addTableCommands(bench);
        QVERIFY(bench.pages().find(QStringLiteral("settings")));
        QCOMPARE(bench.pages().dialogs().size(), 2);
        QVERIFY(bench.actions().action(QStringLiteral("table.new")));
        QVERIFY(bench.actions().action(QStringLiteral("table.delete")));
    }
};

QTEST_MAIN(TestTablePages)
#include "tst_table_pages.moc"
