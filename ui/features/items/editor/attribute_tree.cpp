#include "features/items/editor/attribute_tree.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMouseEvent>

#include "bridge/text.h"
#include "features/items/editor/attribute_delegate.h"
#include "features/items/editor/attribute_tree_model.h"
#include "features/items/editor/json_tree.h"
#include "features/items/editor/set_field.h"
#include "theme/theme.h"

namespace stator::ui {

namespace {

constexpr ValueType kTypes[] = {ValueType::S,  ValueType::N,  ValueType::B,  ValueType::Bool, ValueType::Null,
                                ValueType::SS, ValueType::NS, ValueType::BS, ValueType::L,    ValueType::M};
constexpr int kExpandedAtFirst = 20; // children; larger containers stay closed

} // namespace

AttributeTree::AttributeTree(AttributeTreeModel *model, QWidget *parent) : QTreeView(parent), m_model(model)
{
    setModel(model);
    setItemDelegate(new AttributeDelegate(model, this));
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setUniformRowHeights(false);
    setIndentation(theme::px(16));
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Attributes"));
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(theme::px(44));
    header()->resizeSection(AttributeTreeModel::NameColumn, theme::px(128));
    header()->resizeSection(AttributeTreeModel::TypeColumn, theme::px(52));
    // Text wraps at the column's edge: rows are measured again when it moves.
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        setIndentation(theme::px(16));
        header()->setMinimumSectionSize(theme::px(44));
        header()->resizeSection(AttributeTreeModel::TypeColumn, theme::px(52));
        scheduleDelayedItemsLayout();
    });
}

AttributeTree::Where AttributeTree::where() const
{
    Where where;
    const auto visit = [&](const auto &self, const QModelIndex &parent) -> void {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (!isExpanded(index))
                continue;
            where.expanded.push_back(pathOf(*m_model->node(index)));
            self(self, index);
        }
    };
    visit(visit, {});
    if (currentIndex().isValid())
        where.current = pathOf(*m_model->node(currentIndex()));
    return where;
}

void AttributeTree::restore(const Where &where)
{
    const DraftNode *root = m_model->node({});
    if (!root)
        return;
    for (const auto &path : where.expanded)
        expand(m_model->indexOf(nodeAt(*root, path)));
    if (!where.current.empty())
        setCurrentIndex(m_model->indexOf(nodeAt(*root, where.current)));
}

void AttributeTree::expandFirst()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (m_model->rowCount(index) <= kExpandedAtFirst)
            expand(index);
    }
}

void AttributeTree::goTo(const DraftNode *node)
{
    const QModelIndex index = m_model->indexOf(node, AttributeTreeModel::ValueColumn);
    if (!index.isValid())
        return;
    for (QModelIndex at = index.parent(); at.isValid(); at = at.parent())
        expand(at);
    setCurrentIndex(index);
    scrollTo(index);
}

bool AttributeTree::finishEditing()
{
    if (auto *set = viewport()->findChild<SetField *>(); set && !set->takeTyped()) {
        set->setFocus();
        return false;
    }
    // Editors write with every letter; giving the focus back closes the one that is open.
    if (QTreeView::state() == EditingState)
        setFocus();
    return true;
}

void AttributeTree::editValue(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QModelIndex value = index.siblingAtColumn(AttributeTreeModel::ValueColumn);
    const DraftNode &node = *m_model->node(value);
    setCurrentIndex(value);
    if (m_model->isReadOnly())
        return;
    if (m_model->isFixed(value, AttributeTreeModel::ValueColumn)) {
        Q_EMIT said(tr("The key of an item is fixed. Duplicate it with another key instead."));
        return;
    }
    if (node.type == ValueType::Bool)
        m_model->setBoolean(value, !node.boolean);
    else if (node.type == ValueType::B)
        Q_EMIT binaryRequested(value);
    else if (node.type == ValueType::S && !isPlainText(node.text))
        Q_EMIT textRequested(value);
    else if (node.hasChildren())
        setExpanded(value.siblingAtColumn(0), !isExpanded(value.siblingAtColumn(0)));
    else if (m_model->flags(value).testFlag(Qt::ItemIsEditable))
        edit(value);
}

AttributeTree::Command AttributeTree::commandOf(const QKeyEvent *event)
{
    switch (event->keyCombination().toCombined()) {
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Command::Edit;
    case int(Qt::ALT) | Qt::Key_T:
        return Command::Type;
    case int(Qt::CTRL) | Qt::Key_D:
        return Command::Duplicate;
    case int(Qt::CTRL) | Qt::Key_Backspace:
        return Command::Remove;
    case Qt::Key_Insert:
        return Command::Add;
    case int(Qt::ALT) | Qt::Key_Up:
        return Command::MoveUp;
    case int(Qt::ALT) | Qt::Key_Down:
        return Command::MoveDown;
    case int(Qt::CTRL) | Qt::Key_C:
        return Command::CopyValue;
    case int(Qt::CTRL) | int(Qt::ALT) | Qt::Key_C:
        return Command::CopyPath;
    case int(Qt::CTRL) | Qt::Key_Z:
        return Command::Undo;
    case int(Qt::CTRL) | int(Qt::SHIFT) | Qt::Key_Z:
        return Command::Redo;
    default:
        return Command::None;
    }
}

bool AttributeTree::event(QEvent *event)
{
    // The window has actions on some of these keys; in the tree they are the tree's.
    if (event->type() == QEvent::ShortcutOverride && commandOf(static_cast<QKeyEvent *>(event)) != Command::None) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void AttributeTree::keyPressEvent(QKeyEvent *event)
{
    const Command command = commandOf(event);
    if (command != Command::None) {
        run(command);
        return;
    }
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Delete
        || (event->modifiers().testFlag(Qt::ControlModifier)
            && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))) {
        event->ignore();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void AttributeTree::run(Command command)
{
    const QModelIndex current = currentIndex();
    switch (command) {
    case Command::None:
        break;
    case Command::Edit:
        if (current.column() == AttributeTreeModel::NameColumn && m_model->flags(current).testFlag(Qt::ItemIsEditable))
            edit(current);
        else
            editValue(current);
        break;
    case Command::Type:
        showTypeMenu();
        break;
    case Command::Duplicate: {
        const QModelIndex copy = m_model->duplicate(current);
        if (copy.isValid())
            setCurrentIndex(copy);
        break;
    }
    case Command::Remove:
        removeCurrent();
        break;
    case Command::Add:
        addAttribute();
        break;
    case Command::MoveUp:
    case Command::MoveDown:
        m_model->move(current, command == Command::MoveUp ? -1 : 1);
        break;
    case Command::CopyValue:
    case Command::CopyPath:
        copy(command == Command::CopyPath);
        break;
    case Command::Undo:
    case Command::Redo:
        Q_EMIT undoRequested(command == Command::Redo);
        break;
    }
}

void AttributeTree::addAttribute()
{
    if (m_model->isReadOnly())
        return;
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    const bool isInside = current.isValid() && m_model->node(current)->hasChildren() && isExpanded(current);
    const bool isEmptyContainer =
        current.isValid() && m_model->node(current)->hasChildren() && m_model->rowCount(current) == 0;
    QModelIndex added;
    if (isInside || isEmptyContainer) {
        added = m_model->add(current);
        expand(current);
    } else {
        // Behind the key attributes at least: they stand first.
        int row = current.isValid() ? current.row() + 1 : -1;
        const QModelIndex holder = current.parent();
        while (row >= 0 && row < m_model->rowCount(holder) && m_model->node(m_model->index(row, 0, holder))->isKey)
            ++row;
        added = m_model->add(holder, row);
    }
    if (!added.isValid())
        return;
    setCurrentIndex(added);
    if (m_model->node(added)->parent->type == ValueType::M)
        edit(added);
    else
        editValue(added);
}

void AttributeTree::removeCurrent()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    if (m_model->isFixed(current, AttributeTreeModel::NameColumn)) {
        Q_EMIT said(tr("A key attribute cannot be removed."));
        return;
    }
    const QModelIndex holder = current.parent();
    const int row = current.row();
    if (!m_model->remove(current))
        return;
    const int left = m_model->rowCount(holder);
    setCurrentIndex(left > 0 ? m_model->index(std::min(row, left - 1), 0, holder) : holder);
}

void AttributeTree::copy(bool isPath)
{
    if (!currentIndex().isValid())
        return;
    const DraftNode &node = *m_model->node(currentIndex());
    QGuiApplication::clipboard()->setText(isPath                                                   ? toQt(pathText(node))
                                          : node.type == ValueType::S || node.type == ValueType::N ? toQt(node.text)
                                                                                                   : valueSummary(node));
    Q_EMIT said(isPath ? tr("Copied the path.") : tr("Copied the value."));
}

void AttributeTree::showTypeMenu()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || m_model->isReadOnly())
        return;
    if (m_model->isFixed(index, AttributeTreeModel::TypeColumn)) {
        Q_EMIT said(tr("The type of a key attribute is fixed by the table."));
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row = index.siblingAtColumn(0);
    for (const ValueType type : kTypes) {
        //: A type and its code: "Number\tN". The tab stays.
        QAction *action = menu->addAction(tr("%1\t%2").arg(typeTitle(type), typeCode(type)));
        action->setCheckable(true);
        action->setChecked(m_model->node(index)->type == type);
        connect(action, &QAction::triggered, this, [this, row, type] { changeType(row, type); });
        if (action->isChecked())
            menu->setActiveAction(action);
    }
    const QRect cell = visualRect(index.siblingAtColumn(AttributeTreeModel::TypeColumn));
    menu->popup(viewport()->mapToGlobal(QPoint(cell.left(), cell.top() + theme::rowHeight())));
}

void AttributeTree::changeType(const QModelIndex &index, ValueType type)
{
    if (!index.isValid())
        return;
    const QString reason = m_model->changeType(index, type);
    if (!reason.isEmpty())
        Q_EMIT typeRefused(index, type, reason);
    setFocus();
}

void AttributeTree::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.column() == AttributeTreeModel::TypeColumn
        && AttributeDelegate::badgeRect(visualRect(index)).contains(event->pos()))
        showTypeMenu();
}

void AttributeTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid() || index.column() == AttributeTreeModel::TypeColumn)
        return;
    if (index.column() == AttributeTreeModel::NameColumn && m_model->flags(index).testFlag(Qt::ItemIsEditable))
        edit(index);
    else
        editValue(index);
}

void AttributeTree::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = currentIndex();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &keys, Command command, bool isEnabled = true) {
        QAction *action = menu->addAction(text + u'\t' + keys.toString(QKeySequence::NativeText));
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, [this, command] { run(command); });
    };
    const bool canEdit = !m_model->isReadOnly();
    const bool isOwn = canEdit && index.isValid() && !m_model->isFixed(index, AttributeTreeModel::NameColumn);
    const bool isElement = isOwn && m_model->node(index)->parent->type == ValueType::L;
    add(tr("Add Attribute"), Qt::Key_Insert, Command::Add, canEdit);
    if (index.isValid()) {
        add(tr("Edit"), Qt::Key_F2, Command::Edit, canEdit);
        add(tr("Change Type…"), Qt::ALT | Qt::Key_T, Command::Type, isOwn);
        add(tr("Duplicate"), Qt::CTRL | Qt::Key_D, Command::Duplicate, canEdit);
        if (isElement) {
            add(tr("Move Up"), Qt::ALT | Qt::Key_Up, Command::MoveUp);
            add(tr("Move Down"), Qt::ALT | Qt::Key_Down, Command::MoveDown);
        }
        add(tr("Remove"), Qt::CTRL | Qt::Key_Backspace, Command::Remove, isOwn);
        menu->addSeparator();
        add(tr("Copy Value"), Qt::CTRL | Qt::Key_C, Command::CopyValue);
        add(tr("Copy Path"), Qt::CTRL | Qt::ALT | Qt::Key_C, Command::CopyPath);
    }
    menu->popup(event->globalPos());
}

void AttributeTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout();
}

} // namespace stator::ui

#include "moc_attribute_tree.cpp"
