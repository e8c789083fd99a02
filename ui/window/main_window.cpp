#include "window/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "window/about_dialog.h"
#include "window/activity_dock.h"
#include "window/command_palette.h"
#include "window/inspector_dock.h"
#include "window/key_map_dialog.h"
#include "window/navigator.h"
#include "window/palette_entries.h"
#include "window/preferences_dialog.h"
#include "window/session.h"
#include "window/standard_commands.h"
#include "window/status_strip.h"
#include "window/tab_area.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kDefaultSize(1280, 800);
constexpr QSize kFrameAllowance(0, 48); // for the title bar and borders of a window manager
constexpr QSize kSmallestSize(720, 480);
constexpr int kSaveMs = 3000;

} // namespace

MainWindow::MainWindow(const WindowContext &context)
    : m_workbench(context, *this), m_tabs(new TabArea(m_workbench)), m_navigator(new Navigator(m_workbench)),
      m_inspector(new InspectorDock), m_activity(new ActivityDock(m_workbench.jobs(), m_log)),
      m_status(new StatusStrip(context.endpoint, m_workbench.jobs())), m_palette(new CommandPalette(this))
{
    m_palette->setTypedEntries([this](const QString &typed) { return keyEntries(m_workbench, typed); });
    setObjectName(u"main-window"_s);
    setWindowTitle(QApplication::applicationDisplayName());
    setMinimumSize(kSmallestSize);
    resize(kDefaultSize);
    addStandardCommands(m_workbench.actions(), *this);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    setCentralWidget(middle);
    buildDocks();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->layout()->setContentsMargins(0, 0, 0, 0);
    statusBar()->addWidget(m_status, 1);
    buildCorner();
    connectParts();
}

MainWindow::~MainWindow()
{
    // Pages go before the workbench they speak to, and what hides while it goes tells nobody.
    delete takeCentralWidget();
    for (QDockWidget *each : findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        each->disconnect(this);
        delete each;
    }
}

void MainWindow::buildCorner()
{
    auto *search = new QToolButton;
    search->setIcon(theme::icon(u"search"_s, theme::Role::SecondText));
    search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    search->setFocusPolicy(Qt::NoFocus);
    QAction *action = m_workbench.actions().action(u"go.palette"_s);
    const auto update = [search, action] {
        //: The button that opens the palette; %1 is its shortcut.
        search->setText(tr("Search   %1").arg(action->shortcut().toString(QKeySequence::NativeText)));
    };
    connect(action, &QAction::changed, search, update);
    connect(search, &QToolButton::clicked, action, &QAction::trigger);
    update();
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 3, 8, 3);
    row->addWidget(search);
    menuBar()->setCornerWidget(holder, Qt::TopRightCorner);
    menuBar()->setNativeMenuBar(false);
}

void MainWindow::connectParts()
{
    connect(m_tabs, &TabArea::currentChanged, this, &MainWindow::pageChanged);
    connect(m_tabs, &TabArea::visited, this, [this](const Place &place) {
        if (!m_isTravelling)
            m_history.visit(place);
        updateHistoryActions();
        Q_EMIT m_workbench.recentChanged();
    });
    connect(m_tabs, &TabArea::placeUpdated, this, [this](const Place &place) {
        m_history.update(place);
        m_status->setAsOf(place.time);
    });
    connect(m_status, &StatusStrip::jobsClicked, this, [this] {
        dock(u"activity"_s)->show();
        m_activity->showJobs();
    });
    connect(&m_workbench.jobs(), &JobList::jobFinished, this, [this](Job *job) {
        if (job->state() == Job::State::Failed)
            say(tr("%1 failed: %2").arg(job->title(), job->detail()), MessageKind::Error);
        else if (job->state() == Job::State::Done)
            say(tr("%1: done. %2").arg(job->title(), job->detail()).trimmed(), MessageKind::Note);
    });
    connect(&m_workbench.endpoint(), &EndpointStatus::changed, this, [this] {
        const EndpointState &state = m_workbench.endpoint().state();
        if (state.kind == EndpointState::Kind::Failed)
            say(state.problem, MessageKind::Error);
        else if (state.kind == EndpointState::Kind::Listening)
            say(tr("The endpoint listens on %1.").arg(state.url()), MessageKind::Note);
    });
    connect(&m_workbench.endpoint(), &EndpointStatus::clientArrived, this, [this](const QString &client) {
        say(tr("The first request arrived: %1.").arg(client), MessageKind::Note);
    });
}

void MainWindow::buildMenus()
{
    menuBar()->clear();
    ActionCatalog &actions = m_workbench.actions();
    for (const MenuId id : {MenuId::File, MenuId::Edit, MenuId::View, MenuId::Item, MenuId::Table,
                            MenuId::Tools, MenuId::Help}) {
        const QStringList commands = actions.menuIds(id);
        if (commands.isEmpty())
            continue;
        QMenu *menu = menuBar()->addMenu(menuTitle(static_cast<int>(id)));
        int group = actions.command(commands.first()).group;
        for (const QString &command : commands) {
            if (actions.command(command).group != group)
                menu->addSeparator();
            group = actions.command(command).group;
            menu->addAction(actions.action(command));
        }
    }
    // Shortcuts work without an open menu, and for commands that are in none.
    for (const QString &id : actions.ids())
        addAction(actions.action(id));
}

void MainWindow::start(const Place &first, bool restoresSession)
{
    ActionCatalog &actions = m_workbench.actions();
    buildMenus();
    connect(&actions, &ActionCatalog::added, this, &MainWindow::buildMenus);
    m_navigator->listPages();
    actions.loadShortcuts(m_workbench.settings());
    const Session session = restoresSession ? loadSession(m_workbench.settings()) : Session();
    if (!session.geometry.isEmpty()) {
        QList<QRect> screens;
        for (const QScreen *screen : QGuiApplication::screens())
            screens.append(screen->availableGeometry());
        setGeometry(clampedToScreens(session.geometry, screens));
    } else if (restoresSession) {
        resize(size().boundedTo(screen()->availableSize() - kFrameAllowance));
    }
    if (session.isMaximized)
        setWindowState(Qt::WindowMaximized);
    if (!session.docks.isEmpty())
        restoreState(session.docks, kDockVersion);
    m_palette->setRecentIds(session.recentCommands);
    m_tabs->restore(session.tabs);
    // What was just restored is no history; what is current is its beginning.
    m_history = PlaceHistory();
    m_history.setRecent(session.recentPlaces);
    m_isStarted = true;
    if (restoresSession) {
        // A crash leaves what was there seconds before.
        m_saveTimer.start(kSaveMs);
        connect(&m_saveTimer, &QTimer::timeout, this, &MainWindow::saveSession);
    }
    if (!first.isEmpty())
        openPlace(first, OpenMode::Keep);
    else if (m_tabs->count() == 0 && m_workbench.pages().find(u"home"_s))
        openPlace(Place::ofPage(u"home"_s), OpenMode::Keep);
    else
        m_history.visit(m_tabs->currentPlace());
    updateHistoryActions();
    pageChanged();
    showHint();
}

// Said once in the life of a workspace.
void MainWindow::showHint()
{
    const QString key = u"hints/palette"_s;
    if (m_workbench.settings().value(key).toBool())
        return;
    m_workbench.settings().setValue(key, true);
    const QKeySequence keys = m_workbench.actions().action(u"go.palette"_s)->shortcut();
    //: %1 is a shortcut: "Ctrl+K".
    say(tr("%1 finds tables, pages and commands.").arg(keys.toString(QKeySequence::NativeText)),
        MessageKind::Note);
}

void MainWindow::saveSession()
{
    Session session;
    session.geometry = normalGeometry().isEmpty() ? geometry() : normalGeometry();
    session.isMaximized = isMaximized();
    session.docks = saveState(kDockVersion);
    session.tabs = m_tabs->save();
    session.recentCommands = m_palette->recentIds();
    session.recentPlaces = m_history.recent();
    if (!m_saved || !(session == *m_saved))
        ui::saveSession(m_workbench.settings(), session);
    m_saved = std::make_unique<Session>(std::move(session));
    saveLook(m_workbench.settings());
}

void MainWindow::openPlace(Place place, OpenMode mode)
{
    place.connection =
        place.table.isEmpty() ? place.connection : m_workbench.connections().resolvedId(place.connection);
    if (!place.table.isEmpty())
        place.region = m_workbench.connections().resolvedRegion(place.connection, place.region);
    if (!m_workbench.pages().find(place.page)) {
        say(tr("There is no page “%1”.").arg(place.page), MessageKind::Warning);
        return;
    }
    m_tabs->open(place, mode);
}

void MainWindow::say(const QString &sentence, MessageKind kind)
{
    m_status->say(sentence, kind);
    m_log.append(sentence, kind == MessageKind::Error     ? LogModel::Weight::Error
                           : kind == MessageKind::Warning ? LogModel::Weight::Warning
                                                          : LogModel::Weight::Note);
}

void MainWindow::pageChanged()
{
    Page *page = m_tabs->currentPage();
    m_workbench.actions().setCurrent(page ? &page->commands() : nullptr);
    m_workbench.undoGroup().setActiveStack(page ? page->undoStack() : nullptr);
    m_inspector->setPage(page);
    m_status->setSelection(page ? page->selectionText() : QString());
    const Place place = m_tabs->currentPlace();
    m_status->setAsOf(place.time);
    if (!place.isEmpty())
        m_navigator->setCurrent(place);
    setWindowTitle(page ? page->title() + u" – "_s + QApplication::applicationDisplayName()
                        : QApplication::applicationDisplayName());
    ActionCatalog::setDisabledReason(m_workbench.actions().action(u"tab.reopen"_s),
                                     m_tabs->canReopen() ? QString() : tr("No tab was closed."));
    ActionCatalog::setDisabledReason(m_workbench.actions().action(u"tab.close"_s),
                                     page ? QString() : tr("No tab is open."));
}

void MainWindow::updateHistoryActions()
{
    ActionCatalog::setDisabledReason(m_workbench.actions().action(u"go.back"_s),
                                     m_history.canGoBack() ? QString() : tr("This is where it began."));
    ActionCatalog::setDisabledReason(m_workbench.actions().action(u"go.forward"_s),
                                     m_history.canGoForward() ? QString() : tr("There is nothing ahead."));
}

void MainWindow::goBack()
{
    if (const std::optional<Place> place = m_history.back()) {
        m_isTravelling = true;
        openPlace(*place, OpenMode::Preview);
        m_isTravelling = false;
        updateHistoryActions();
    }
}

void MainWindow::goForward()
{
    if (const std::optional<Place> place = m_history.forward()) {
        m_isTravelling = true;
        openPlace(*place, OpenMode::Preview);
        m_isTravelling = false;
        updateHistoryActions();
    }
}

void MainWindow::showPalette(const QString &text)
{
    m_palette->open(paletteEntries(m_workbench, m_history.recent()), text,
                    tr("Search tables, pages and commands"));
}

void MainWindow::showTablePalette()
{
    m_palette->open(tableEntries(m_workbench), {}, tr("Go to table"));
}

void MainWindow::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_workbench.actions(), m_workbench.settings(), this);
    dialog->open();
}

void MainWindow::showKeyMap()
{
    auto *dialog = new KeyMapDialog(m_workbench.actions(), this);
    dialog->show();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(m_workbench.context().workspacePath, this);
    dialog->open();
}

void MainWindow::copyLink()
{
    const Place place = m_tabs->currentPlace();
    if (place.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(place.toString());
    say(tr("Copied a link to this place."), MessageKind::Note);
}

void MainWindow::refreshPage()
{
    m_workbench.tables().refresh();
    if (Page *page = m_tabs->currentPage())
        page->refresh();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // Once the page is laid out, the keyboard is where the work is.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (Page *page = m_tabs->currentPage(); page && !focusWidget())
                page->focusContent();
        },
        Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const QString question = m_isQuitConfirmed || !m_quitQuestion ? QString() : m_quitQuestion();
    if (!question.isEmpty()) {
        event->ignore();
        askBeforeQuit(question);
        return;
    }
    if (m_isStarted)
        saveSession();
    event->accept();
}

void MainWindow::askBeforeQuit(const QString &sentence)
{
    if (findChild<QMessageBox *>(u"quit"_s))
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Quit"), sentence, QMessageBox::NoButton, this);
    box->setObjectName(u"quit"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *quit = box->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Stay"), QMessageBox::RejectRole));
    connect(quit, &QPushButton::clicked, this, [this] {
        m_isQuitConfirmed = true;
        close();
    });
    box->open();
}

} // namespace stator::ui

#include "moc_main_window.cpp"
