#include "features/triggers/trigger_model.h"

#include <algorithm>

#include "bridge/text.h"
#include "features/triggers/trigger_texts.h"

namespace stator::ui {

void TriggerModel::setTriggers(std::vector<api::TriggerDescription> triggers)
{
    std::sort(triggers.begin(), triggers.end(), [](const auto &one, const auto &other) { return one.name < other.name; });
    const bool isSame = std::equal(triggers.begin(), triggers.end(), m_triggers.begin(), m_triggers.end(),
                                   [](const auto &one, const auto &other) { return one.name == other.name; });
    if (isSame) {
        m_triggers = std::move(triggers);
        if (!m_triggers.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_triggers = std::move(triggers);
    endResetModel();
}

int TriggerModel::rowOf(const std::string &name) const
{
    const auto found = std::find_if(m_triggers.begin(), m_triggers.end(), [&name](const auto &each) { return each.name == name; });
    return found == m_triggers.end() ? -1 : static_cast<int>(found - m_triggers.begin());
}

int TriggerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_triggers.size());
}

int TriggerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TriggerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const api::TriggerDescription &trigger = at(index.row());
    if (role == RoleRole) {
        if (index.column() == State)
            return static_cast<int>(triggerStatusRole(trigger.status));
        return static_cast<int>(index.column() == Trouble ? theme::Role::Error : theme::Role::Text);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return toQt(trigger.name);
    case Table:
        return triggerTable(trigger);
    case State:
        return QString(triggerStatusSign(trigger.status) + u' ' + triggerStatusText(trigger.status));
    case Backlog:
        return backlogText(trigger);
    case LastBatch:
        return lastBatchText(trigger);
    case Trouble:
        return troubleText(trigger);
    case Calls:
        return invokerText(trigger.invoker);
    default:
        return {};
    }
}

QVariant TriggerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Table:
        return tr("Table");
    case State:
        return tr("State");
    case Backlog:
        //: Records that wait for a trigger.
        return tr("Backlog");
    case LastBatch:
        return tr("Last Batch");
    case Trouble:
        return tr("Errors");
    case Calls:
        //: Column: the program or address a trigger calls.
        return tr("Calls");
    default:
        return {};
    }
}

} // namespace stator::ui

#include "moc_trigger_model.cpp"
