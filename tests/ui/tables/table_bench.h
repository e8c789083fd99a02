// A Workbench of one table, for the pages and dialogs of tables, and ways to find what they show.
#pragma once

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QUndoGroup>

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
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/jobs.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "ui/tables/sample_table.h"
#include "widgets/segmented_switch.h"

namespace stator::test {

using namespace stator::ui;

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

    api::TableDescription table = shopDescription();
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

inline QPushButton *button(QWidget &parent, const QString &begin)
{
    for (QPushButton *found : parent.findChildren<QPushButton *>())
        if (found->text().startsWith(begin))
            return found;
    return nullptr;
}

inline QLineEdit *field(QWidget &parent, const QString &name)
{
    for (QLineEdit *found : parent.findChildren<QLineEdit *>())
        if (found->accessibleName() == name || found->placeholderText() == name)
            return found;
    return nullptr;
}

// Every sentence that the widget shows now.
inline QString textsOf(const QWidget &parent)
{
    QStringList texts;
    for (const QLabel *label : parent.findChildren<QLabel *>())
        if (!label->isHidden())
            texts.append(label->text());
    return texts.join(u'\n');
}

inline SegmentedSwitch *segmentedSwitch(const QWidget &parent, const QString &name)
{
    for (SegmentedSwitch *found : parent.findChildren<SegmentedSwitch *>())
        if (found->accessibleName() == name)
            return found;
    return nullptr;
}

inline Place shop()
{
    return Place::ofTable(QStringLiteral("local"), QStringLiteral("us-east-1"), QStringLiteral("Shop"),
                          QStringLiteral("settings"));
}

} // namespace stator::test
