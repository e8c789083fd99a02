// The Workbench of the real window: hands out what it was given, and asks the window for the rest.
#pragma once

#include <QUndoGroup>

#include "shell/action_catalog.h"
#include "shell/jobs.h"
#include "shell/workbench.h"

namespace stator::ui {

class MainWindow;

// What the composition root gives the window. All of it outlives the window.
struct WindowContext {
    PageRegistry &pages;
    ConnectionList &connections;
    TableDirectory &tables;
    EndpointStatus &endpoint;
    QSettings &settings;
    QString workspacePath; // shown in About; empty in memory
};

class WindowWorkbench final : public Workbench {
    Q_OBJECT
public:
    WindowWorkbench(const WindowContext &context, MainWindow &window);

    void open(const Place &place, OpenMode mode) override;
    void say(const QString &sentence, MessageKind kind) override;
    void showInspector() override;

    PageRegistry &pages() override { return m_context.pages; }
    ActionCatalog &actions() override { return m_actions; }
    ConnectionList &connections() override { return m_context.connections; }
    TableDirectory &tables() override { return m_context.tables; }
    JobList &jobs() override { return m_jobs; }
    EndpointStatus &endpoint() override { return m_context.endpoint; }
    QUndoGroup &undoGroup() override { return m_undoGroup; }
    QSettings &settings() override { return m_context.settings; }
    QWidget *window() override;
    QList<Place> recentPlaces() const override;

    const WindowContext &context() const { return m_context; }

private:
    WindowContext m_context;
    MainWindow &m_window;
    ActionCatalog m_actions;
    JobList m_jobs;
    QUndoGroup m_undoGroup;
};

} // namespace stator::ui
