// The main window: docks, menus, tabs, palette, session. It wires features and holds no logic of theirs.
//
//     MainWindow window(context);
//     items::registerPages(registry); items::addCommands(window.workbench()); …
//     window.start();
#pragma once

#include <QHash>
#include <QMainWindow>
#include <QTimer>

#include "models/log_model.h"
#include "window/place_history.h"
#include "window/window_workbench.h"

class QDockWidget;

namespace stator::ui {

class ActivityDock;
class CommandPalette;
class InspectorDock;
class Navigator;
class StatusStrip;
class TabArea;
struct Session;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowContext &context);
    ~MainWindow() override;

    // After the last page and command was added: builds menus and lists, restores the session or opens
    // `first`.
    void start(const Place &first = {}, bool restoresSession = true);
    void saveSession();

    Workbench &workbench() { return m_workbench; }
    TabArea &tabs() { return *m_tabs; }
    LogModel &log() { return m_log; }

    void openPlace(Place place, OpenMode mode);
    void say(const QString &sentence, MessageKind kind);
    void showInspector();
    void goBack();
    void goForward();
    void showPalette(const QString &text);
    void showTablePalette();
    void showPreferences();
    void showKeyMap();
    void showAbout();
    void copyLink();
    void refreshPage();
    void toggleDock(const QString &name);
    void resetLayout();
    // F6: navigator, tabs, page, inspector, activity.
    void focusRegion(int step);
    // Above everything: a second start of the program asks for it.
    void raiseWindow();
    // Asked before the window closes: a sentence to be confirmed, or empty to close at once.
    void setQuitQuestion(std::function<QString()> question) { m_quitQuestion = std::move(question); }
    QList<Place> recentPlaces() const { return m_history.recent(); }

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *content,
                         Qt::DockWidgetArea area);
    QDockWidget *dock(const QString &name) const;
    void buildMenus();
    void buildCorner();
    void buildDocks();
    void connectParts();
    void pageChanged();
    void showHint();
    void askBeforeQuit(const QString &sentence);
    void updateHistoryActions();

    // Of saved layouts; raised when docks come or go.
    static constexpr int kDockVersion = 1;

    WindowWorkbench m_workbench;
    LogModel m_log;
    PlaceHistory m_history;
    TabArea *m_tabs;
    Navigator *m_navigator;
    InspectorDock *m_inspector;
    ActivityDock *m_activity;
    StatusStrip *m_status;
    CommandPalette *m_palette;
    QByteArray m_defaultDocks;
    bool m_isTravelling = false;      // Back and Forward make no history
    QHash<QString, int> m_dockWidths; // as the person has them
    bool m_isInspectorFolded = false; // closed by the window's width, not by the person
    std::unique_ptr<Session> m_saved; // last
    QTimer m_saveTimer;
    bool m_isStarted = false;
    bool m_isQuitConfirmed = false;
    std::function<QString()> m_quitQuestion;
};

} // namespace stator::ui
