#include "features/streams/change_tree.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include "bridge/text.h"
#include "models/value_text.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::Role;

namespace {

constexpr int kRowHeight = 26;
constexpr int kNameWidth = 104;

Role tintOf(ChangeKind kind, int column)
{
    switch (kind) {
    case ChangeKind::Added:
        return column == ChangeTreeModel::After ? Role::TintAdded : Role::Page;
    case ChangeKind::Removed:
        return column == ChangeTreeModel::Before ? Role::TintDeleted : Role::Page;
    case ChangeKind::Changed:
        if (column == ChangeTreeModel::Name)
            return Role::TintChanged;
        return column == ChangeTreeModel::Before ? Role::TintDeleted : Role::TintAdded;
    default:
        return Role::Page;
    }
}

QString signOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added:
        return QStringLiteral("+ ");
    case ChangeKind::Removed:
        return QStringLiteral("− ");
    case ChangeKind::Changed:
        return QStringLiteral("~ ");
    default:
        return QStringLiteral("  ");
    }
}

class TreeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto kind = static_cast<ChangeKind>(index.data(ChangeTreeModel::KindRole).toInt());
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QString text = index.data().toString();
        const bool isBlank = text.isEmpty() && index.column() != ChangeTreeModel::Name;
        const Role surface = isSelected ? Role::Selection : isBlank ? Role::Page : tintOf(kind, index.column());
        painter->fillRect(option.rect, theme::color(surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme::mix(theme::color(Role::Page), theme::color(Role::Hairline), 0.6));
        painter->setFont(theme::monoFont());
        painter->setPen(theme::color(kind == ChangeKind::Same ? Role::SecondText : Role::Text));
        const QRect area = option.rect.adjusted(theme::px(4), 0, -theme::px(4), 0);
        // Names and values are as the wire has them: left to right in every language.
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {theme::px(48), theme::px(kRowHeight)};
    }
};

} // namespace

ChangeTreeModel::ChangeTreeModel(QObject *parent) : QAbstractItemModel(parent) {}

ChangeTreeModel::~ChangeTreeModel() = default;

void ChangeTreeModel::setChange(ChangePointer change, bool withSame)
{
    beginResetModel();
    m_lines.clear();
    m_top.clear();
    m_change = std::move(change);
    if (m_change) {
        for (const ChangeNode &node : diffOf(m_change->before(), m_change->after()))
            add(node, -1, withSame);
        // A stream of keys only has no images to compare.
        if (!m_change->before() && !m_change->after())
            for (const document::Member &member : m_change->keys().attributes())
                add({toQt(member.name), ChangeKind::Same, member.value, member.value, {}}, -1, true);
    }
    endResetModel();
}

void ChangeTreeModel::add(const ChangeNode &node, int parent, bool withSame)
{
    const bool isKey = parent < 0 && m_change->keys().attribute(toUtf8(node.name)).has_value();
    if (node.kind == ChangeKind::Same && !withSame && !isKey)
        return;
    const int at = static_cast<int>(m_lines.size());
    std::vector<int> &siblings = parent < 0 ? m_top : m_lines[static_cast<std::size_t>(parent)].children;
    Line line;
    line.node = {node.name, node.kind, node.before, node.after, {}};
    line.parent = parent;
    line.row = static_cast<int>(siblings.size());
    siblings.push_back(at);
    m_lines.push_back(std::move(line));
    for (const ChangeNode &child : node.children)
        add(child, at, withSame || node.kind == ChangeKind::Same);
}

const std::vector<int> &ChangeTreeModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? m_lines[parent.internalId()].children : m_top;
}

QModelIndex ChangeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(childrenOf(parent)[static_cast<std::size_t>(row)]));
}

QModelIndex ChangeTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int above = m_lines[child.internalId()].parent;
    return above < 0 ? QModelIndex()
                     : createIndex(m_lines[static_cast<std::size_t>(above)].row, 0, static_cast<quintptr>(above));
}

int ChangeTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(parent).size());
}

int ChangeTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ChangeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ChangeNode &node = m_lines[index.internalId()].node;
    if (role == KindRole)
        return static_cast<int>(node.kind);
    const auto &value = index.column() == Before ? node.before : node.after;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return QString(signOf(node.kind) + node.name);
        return value ? oneLine(toUtf8(shortText(*value)), 400) : QString();
    case Qt::ToolTipRole:
        return index.column() == Name ? node.name : value ? shortText(*value) : QString();
    case Qt::AccessibleTextRole:
        if (index.column() == Name)
            return node.name;
        return value ? shortText(*value) : tr("absent");
    default:
        return {};
    }
}

QVariant ChangeTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Attribute");
    case Before:
        //: Column of the values before a change.
        return tr("Old");
    default:
        //: Column of the values after a change.
        return tr("New");
    }
}

ChangeTree::ChangeTree(QWidget *parent) : QTreeView(parent), m_model(new ChangeTreeModel(this))
{
    setModel(m_model);
    setItemDelegate(new TreeDelegate(this));
    setUniformRowHeights(true);
    setIndentation(theme::px(14));
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Old and new values"));
    header()->setMinimumSectionSize(theme::px(48));
    header()->setStretchLastSection(false);
    header()->resizeSection(ChangeTreeModel::Name, theme::px(kNameWidth));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionResizeMode(ChangeTreeModel::Before, QHeaderView::Stretch);
    header()->setSectionResizeMode(ChangeTreeModel::After, QHeaderView::Stretch);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        setIndentation(theme::px(14));
        header()->setMinimumSectionSize(theme::px(48));
        header()->resizeSection(ChangeTreeModel::Name, theme::px(kNameWidth));
        scheduleDelayedItemsLayout();
    });
}

void ChangeTree::show(const ChangePointer &change, bool withSame)
{
    m_model->setChange(change, withSame);
    openChanges({});
}

// Down to what changed; what was added or removed whole stays closed.
void ChangeTree::openChanges(const QModelIndex &parent)
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (static_cast<ChangeKind>(index.data(ChangeTreeModel::KindRole).toInt()) != ChangeKind::Changed)
            continue;
        expand(index);
        openChanges(index);
    }
}

} // namespace stator::ui

#include "moc_change_tree.cpp"
