// A Workbench for tests of pages: one embedded connection with the service a test brings, run by hand.
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QUndoGroup>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/jobs.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"

namespace stator::test {

class TestBench final : public ui::Workbench {
public:
    explicit TestBench(std::shared_ptr<service::Service> service, const QStringList &regions = {QStringLiteral("us-east-1")})
        : m_executor(std::make_shared<ManualExecutor>()), m_connections(m_executor), m_tables(m_connections), m_actions(this),
          m_settings(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
    {
        ui::ConnectionInfo info;
        info.id = QStringLiteral("local");
        info.title = QStringLiteral("This computer");
        info.regions = regions;
        m_connections.add(info, std::move(service));
    }

    // Runs what was asked of the service, and lets the answers arrive.
    void settle()
    {
        for (int i = 0; i < 12; ++i) {
            m_executor->runAll();
            QCoreApplication::processEvents();
        }
    }
    const QList<ui::Place> &opened() const { return m_opened; }
    const QStringList &said() const { return m_said; }

    void open(const ui::Place &place, ui::OpenMode) override { m_opened.append(place); }
    void say(const QString &sentence, ui::MessageKind) override { m_said.append(sentence); }
    void showInspector() override {}
    ui::PageRegistry &pages() override { return m_pages; }
    ui::ActionCatalog &actions() override { return m_actions; }
    ui::ConnectionList &connections() override { return m_connections; }
    ui::TableDirectory &tables() override { return m_tables; }
    ui::JobList &jobs() override { return m_jobs; }
    ui::EndpointStatus &endpoint() override { return m_endpoint; }
    QUndoGroup &undoGroup() override { return m_undo; }
    QSettings &settings() override { return m_settings; }
    QWidget *window() override { return nullptr; }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<ManualExecutor> m_executor;
    ui::ConnectionList m_connections;
    ui::TableDirectory m_tables;
    ui::PageRegistry m_pages;
    ui::ActionCatalog m_actions;
    ui::JobList m_jobs;
    ui::EndpointStatus m_endpoint;
    QUndoGroup m_undo;
    QSettings m_settings;
    QList<ui::Place> m_opened;
    QStringList m_said;
};

} // namespace stator::test
