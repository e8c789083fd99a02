#include "grid/grid_accessible.h"

#include <limits>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>

#include "grid/grid_view.h"
#include "models/change_set.h"
#include "models/item_grid_model.h"
#include "models/value_text.h"

namespace stator::ui {

namespace {

QString spokenValue(const std::optional<document::ValueView> &value)
{
    const CellText cell = cellText(value);
    switch (cell.kind) {
    case CellKind::Absent:
        return GridView::tr("absent");
    case CellKind::EmptyText:
        return GridView::tr("empty text");
    case CellKind::True:
        return QStringLiteral("true");
    case CellKind::False:
        return QStringLiteral("false");
    default:
        return cell.trailing.isEmpty() ? cell.text : cell.text + u' ' + cell.trailing;
    }
}

QString spokenState(const ItemGridModel::Row &row)
{
    if (row.isGone)
        return GridView::tr("deleted by another client");
    if (!row.edit)
        return {};
    switch (row.edit->state()) {
    case StagedEdit::State::Added:
        return GridView::tr("staged as new");
    case StagedEdit::State::Changed:
        return GridView::tr("change staged");
    case StagedEdit::State::Deleted:
        return GridView::tr("deletion staged");
    case StagedEdit::State::Conflict:
        return row.edit->conflict;
    }
    return {};
}

class CellAccessible final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    CellAccessible(GridView *view, int row, int column) : m_view(view), m_row(row), m_column(column) {}

    bool isValid() const override { return m_view && m_view->gridModel() && index().isValid(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->visualRect(index());
        return QRect(m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size());
    }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const ItemGridModel &model = *m_view->gridModel();
        const ItemGridModel::Row &row = model.rowAt(m_row);
        const QString attribute = model.headerData(m_column, Qt::Horizontal, Qt::DisplayRole).toString();
        if (kind == QAccessible::Name) {
            if (!row.isLoaded)
                return GridView::tr("%1: not loaded").arg(attribute);
            const QString value = !model.planned(m_column) ? index().data().toString() : spokenValue(model.valueAt(row, m_column));
            //: An attribute and its value, read aloud.
            return GridView::tr("%1: %2").arg(attribute, value);
        }
        if (kind == QAccessible::Description && row.isLoaded) {
            const auto value = model.valueAt(row, m_column);
            QStringList parts;
            if (value)
                parts.append(valueTypeCode(value->type()));
            if (const QString state = spokenState(row); !state.isEmpty())
                parts.append(state);
            return parts.join(QStringLiteral(", "));
        }
        return {};
    }
    void setText(QAccessible::Text, const QString &) override {}

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid())
            return state;
        state.selectable = true;
        state.focusable = true;
        state.selected = m_view->selectionModel()->isSelected(index());
        state.focused = m_view->hasFocus() && m_view->currentIndex() == index();
        state.editable = index().flags().testFlag(Qt::ItemIsEditable);
        state.invisible = m_view->columnLayout().placeOf(m_column) < 0;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }

    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    bool isSelected() const override { return isValid() && m_view->selectionModel()->isSelected(index()); }
    QAccessibleInterface *table() const override { return parent(); }

private:
    QModelIndex index() const { return m_view->gridModel()->index(m_row, m_column); }

    QPointer<GridView> m_view;
    int m_row;
    int m_column;
};

class GridAccessible final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit GridAccessible(GridView *view) : QAccessibleWidget(view, QAccessible::Table), m_view(view) {}
    ~GridAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    int childCount() const override
    {
        const qint64 cells = static_cast<qint64>(rowCount()) * columnCount();
        return static_cast<int>(std::min<qint64>(cells, std::numeric_limits<int>::max()));
    }
    QAccessibleInterface *child(int index) const override
    {
        return index < 0 || columnCount() == 0 ? nullptr : cellAt(index / columnCount(), index % columnCount());
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *cell = dynamic_cast<const CellAccessible *>(child);
        return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QModelIndex index = m_view->indexAt(m_view->viewport()->mapFromGlobal(QPoint(x, y)));
        return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const QModelIndex index = m_view->currentIndex();
        return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        const std::pair<int, int> at(row, column);
        if (const auto found = m_cells.constFind(at); found != m_cells.cend())
            return QAccessible::accessibleInterface(*found);
        // Who reads a whole table aloud leaves nothing behind.
        if (m_cells.size() >= kMostCells) {
            for (const QAccessible::Id id : std::as_const(m_cells))
                QAccessible::deleteAccessibleInterface(id);
            m_cells.clear();
        }
        auto *cell = new CellAccessible(m_view, row, column);
        m_cells.insert(at, QAccessible::registerAccessibleInterface(cell));
        return cell;
    }
    int selectedCellCount() const override { return static_cast<int>(selectedCells().size()); }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells;
        const QItemSelection selection = m_view->selectionModel()->selection();
        for (const QItemSelectionRange &range : selection)
            for (int row = range.top(); row <= range.bottom() && cells.size() < kMostCells / 2; ++row)
                for (int column = range.left(); column <= range.right(); ++column)
                    cells.append(cellAt(row, column));
        return cells;
    }
    QString columnDescription(int column) const override
    {
        return m_view->gridModel()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    QString rowDescription(int) const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override
    {
        return static_cast<int>(std::min<qint64>(m_view->selectedRowCount(), std::numeric_limits<int>::max()));
    }
    int columnCount() const override { return m_view->gridModel() ? m_view->gridModel()->columnCount() : 0; }
    int rowCount() const override { return m_view->gridModel() ? m_view->gridModel()->rowCount() : 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return m_view->selectedRows(kMostCells); }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override { return m_view->selectionModel()->isRowSelected(row); }
    bool selectRow(int row) override
    {
        m_view->selectRow(row);
        return true;
    }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {} // cells are looked up by place each time

private:
    static constexpr int kMostCells = 4000;

    GridView *m_view;
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells;
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1String(GridView::staticMetaObject.className()))
        return nullptr;
    auto *view = qobject_cast<GridView *>(object);
    return view ? new GridAccessible(view) : nullptr;
}

} // namespace

void installGridAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(isInstalled);
}

} // namespace stator::ui
