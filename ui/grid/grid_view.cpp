#include "grid/grid_view.h"

#include <algorithm>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include "bridge/text.h"
#include "grid/cell_painter.h"
#include "grid/grid_accessible.h"
#include "grid/grid_header.h"
#include "models/item_grid_model.h"
#include "theme/theme.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::px;
using theme::Role;

namespace {

constexpr int kGutter = 28;
constexpr qint64 kMostScrollSteps = 1'000'000'000;
constexpr int kWantDelayMs = 25;

} // namespace

GridView::GridView(QWidget *parent) : QAbstractItemView(parent), m_header(new GridHeader(this))
{
    installGridAccessibility();
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(NoEditTriggers); // startEdit() alone: never plain typing
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setBackgroundRole(QPalette::Base);
    m_wantTimer.setSingleShot(true);
    m_wantTimer.setInterval(kWantDelayMs);
    connect(&m_wantTimer, &QTimer::timeout, this, [this] {
        if (m_model && lastVisibleRow() >= firstVisibleRow())
            m_model->want(firstVisibleRow(), lastVisibleRow());
    });
    connect(verticalScrollBar(), &QScrollBar::sliderMoved, this, &GridView::sayPosition);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &GridView::relayout);
}

void GridView::setModel(QAbstractItemModel *model) { setGridModel(qobject_cast<ItemGridModel *>(model)); }

void GridView::setGridModel(ItemGridModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    QAbstractItemView::setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { rowsRemoved(first, last); });
        connect(model, &QAbstractItemModel::columnsInserted, this,
                [this](const QModelIndex &, int first, int last) { columnsInserted(first, last); });
        connect(model, &QAbstractItemModel::columnsRemoved, this,
                [this](const QModelIndex &, int first, int last) { columnsRemoved(first, last); });
        connect(model, &QAbstractItemModel::headerDataChanged, m_header, QOverload<>::of(&QWidget::update));
        connect(model, &ItemGridModel::arranged, this, &GridView::fitAll);
        // What a cell is also stands in the gutter, which belongs to no cell.
        connect(model, &QAbstractItemModel::dataChanged, viewport(), [this] { viewport()->update(); });
        connect(model, &ItemGridModel::freshnessChanged, viewport(), QOverload<>::of(&QWidget::update));
    }
    reset();
}

void GridView::reset()
{
    QAbstractItemView::reset();
    m_anchor = QPersistentModelIndex();
    QStringList names;
    if (m_model)
        for (int column = 0; column < m_model->columnCount(); ++column)
            names.append(m_model->isScore(column) ? u"\x1fscore"_s : toQt(m_model->columnName(column)));
    m_sortColumn = -1;
    m_layout.reset(names, m_model ? static_cast<int>(m_model->columns().keyCount()) : 0);
    if (m_model && m_model->isScore(m_model->columnCount() - 1))
        m_layout.setPinned(m_model->columnCount() - 1, true);
    m_y = 0;
    relayout();
}

void GridView::relayout()
{
    placeColumns();
    setViewportMargins(0, px(30), 0, 0);
    updateGeometries();
    viewport()->update();
}

void GridView::placeColumns()
{
    m_lefts.clear();
    int left = 0;
    for (const int column : m_layout.visible()) {
        m_lefts.push_back(left);
        left += px(m_layout.at(column).width);
    }
    m_lefts.push_back(left);
    m_header->update();
}

void GridView::columnsInserted(int first, int last)
{
    QStringList names;
    for (int column = first; column <= last; ++column)
        names.append(toQt(m_model->columnName(column)));
    m_layout.insert(first, names);
    if (m_model->columns().itemsSeen() > 0 && lastVisibleRow() >= 0)
        for (int column = first; column <= last; ++column)
            fitColumn(column);
    relayout();
}

void GridView::columnsRemoved(int first, int last)
{
    m_layout.remove(first, last - first + 1);
    relayout();
}

// Once, from the first items; from then on widths are the person's.
void GridView::fitAll()
{
    for (int column = 0; column < m_layout.count(); ++column)
        if (!m_layout.at(column).isSized)
            fitColumn(column);
    relayout();
}

void GridView::fitColumn(int column)
{
    const bool isMixed = m_model->planned(column) && m_model->planned(column)->isMixed();
    int width = m_header->nameWidth(column);
    const int first = std::max(firstVisibleRow(), 0);
    // Segments arrive in any order: the first one may not be the one on the screen.
    const int last = std::min(std::max(lastVisibleRow(), first + 240), m_model->rowCount() - 1);
    for (int row = first; row <= last; ++row) {
        const ItemGridModel::Row &there = m_model->rowAt(row);
        if (there.isLoaded)
            width = std::max(width, CellPainter::contentWidth(*m_model, there, column, isMixed));
    }
    if (m_model->isFold(column))
        width = std::max(width, px(240));
    const double scale = theme::Theme::instance().scale();
    m_layout.setWidth(column, std::min(static_cast<int>(width / scale) + 1, ColumnLayout::kMostFittedWidth), false);
    placeColumns();
}

// --- Geometry ---

int GridView::rowHeight() const { return theme::rowHeight(); }
int GridView::gutterWidth() const { return px(kGutter); }
qint64 GridView::contentHeight() const { return m_model ? static_cast<qint64>(m_model->rowCount()) * rowHeight() : 0; }
qint64 GridView::mostY() const { return std::max<qint64>(0, contentHeight() - viewport()->height()); }

int GridView::scrolledWidth() const
{
    const int pinned = m_lefts[static_cast<std::size_t>(m_layout.pinnedCount())];
    return viewport()->width() - gutterWidth() - pinned;
}

int GridView::mirrored(int x, int width) const
{
    return isRightToLeft() ? viewport()->width() - x - width : x;
}

QRect GridView::placeRect(int place) const
{
    const auto at = static_cast<std::size_t>(place);
    const int width = m_lefts[at + 1] - m_lefts[at];
    const int left = gutterWidth() + m_lefts[at] - (place < m_layout.pinnedCount() ? 0 : m_x);
    return QRect(mirrored(left, width), 0, width, viewport()->height());
}

int GridView::placeAt(int x) const
{
    for (int place = 0; place < static_cast<int>(m_layout.visible().size()); ++place) {
        const QRect rect = placeRect(place);
        if (x >= rect.left() && x <= rect.right())
            return place;
    }
    return -1;
}

int GridView::firstVisibleRow() const { return static_cast<int>(m_y / rowHeight()); }

int GridView::lastVisibleRow() const
{
    if (!m_model)
        return -1;
    const qint64 last = (m_y + std::max(viewport()->height() - 1, 0)) / rowHeight();
    return static_cast<int>(std::min<qint64>(last, m_model->rowCount() - 1));
}

int GridView::rowAtY(int y) const
{
    const qint64 row = (m_y + y) / rowHeight();
    return m_model && m_y + y >= 0 && row < m_model->rowCount() ? static_cast<int>(row) : -1;
}

int GridView::verticalOffset() const { return static_cast<int>(std::min<qint64>(m_y, std::numeric_limits<int>::max())); }

QRect GridView::visualRect(const QModelIndex &index) const
{
    const int place = index.isValid() ? m_layout.placeOf(index.column()) : -1;
    if (place < 0)
        return {};
    const qint64 top = static_cast<qint64>(index.row()) * rowHeight() - m_y;
    // Far outside the screen the exact place does not matter, that it is outside does.
    const int y = static_cast<int>(std::clamp<qint64>(top, -1'000'000, 1'000'000));
    const QRect column = placeRect(place);
    return QRect(column.left(), y, column.width(), rowHeight());
}

QModelIndex GridView::indexAt(const QPoint &point) const
{
    const int row = rowAtY(point.y());
    const int place = placeAt(point.x());
    return row < 0 || place < 0 ? QModelIndex() : m_model->index(row, m_layout.visible()[static_cast<std::size_t>(place)]);
}

QModelIndex GridView::nearestIndex(const QPoint &point) const
{
    if (!m_model || m_model->rowCount() == 0 || m_layout.visible().empty())
        return {};
    const qint64 row = std::clamp<qint64>((m_y + point.y()) / rowHeight(), 0, m_model->rowCount() - 1);
    int place = placeAt(point.x());
    if (place < 0) {
        const bool isBefore = isRightToLeft() ? point.x() > viewport()->width() - gutterWidth() : point.x() < gutterWidth();
        place = isBefore ? 0 : static_cast<int>(m_layout.visible().size()) - 1;
    }
    return m_model->index(static_cast<int>(row), m_layout.visible()[static_cast<std::size_t>(place)]);
}

bool GridView::isIndexHidden(const QModelIndex &index) const { return m_layout.placeOf(index.column()) < 0; }

// --- Scrolling ---

void GridView::updateGeometries()
{
    const int header = px(30);
    m_header->setGeometry(viewport()->x(), viewport()->y() - header, viewport()->width(), header);
    m_isPlacing = true;
    m_scrollUnit = std::max<qint64>(1, (contentHeight() + kMostScrollSteps - 1) / kMostScrollSteps);
    QScrollBar *vertical = verticalScrollBar();
    vertical->setRange(0, static_cast<int>(mostY() / m_scrollUnit));
    vertical->setSingleStep(std::max<int>(1, static_cast<int>(rowHeight() / m_scrollUnit)));
    vertical->setPageStep(std::max<int>(1, static_cast<int>((viewport()->height() - rowHeight()) / m_scrollUnit)));
    const int pinned = m_lefts.empty() ? 0 : m_lefts[static_cast<std::size_t>(m_layout.pinnedCount())];
    const int scrolled = m_lefts.empty() ? 0 : m_lefts.back() - pinned;
    QScrollBar *horizontal = horizontalScrollBar();
    horizontal->setRange(0, std::max(0, scrolled - std::max(scrolledWidth(), px(80))));
    horizontal->setSingleStep(px(24));
    horizontal->setPageStep(std::max(scrolledWidth(), 1));
    m_isPlacing = false;
    m_x = horizontal->value();
    moveTo(m_y);
    QAbstractItemView::updateGeometries();
    requestRows();
}

void GridView::moveTo(qint64 y)
{
    y = std::clamp<qint64>(y, 0, mostY());
    const bool isMoved = y != m_y;
    m_y = y;
    m_isPlacing = true;
    verticalScrollBar()->setValue(static_cast<int>(m_y / m_scrollUnit));
    m_isPlacing = false;
    if (!isMoved)
        return;
    updateEditorGeometries();
    viewport()->update();
    requestRows();
    Q_EMIT viewMoved();
}

void GridView::scrollContentsBy(int, int)
{
    if (m_isPlacing)
        return;
    if (horizontalScrollBar()->value() != m_x) {
        m_x = horizontalScrollBar()->value();
        updateEditorGeometries();
        m_header->update();
        viewport()->update();
    }
    if (verticalScrollBar()->value() != static_cast<int>(m_y / m_scrollUnit)) {
        const bool isAtEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
        moveTo(isAtEnd ? mostY() : verticalScrollBar()->value() * m_scrollUnit);
    }
}

void GridView::requestRows()
{
    if (!m_wantTimer.isActive())
        m_wantTimer.start();
}

// While the handle is dragged: a share of the table, for nobody knows the number of the item.
void GridView::sayPosition()
{
    if (contentHeight() <= viewport()->height() || mostY() == 0)
        return;
    QScrollBar *bar = verticalScrollBar();
    const double share = static_cast<double>(bar->sliderPosition()) / std::max(1, bar->maximum());
    const int y = static_cast<int>(share * bar->height());
    QToolTip::showText(bar->mapToGlobal(QPoint(-px(56), y)), percentText(share), bar);
}

void GridView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int place = index.isValid() ? m_layout.placeOf(index.column()) : -1;
    if (place < 0)
        return;
    const qint64 top = static_cast<qint64>(index.row()) * rowHeight();
    const qint64 height = viewport()->height();
    if (hint == PositionAtTop)
        moveTo(top);
    else if (hint == PositionAtCenter)
        moveTo(top - (height - rowHeight()) / 2);
    else if (top < m_y)
        moveTo(top);
    else if (top + rowHeight() > m_y + height)
        moveTo(top + rowHeight() - height);
    if (place < m_layout.pinnedCount())
        return;
    const auto at = static_cast<std::size_t>(place);
    const int pinned = m_lefts[static_cast<std::size_t>(m_layout.pinnedCount())];
    const int left = m_lefts[at] - pinned;
    const int right = m_lefts[at + 1] - pinned;
    if (left < m_x)
        horizontalScrollBar()->setValue(left);
    else if (right > m_x + scrolledWidth())
        horizontalScrollBar()->setValue(std::min(left, right - scrolledWidth()));
}

void GridView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void GridView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    const bool isAbove = static_cast<qint64>(first) * rowHeight() < m_y;
    const qint64 y = m_y + (isAbove ? static_cast<qint64>(last - first + 1) * rowHeight() : 0);
    m_isPlacing = true;
    m_scrollUnit = std::max<qint64>(1, (contentHeight() + kMostScrollSteps - 1) / kMostScrollSteps);
    verticalScrollBar()->setRange(0, static_cast<int>(mostY() / m_scrollUnit));
    m_isPlacing = false;
    m_y = std::clamp<qint64>(y, 0, mostY());
    updateGeometries();
    viewport()->update();
}

void GridView::rowsRemoved(int first, int last)
{
    // What is on the screen stays where it is, as far as it is not what went.
    const qint64 top = static_cast<qint64>(first) * rowHeight();
    const qint64 gone = static_cast<qint64>(last - first + 1) * rowHeight();
    if (top + gone <= m_y)
        m_y -= gone;
    else if (top < m_y)
        m_y = top;
    updateGeometries();
    viewport()->update();
}

void GridView::setSortIndicator(int column, bool isDescending)
{
    m_sortColumn = column;
    m_isSortDescending = isDescending;
    m_header->update();
}

} // namespace stator::ui

#include "moc_grid_view.cpp"
