#include "shell/action_catalog.h"

#include <algorithm>

#include <QAction>
#include <QSettings>

#include "shell/command_set.h"
#include "theme/icons.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kReasonProperty = "disabledReason";

bool overlap(const QKeySequence &first, const QKeySequence &second)
{
    return !first.isEmpty() && !second.isEmpty() &&
           (first.matches(second) != QKeySequence::NoMatch || second.matches(first) != QKeySequence::NoMatch);
}

} // namespace

ActionCatalog::ActionCatalog(QObject *parent) : QObject(parent) {}

QAction *ActionCatalog::add(const Command &command)
{
    Q_ASSERT(!m_entries.contains(command.id));
    auto *action = new QAction(command.text, this);
    action->setObjectName(command.id);
    action->setShortcuts(command.shortcuts);
    action->setCheckable(command.isCheckable);
    if (!command.icon.isEmpty())
        action->setIcon(theme::icon(command.icon));
    connect(action, &QAction::triggered, this, [this, id = command.id] {
        const Command &chosen = m_entries.value(id).command;
        if (chosen.handler)
            chosen.handler();
        else
            runRouted(id);
        Q_EMIT triggered(id);
    });
    m_entries.insert(command.id, {command, action});
    m_order.append(command.id);
    refresh();
    Q_EMIT added(command.id);
    return action;
}

QAction *ActionCatalog::action(const QString &id) const
{
    return m_entries.value(id).action;
}

const Command &ActionCatalog::command(const QString &id) const
{
    static const Command none;
    const auto found = m_entries.constFind(id);
    return found == m_entries.constEnd() ? none : found->command;
}

QStringList ActionCatalog::menuIds(MenuId menu) const
{
    QStringList ids;
    for (const QString &id : m_order) {
        if (m_entries.constFind(id)->command.menu == menu)
            ids.append(id);
    }
    std::stable_sort(ids.begin(), ids.end(), [this](const QString &a, const QString &b) {
        return m_entries.constFind(a)->command.group < m_entries.constFind(b)->command.group;
    });
    return ids;
}

void ActionCatalog::setCurrent(const CommandSet *commands)
{
    if (m_current)
        disconnect(m_current, nullptr, this, nullptr);
    m_current = commands;
    if (commands)
        connect(commands, &CommandSet::changed, this, &ActionCatalog::refresh);
    refresh();
}

void ActionCatalog::refresh()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.command.handler)
            continue;
        const QString &id = entry.command.id;
        if (!m_current || !m_current->answers(id)) {
            setDisabledReason(entry.action, tr("This page does not have it."));
            entry.action->setText(entry.command.text);
            continue;
        }
        setDisabledReason(entry.action, m_current->reason(id));
        const QString text = m_current->text(id);
        entry.action->setText(text.isEmpty() ? entry.command.text : text);
    }
}

void ActionCatalog::runRouted(const QString &id)
{
    if (m_current)
        m_current->run(id);
}

QString ActionCatalog::disabledReason(const QAction *action)
{
    return action->isEnabled() ? QString() : action->property(kReasonProperty).toString();
}

void ActionCatalog::setDisabledReason(QAction *action, const QString &reason)
{
    action->setProperty(kReasonProperty, reason);
    action->setEnabled(reason.isEmpty());
    action->setStatusTip(reason);
}

QList<QKeySequence> ActionCatalog::defaultShortcuts(const QString &id) const
{
    return command(id).shortcuts;
}

void ActionCatalog::setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts)
{
    if (QAction *target = action(id))
        target->setShortcuts(shortcuts);
}

QStringList ActionCatalog::conflicts(const QString &id, const QKeySequence &sequence) const
{
    QStringList found;
    for (const QString &other : m_order) {
        if (other == id)
            continue;
        const QList<QKeySequence> used = m_entries.constFind(other)->action->shortcuts();
        if (std::any_of(used.begin(), used.end(),
                        [&](const QKeySequence &key) { return overlap(key, sequence); }))
            found.append(other);
    }
    return found;
}

void ActionCatalog::saveShortcuts(QSettings &settings) const
{
    settings.beginGroup(u"shortcuts"_s);
    settings.remove(QString());
    for (const QString &id : m_order) {
        const QList<QKeySequence> used = action(id)->shortcuts();
        if (used != defaultShortcuts(id))
            settings.setValue(id, QKeySequence::listToString(used, QKeySequence::PortableText));
    }
    settings.endGroup();
}

void ActionCatalog::loadShortcuts(QSettings &settings)
{
    settings.beginGroup(u"shortcuts"_s);
    for (const QString &id : settings.childKeys())
        setShortcuts(id,
                     QKeySequence::listFromString(settings.value(id).toString(), QKeySequence::PortableText));
    settings.endGroup();
}

QString plainText(const QString &menuText)
{
    QString text = menuText;
    text.remove(u'&');
    while (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

} // namespace stator::ui

#include "moc_action_catalog.cpp"
