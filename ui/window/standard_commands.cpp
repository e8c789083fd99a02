#include "window/standard_commands.h"

#include <QCoreApplication>
#include <QUndoGroup>

#include "bridge/table_directory.h"
#include "shell/action_catalog.h"
#include "theme/theme.h"
#include "window/main_window.h"
#include "window/tab_area.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

class Commands {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::Commands)
public:
    Commands(ActionCatalog &actions, MainWindow &window) : m_actions(actions), m_window(window) {}

    void addFile()
    {
        add(u"tab.close"_s, tr("&Close Tab"), {Qt::CTRL | Qt::Key_W}, MenuId::File, 80,
            [this] { m_window.tabs().closeCurrent(); });
        add(
            u"tab.reopen"_s, tr("Reopen Closed &Tab"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T}, MenuId::File, 80,
            [this] { m_window.tabs().reopen(); }, u"undo"_s);
        add(
            u"app.preferences"_s, tr("&Preferences…"), {Qt::CTRL | Qt::Key_Comma}, MenuId::File, 90,
            [this] { m_window.showPreferences(); }, u"settings"_s);
        add(u"app.quit"_s, tr("&Quit"), {Qt::CTRL | Qt::Key_Q}, MenuId::File, 100,
            [this] { m_window.close(); });
    }

    void addEdit()
    {
        QUndoGroup &undo = m_window.workbench().undoGroup();
        QAction *undoAction = add(
            u"edit.undo"_s, tr("&Undo"), {Qt::CTRL | Qt::Key_Z}, MenuId::Edit, 0, [&undo] { undo.undo(); },
            u"undo"_s);
        QAction *redoAction = add(
            u"edit.redo"_s, tr("&Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, MenuId::Edit, 0,
            [&undo] { undo.redo(); }, u"redo"_s);
        const auto follow = [](QAction *action, bool can) {
            ActionCatalog::setDisabledReason(action, can ? QString() : tr("No change to take back."));
        };
        follow(undoAction, undo.canUndo());
        follow(redoAction, undo.canRedo());
        QObject::connect(&undo, &QUndoGroup::canUndoChanged, undoAction,
                         [=](bool can) { follow(undoAction, can); });
        QObject::connect(&undo, &QUndoGroup::canRedoChanged, redoAction,
                         [=](bool can) { follow(redoAction, can); });
        //: %1 is what would be undone: "Change total".
        QObject::connect(&undo, &QUndoGroup::undoTextChanged, undoAction, [=](const QString &text) {
            undoAction->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(text));
        });
        QObject::connect(&undo, &QUndoGroup::redoTextChanged, redoAction, [=](const QString &text) {
            redoAction->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(text));
        });
    }

    void addView()
    {
        add(
            u"go.back"_s, tr("&Back"), {Qt::ALT | Qt::Key_Left}, MenuId::View, 0,
            [this] { m_window.goBack(); }, u"back"_s);
        add(
            u"go.forward"_s, tr("&Forward"), {Qt::ALT | Qt::Key_Right}, MenuId::View, 0,
            [this] { m_window.goForward(); }, u"forward"_s);
        add(u"tab.next"_s, tr("&Next Tab"), {Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown},
            MenuId::View, 0, [this] { m_window.tabs().step(1); });
        add(u"tab.previous"_s, tr("Previous Tab"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageUp}, MenuId::View, 0,
            [this] { m_window.tabs().step(-1); });
        add(u"region.next"_s, tr("Next Region of the Window"), {Qt::Key_F6}, MenuId::None, 0,
            [this] { m_window.focusRegion(1); });
        add(u"region.previous"_s, tr("Previous Region of the Window"), {Qt::SHIFT | Qt::Key_F6}, MenuId::None,
            0, [this] { m_window.focusRegion(-1); });
        addDocks();
        add(
            u"page.refresh"_s, tr("&Refresh"), {Qt::Key_F5}, MenuId::View, 20,
            [this] { m_window.refreshPage(); }, u"refresh"_s);
        add(u"view.refresh-tables"_s, tr("Refresh Tables"), {}, MenuId::View, 20,
            [this] { m_window.workbench().tables().refresh(); });
        addLook();
        for (int n = 0; n < 6; ++n) {
            //: Shows the n-th view of a table: Items, Settings, …
            add(u"view.%1"_s.arg(n + 1), tr("View %1").arg(n + 1),
                {Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + n)}, MenuId::None, 0,
                [this, n] { m_window.tabs().showView(n); });
        }
    }

    void addTools()
    {
        add(
            u"go.palette"_s, tr("&Search…"), {Qt::CTRL | Qt::Key_K}, MenuId::Tools, 0,
            [this] { m_window.showPalette(QString()); }, u"search"_s);
        add(
            u"go.table"_s, tr("Go to &Table…"), {Qt::CTRL | Qt::Key_P}, MenuId::Tools, 0,
            [this] { m_window.showTablePalette(); }, u"table"_s);
        add(
            u"go.command"_s, tr("&Run Command…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P}, MenuId::Tools, 0,
            [this] { m_window.showPalette(u">"_s); }, u"code"_s);
        add(
            u"go.link"_s, tr("Copy &Link to This Place"), {}, MenuId::Tools, 10,
            [this] { m_window.copyLink(); }, u"connection"_s);
        add(
            u"help.keys"_s, tr("&Map of Keys"), {Qt::CTRL | Qt::Key_Slash, Qt::Key_F1}, MenuId::Help, 0,
            [this] { m_window.showKeyMap(); }, u"keyboard"_s);
        add(
            u"help.about"_s, tr("&About Stator"), {}, MenuId::Help, 10, [this] { m_window.showAbout(); },
            u"info"_s);
    }

private:
    QAction *add(const QString &id, const QString &text, const QList<QKeySequence> &keys, MenuId menu,
                 int group, std::function<void()> handler, const QString &icon = {}, bool isCheckable = false)
    {
        Command command;
        command.id = id;
        command.text = text;
        command.icon = icon;
        command.shortcuts = keys;
        command.menu = menu;
        command.group = group;
        command.handler = std::move(handler);
        command.isCheckable = isCheckable;
        return m_actions.add(command);
    }

    void addDocks()
    {
        add(
            u"dock.navigator"_s, tr("Na&vigator"), {Qt::CTRL | Qt::Key_B}, MenuId::View, 10,
            [this] { m_window.toggleDock(u"navigator"_s); }, {}, true);
        add(
            u"dock.inspector"_s, tr("&Inspector"), {Qt::CTRL | Qt::Key_I}, MenuId::View, 10,
            [this] { m_window.toggleDock(u"inspector"_s); }, {}, true);
        add(
            u"dock.activity"_s, tr("&Activity"), {Qt::CTRL | Qt::Key_J}, MenuId::View, 10,
            [this] { m_window.toggleDock(u"activity"_s); }, {}, true);
        add(u"view.reset-layout"_s, tr("Reset &Layout"), {}, MenuId::View, 10,
            [this] { m_window.resetLayout(); });
    }

    void addLook()
    {
        const auto grow = [](int by) {
            theme::Theme &look = theme::Theme::instance();
            look.setTextSizePercent(by == 0 ? 100 : look.textSizePercent() + by);
        };
        add(u"text.larger"_s, tr("Lar&ger Text"), {Qt::CTRL | Qt::Key_Equal, Qt::CTRL | Qt::Key_Plus},
            MenuId::View, 30, [grow] { grow(10); });
        add(u"text.smaller"_s, tr("S&maller Text"), {Qt::CTRL | Qt::Key_Minus}, MenuId::View, 30,
            [grow] { grow(-10); });
        add(u"text.normal"_s, tr("Normal Text Si&ze"), {Qt::CTRL | Qt::Key_0}, MenuId::View, 30,
            [grow] { grow(0); });
    }

    ActionCatalog &m_actions;
    MainWindow &m_window;
};

} // namespace

void addStandardCommands(ActionCatalog &actions, MainWindow &window)
{
    // The handlers keep it: they live as long as the catalog, which the window owns.
    const auto commands = std::make_shared<Commands>(actions, window);
    commands->addFile();
    commands->addEdit();
    commands->addView();
    commands->addTools();
    QObject::connect(&actions, &QObject::destroyed, &actions, [commands] {});
}

} // namespace stator::ui
