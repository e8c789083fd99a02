// The ActionCatalog owns one QAction for each command; menus, buttons, palette and shortcuts share it.
//
// A command either has a handler of its own, or is routed: the current page answers it (CommandSet), and it
// is disabled, with a reason, while no page does.
#pragma once

#include <functional>

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

class QAction;
class QSettings;

namespace stator::ui {

class CommandSet;

enum class MenuId { None, File, Edit, View, Item, Table, Tools, Help };

struct Command {
    QString id;   // "item.new"
    QString text; // menu text in title case, with mnemonic; "…" when a dialog follows
    QString icon; // name for theme::icon(), or empty
    QList<QKeySequence> shortcuts = {};
    MenuId menu = MenuId::None;
    int group = 0;                      // menus put a line between groups, in rising order
    std::function<void()> handler = {}; // empty: routed to the current page
    bool isCheckable = false;
};

class ActionCatalog : public QObject {
    Q_OBJECT
public:
    explicit ActionCatalog(QObject *parent = nullptr);

    // Ids are unique. The catalog owns the action.
    QAction *add(const Command &command);
    QAction *action(const QString &id) const; // nullptr if there is none
    QStringList ids() const { return m_order; }
    const Command &command(const QString &id) const;
    // Ids of one menu, by group, then in the order they were added.
    QStringList menuIds(MenuId menu) const;

    // The answers of the page that is current now; nullptr for none.
    void setCurrent(const CommandSet *commands);

    // Why a disabled command cannot run; shown by the palette.
    static QString disabledReason(const QAction *action);
    static void setDisabledReason(QAction *action, const QString &reason); // empty: enable

    QList<QKeySequence> defaultShortcuts(const QString &id) const;
    void setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts);
    // Ids of other commands that use the sequence, or a sequence that begins like it.
    QStringList conflicts(const QString &id, const QKeySequence &sequence) const;
    // Only what differs from the defaults is stored.
    void saveShortcuts(QSettings &settings) const;
    void loadShortcuts(QSettings &settings);

Q_SIGNALS:
    void added(const QString &id);
    void triggered(const QString &id);

private:
    void refresh();
    void runRouted(const QString &id);

    struct Entry {
        Command command;
        QAction *action = nullptr;
    };
    QHash<QString, Entry> m_entries;
    QStringList m_order;
    QPointer<const CommandSet> m_current;
};

// The text of a command without mnemonic and dots, for lists.
QString plainText(const QString &menuText);

} // namespace stator::ui
