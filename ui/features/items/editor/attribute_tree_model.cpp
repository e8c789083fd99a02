#include "features/items/editor/attribute_tree_model.h"

#include "bridge/text.h"
#include "features/items/editor/draft_convert.h"

namespace stator::ui {

namespace {

constexpr std::size_t kShownBytes = 4;

QString hexSummary(const std::string &bytes)
{
    QString text = QString::fromLatin1(QByteArray::fromStdString(bytes.substr(0, kShownBytes)).toHex(' ').toUpper());
    if (bytes.size() > kShownBytes)
        text += QChar(0x2026);
    //: %1 is hexadecimal, %2 a size: "89 50 4E… 2.1 KB".
    return AttributeTreeModel::tr("%1  %2").arg(text, sizeText(static_cast<std::int64_t>(bytes.size()))).trimmed();
}

} // namespace

AttributeTreeModel::AttributeTreeModel(QObject *parent) : QAbstractItemModel(parent) {}

void AttributeTreeModel::setDraft(ItemDraft *draft)
{
    beginResetModel();
    m_draft = draft;
    m_faults.clear();
    endResetModel();
}

void AttributeTreeModel::setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }

void AttributeTreeModel::setFaults(const QHash<const DraftNode *, QString> &faults)
{
    if (faults == m_faults)
        return;
    m_faults = faults;
    // Marks stand in every row; the view repaints what it shows.
    if (m_draft && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::DecorationRole});
}

const DraftNode *AttributeTreeModel::node(const QModelIndex &index) const { return mutableNode(index); }

DraftNode *AttributeTreeModel::mutableNode(const QModelIndex &index) const
{
    if (index.isValid())
        return static_cast<DraftNode *>(index.internalPointer());
    return m_draft ? &m_draft->root() : nullptr;
}

QModelIndex AttributeTreeModel::indexOf(const DraftNode *node, int column) const
{
    if (!node || !node->parent)
        return {};
    return createIndex(node->row(), column, const_cast<DraftNode *>(node));
}

QString AttributeTreeModel::fault(const QModelIndex &index) const { return m_faults.value(node(index)); }

bool AttributeTreeModel::isFixed(const QModelIndex &index, int column) const
{
    const DraftNode *at = node(index);
    if (!index.isValid() || !at->isKey)
        return false;
    return column != ValueColumn || m_areKeysFixed;
}

void AttributeTreeModel::changed(const QModelIndex &index)
{
    Q_EMIT dataChanged(index.siblingAtColumn(NameColumn), index.siblingAtColumn(ValueColumn));
    Q_EMIT edited();
}

void AttributeTreeModel::setText(const QModelIndex &index, std::string text)
{
    DraftNode *at = mutableNode(index);
    if (m_isReadOnly || isFixed(index, ValueColumn) || at->text == text)
        return;
    Q_EMIT aboutToEdit(at);
    m_draft->setText(*at, std::move(text));
    changed(index.siblingAtColumn(ValueColumn));
}

void AttributeTreeModel::setBoolean(const QModelIndex &index, bool value)
{
    DraftNode *at = mutableNode(index);
    if (m_isReadOnly || at->boolean == value)
        return;
    Q_EMIT aboutToEdit(nullptr);
    m_draft->setBoolean(*at, value);
    changed(index.siblingAtColumn(ValueColumn));
}

void AttributeTreeModel::setElements(const QModelIndex &index, std::vector<std::string> elements)
{
    DraftNode *at = mutableNode(index);
    if (m_isReadOnly || at->elements == elements)
        return;
    Q_EMIT aboutToEdit(nullptr);
    m_draft->setElements(*at, std::move(elements));
    changed(index.siblingAtColumn(ValueColumn));
}

QString AttributeTreeModel::changeType(const QModelIndex &index, ValueType type, bool isForced)
{
    DraftNode *at = mutableNode(index);
    if (!index.isValid() || at->type == type)
        return {};
    if (m_isReadOnly || isFixed(index, TypeColumn))
        return tr("The type of a key attribute is fixed by the table.");
    Conversion conversion = convert(*at, type);
    if (!conversion.content) {
        if (!isForced)
            return conversion.reason;
        conversion.content = emptyValue(type);
    }
    Q_EMIT aboutToEdit(nullptr);
    const QModelIndex row = index.siblingAtColumn(NameColumn);
    const int before = rowCount(row);
    const int after = static_cast<int>(conversion.content->children.size());
    // The children are gone before new ones come: views count them apart.
    if (before > 0) {
        beginRemoveRows(row, 0, before - 1);
        auto empty = emptyValue(ValueType::Null);
        m_draft->setContent(*at, std::move(*empty));
        endRemoveRows();
    }
    if (after > 0)
        beginInsertRows(row, 0, after - 1);
    m_draft->setContent(*at, std::move(*conversion.content));
    if (after > 0)
        endInsertRows();
    m_faults.clear();
    changed(row);
    return {};
}

QModelIndex AttributeTreeModel::add(const QModelIndex &parent, int row)
{
    DraftNode *at = mutableNode(parent);
    if (m_isReadOnly || !at || !at->hasChildren())
        return {};
    Q_EMIT aboutToEdit(nullptr);
    const int count = rowCount(parent);
    const int place = row < 0 || row > count ? count : row;
    auto fresh = emptyValue(ValueType::S);
    if (at->type == ValueType::M)
        //: Name of an attribute just added.
        fresh->name = freeName(*at, toUtf8(tr("attribute")));
    else if (place > 0)
        fresh->type = at->children[static_cast<std::size_t>(place - 1)]->type;
    const QModelIndex holder = parent.siblingAtColumn(NameColumn);
    beginInsertRows(holder, place, place);
    m_draft->insert(*at, place, std::move(fresh));
    endInsertRows();
    const QModelIndex added = index(place, NameColumn, holder);
    changed(added);
    return added;
}

QModelIndex AttributeTreeModel::duplicate(const QModelIndex &source)
{
    const DraftNode *at = node(source);
    if (m_isReadOnly || !source.isValid())
        return {};
    Q_EMIT aboutToEdit(nullptr);
    const QModelIndex holder = source.parent();
    auto copy = at->clone();
    copy->isKey = false;
    if (at->parent->type == ValueType::M)
        copy->name = freeName(*at->parent, at->name);
    // Key attributes stand first; a copy of one comes after them.
    int place = source.row() + 1;
    while (place < rowCount(holder) && at->parent->children[static_cast<std::size_t>(place)]->isKey)
        ++place;
    DraftNode *owner = mutableNode(holder);
    beginInsertRows(holder, place, place);
    m_draft->insert(*owner, place, std::move(copy));
    endInsertRows();
    const QModelIndex added = index(place, NameColumn, holder);
    changed(added);
    return added;
}

bool AttributeTreeModel::remove(const QModelIndex &source)
{
    if (m_isReadOnly || !source.isValid() || isFixed(source, NameColumn))
        return false;
    Q_EMIT aboutToEdit(nullptr);
    const QModelIndex holder = source.parent();
    m_faults.clear();
    DraftNode *owner = mutableNode(holder);
    const int row = source.row();
    beginRemoveRows(holder, row, row);
    const auto gone = m_draft->take(*owner, row);
    endRemoveRows();
    Q_EMIT edited();
    return true;
}

bool AttributeTreeModel::move(const QModelIndex &source, int by)
{
    if (m_isReadOnly || !source.isValid())
        return false;
    const QModelIndex holder = source.parent();
    DraftNode *owner = mutableNode(holder);
    const int from = source.row();
    const int to = from + by;
    if (owner->type != ValueType::L || to < 0 || to >= rowCount(holder))
        return false;
    Q_EMIT aboutToEdit(nullptr);
    if (!beginMoveRows(holder, from, from, holder, by > 0 ? to + 1 : to))
        return false;
    m_draft->move(*owner, from, to);
    endMoveRows();
    // The numbers of all elements between have changed.
    Q_EMIT dataChanged(index(0, NameColumn, holder), index(rowCount(holder) - 1, NameColumn, holder));
    Q_EMIT edited();
    return true;
}

QModelIndex AttributeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const DraftNode *at = node(parent);
    if (!at || row < 0 || column < 0 || column >= ColumnCount || row >= static_cast<int>(at->children.size()))
        return {};
    return createIndex(row, column, at->children[static_cast<std::size_t>(row)].get());
}

QModelIndex AttributeTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(node(index)->parent) : QModelIndex();
}

int AttributeTreeModel::rowCount(const QModelIndex &parent) const
{
    const DraftNode *at = parent.column() > 0 ? nullptr : node(parent);
    return at ? static_cast<int>(at->children.size()) : 0;
}

int AttributeTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

Qt::ItemFlags AttributeTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags result = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (m_isReadOnly || isFixed(index, index.column()))
        return result;
    const DraftNode *at = node(index);
    if (index.column() == NameColumn && at->parent->type == ValueType::M)
        result |= Qt::ItemIsEditable;
    if (index.column() == ValueColumn && (at->type == ValueType::S || at->type == ValueType::N || model::isSet(at->type)))
        result |= Qt::ItemIsEditable;
    return result;
}

QVariant AttributeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DraftNode &at = *node(index);
    if (role == Qt::ToolTipRole) {
        const QString wrong = m_faults.value(&at);
        return wrong.isEmpty() ? toQt(pathText(at)) : wrong;
    }
    // The place of an element is no data of it: it changes when others come and go. The delegate paints it.
    const bool isPlace = index.column() == NameColumn && at.parent->type == ValueType::L;
    if (role == Qt::AccessibleTextRole && isPlace)
        return QString::number(index.row());
    if ((role != Qt::DisplayRole && role != Qt::EditRole) || isPlace)
        return {};
    switch (index.column()) {
    case NameColumn:
        return toQt(at.name);
    case TypeColumn:
        return typeCode(at.type);
    default:
        if (role == Qt::EditRole && (at.type == ValueType::S || at.type == ValueType::N))
            return toQt(at.text);
        return valueSummary(at);
    }
}

bool AttributeTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    DraftNode *at = mutableNode(index);
    const std::string text = toUtf8(value.toString());
    if (index.column() == ValueColumn) {
        setText(index, text);
        return true;
    }
    if (at->name != text) {
        Q_EMIT aboutToEdit(&at->name);
        m_draft->rename(*at, text);
        changed(index);
    }
    return true;
}

QVariant AttributeTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == NameColumn ? tr("Name") : section == TypeColumn ? tr("Type") : tr("Value");
}

QString valueSummary(const DraftNode &node)
{
    const int count = static_cast<int>(node.children.size());
    QStringList parts;
    switch (node.type) {
    case ValueType::Null:
        return QStringLiteral("null");
    case ValueType::Bool:
        return node.boolean ? QStringLiteral("true") : QStringLiteral("false");
    case ValueType::S:
        return node.text.empty() ? QStringLiteral("\"\"") : toQt(node.text);
    case ValueType::N:
        return toQt(node.text);
    case ValueType::B:
        return hexSummary(node.text);
    case ValueType::SS:
    case ValueType::NS:
        for (const auto &element : node.elements)
            parts.append(toQt(element));
        return u'{' + parts.join(QStringLiteral(", ")) + u'}';
    case ValueType::BS:
        for (const auto &element : node.elements)
            parts.append(hexSummary(element));
        return u'{' + parts.join(QStringLiteral(", ")) + u'}';
    case ValueType::L:
        return AttributeTreeModel::tr("%Ln element(s)", nullptr, count);
    case ValueType::M:
        return AttributeTreeModel::tr("%Ln attribute(s)", nullptr, count);
    }
    return {};
}

QString typeTitle(ValueType type)
{
    switch (type) {
    case ValueType::S: return AttributeTreeModel::tr("Text");
    case ValueType::N: return AttributeTreeModel::tr("Number");
    case ValueType::B: return AttributeTreeModel::tr("Binary");
    case ValueType::Bool: return AttributeTreeModel::tr("Boolean");
    case ValueType::Null: return AttributeTreeModel::tr("Null");
    case ValueType::SS: return AttributeTreeModel::tr("Set of Texts");
    case ValueType::NS: return AttributeTreeModel::tr("Set of Numbers");
    case ValueType::BS: return AttributeTreeModel::tr("Set of Binaries");
    case ValueType::L: return AttributeTreeModel::tr("List");
    case ValueType::M: return AttributeTreeModel::tr("Map");
    }
    return {};
}

QString typeCode(ValueType type) { return toQt(model::wireName(type)); }

} // namespace stator::ui

#include "moc_attribute_tree_model.cpp"
