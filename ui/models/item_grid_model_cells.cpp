// Cells of an ItemGridModel: what they say, and what a person types into them.
#include <algorithm>

#include "bridge/text.h"
#include "models/change_set.h"
#include "models/item_grid_model.h"
#include "models/value_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using document::ValueType;

ValueType ItemGridModel::typeFor(const QModelIndex &index) const
{
    const Row &row = rowAt(index.row());
    if (const auto value = valueAt(row, index.column()))
        return value->type();
    return m_plan.columns()[static_cast<std::size_t>(index.column())].mainType();
}

QString ItemGridModel::editRefusal(const QModelIndex &index) const
{
    if (!index.isValid())
        return tr("No cell is selected.");
    if (!m_readOnly.isEmpty())
        return m_readOnly;
    const Row &row = rowAt(index.row());
    if (!row.isLoaded || !m_changes)
        return tr("The item is not loaded yet.");
    if (isScore(index.column()))
        return tr("The score belongs to the search, not to the item.");
    if (isFold(index.column()))
        return tr("Folded attributes are edited in the Inspector.");
    if (m_shape.keys.contains(columnName(index.column())))
        return tr("Keys are fixed. Duplicate the item with another key instead.");
    if (row.isDeleted)
        return tr("The item is staged to be deleted.");
    if (row.isGone && !row.edit)
        return tr("The item was deleted by another client.");
    if (!isEditableInCell(typeFor(index)))
        return tr("A value of type %1 is edited in the Inspector.").arg(valueTypeCode(typeFor(index)));
    return {};
}

Result<void> ItemGridModel::stageText(const QModelIndex &index, const QString &text)
{
    if (const QString refusal = editRefusal(index); !refusal.isEmpty())
        return Error::validation(refusal.toStdString());
    auto value = valueFromText(typeFor(index), text);
    if (!value.ok())
        return std::move(value).error();
    const Row &row = rowAt(index.row());
    const document::Item key(row.key);
    const std::string name = columnName(index.column());
    std::optional<document::Item> base;
    if (row.read)
        base.emplace(row.base);
    m_changes->stageAttribute(key, base, name, std::move(*value), tr("Change %1").arg(toQt(std::string_view(name))));
    return {};
}

// What the fold hides of an item: "note: Fragile, shipTo: {2} …".
QString ItemGridModel::foldText(const Row &row) const
{
    QString text;
    for (const PlannedColumn &column : m_plan.folded()) {
        const auto value = row.shown.attribute(column.name);
        if (!value)
            continue;
        if (!text.isEmpty())
            text += u", "_s;
        text += oneLine(column.name, 60) + u": "_s + cellText(value).text;
        if (text.size() > 300)
            break;
    }
    return text;
}

QVariant ItemGridModel::toolTip(const Row &row, int column) const
{
    if (isFold(column))
        return foldText(row);
    const auto value = row.shown.attribute(columnName(column));
    if (row.edit && !row.edit->conflict.isEmpty())
        return row.edit->conflict;
    if (row.edit && row.edit->base) {
        const auto before = row.edit->base->view().attribute(columnName(column));
        const bool isChanged = before.has_value() != value.has_value() || (before && !(*before == *value));
        if (isChanged)
            return before ? tr("Before: %1").arg(shortText(*before)) : tr("Before: absent");
    }
    return value ? QVariant(shortText(*value)) : QVariant();
}

QVariant ItemGridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const Row &row = rowAt(index.row());
    if (!row.isLoaded)
        return {};
    const auto value = valueAt(row, index.column());
    switch (role) {
    case Qt::DisplayRole: {
        if (isFold(index.column()))
            return foldText(row);
        if (isScore(index.column()))
            return row.score ? QString::number(*row.score, 'g', 6) : QString();
        const CellText cell = cellText(value);
        return cell.trailing.isEmpty() ? cell.text : cell.text + u' ' + cell.trailing;
    }
    case Qt::EditRole:
        return value ? plainText(*value) : QString();
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(value && value->type() == ValueType::N ? Qt::AlignRight | Qt::AlignVCenter
                                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleDescriptionRole:
        return value ? valueTypeCode(value->type()) : tr("absent");
    default:
        return {};
    }
}

QVariant ItemGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (isScore(section))
        return tr("score");
    if (!isFold(section))
        return oneLine(columnName(section), 120);
    QString names;
    for (std::size_t i = 0; i < std::min<std::size_t>(m_plan.folded().size(), 3); ++i)
        names += (i > 0 ? u", "_s : QString()) + oneLine(m_plan.folded()[i].name, 40);
    if (m_plan.folded().size() > 3)
        names += u'…';
    return u"+%1: %2"_s.arg(QString::number(m_plan.folded().size()), names);
}

Qt::ItemFlags ItemGridModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (editRefusal(index).isEmpty())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ItemGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return role == Qt::EditRole && stageText(index, value.toString()).ok();
}

} // namespace stator::ui
