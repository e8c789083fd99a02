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

QVariantMap GridView::savePosition() const
{
    return {{u"y"_s, m_y / std::max(1, rowHeight())}, {u"x"_s, m_x}, {u"row"_s, currentIndex().row()}};
}

void GridView::restorePosition(const QVariantMap &position)
{
    moveTo(position.value(u"y"_s).toLongLong() * rowHeight());
    horizontalScrollBar()->setValue(position.value(u"x"_s).toInt());
}

GridView::Anchor GridView::anchor() const
{
    // More selected rows than a person has chosen one by one come back as none.
    constexpr int kMostKeys = 2000;
    Anchor anchor;
    if (!m_model || m_model->rowCount() == 0)
        return anchor;
    anchor.topRow = firstVisibleRow();
    anchor.topOffset = static_cast<int>(m_y - static_cast<qint64>(anchor.topRow) * rowHeight());
    anchor.topKey = m_model->rowAt(anchor.topRow).key;
    if (currentIndex().isValid()) {
        anchor.currentKey = m_model->rowAt(currentIndex().row()).key;
        anchor.currentColumn = currentIndex().column();
        const qint64 below = static_cast<qint64>(currentIndex().row()) * rowHeight() - m_y;
        anchor.currentOffset = below >= 0 && below < viewport()->height() ? static_cast<int>(below) : -1;
    }
    if (!selectionModel() || selectedRowCount() > kMostKeys)
        return anchor;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            if (const std::string &key = m_model->rowAt(row).key; !key.empty())
                anchor.selected.push_back({key, range.left(), range.right()});
    return anchor;
}

void GridView::restoreAnchor(const Anchor &anchor, const std::unordered_map<std::string, int> &rows)
{
    const auto rowOf = [&rows](const std::string &key) {
        const auto found = rows.find(key);
        return found == rows.end() ? -1 : found->second;
    };
    QItemSelection selection;
    for (const Anchor::Cells &cells : anchor.selected)
        if (const int row = rowOf(cells.key); row >= 0)
            selection.select(m_model->index(row, cells.left), m_model->index(row, cells.right));
    const int current = rowOf(anchor.currentKey);
    if (current >= 0) {
        m_anchor = m_model->index(current, anchor.currentColumn);
        selectionModel()->setCurrentIndex(m_anchor, QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int top = rowOf(anchor.topKey);
    if (current >= 0 && anchor.currentOffset >= 0)
        moveTo(static_cast<qint64>(current) * rowHeight() - anchor.currentOffset);
    else
        moveTo(static_cast<qint64>(top >= 0 ? top : anchor.topRow) * rowHeight() + anchor.topOffset);
}

void GridView::setSortIndicator(int column, bool isDescending)
{
    m_sortColumn = column;
    m_isSortDescending = isDescending;
    m_header->update();
}

// --- Painting ---

std::vector<std::pair<int, int>> GridView::selectedSpans(int row) const
{
    std::vector<std::pair<int, int>> spans;
    if (!selectionModel())
        return spans;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        if (range.top() <= row && row <= range.bottom())
            spans.emplace_back(range.left(), range.right());
    return spans;
}

void GridView::paintRow(CellPainter &painter, int row, const QRect &dirty, const std::vector<std::pair<int, int>> &spans)
{
    const int top = static_cast<int>(static_cast<qint64>(row) * rowHeight() - m_y);
    const ItemGridModel::Row &there = m_model->rowAt(row);
    const auto isSelected = [&spans](int column) {
        return std::any_of(spans.begin(), spans.end(),
                           [column](const auto &span) { return span.first <= column && column <= span.second; });
    };
    const int pinned = m_layout.pinnedCount();
    const int count = static_cast<int>(m_layout.visible().size());
    const auto paint = [&](int place) {
        const int column = m_layout.visible()[static_cast<std::size_t>(place)];
        const QRect at = placeRect(place);
        const QRect rect(at.left(), top, at.width(), rowHeight());
        if (rect.right() < dirty.left() || rect.left() > dirty.right())
            return;
        if (!there.isLoaded) {
            painter.placeholder(rect, row, column);
            return;
        }
        const PlannedColumn *planned = m_model->planned(column);
        painter.setKey(planned && planned->isKey);
        painter.cell(rect, there, column, isSelected(column), planned && planned->isMixed());
    };
    // The pinned columns and the gutter lie over what scrolls.
    for (int place = pinned; place < count; ++place)
        paint(place);
    for (int place = 0; place < pinned; ++place)
        paint(place);
    painter.gutter(QRect(mirrored(0, gutterWidth()), top, gutterWidth(), rowHeight()), there, !spans.empty());
}

void GridView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect dirty = event->rect();
    const int first = firstVisibleRow();
    const int last = lastVisibleRow();
    if (m_model) {
        CellPainter cells(painter, *m_model);
        const int from = std::max(first, static_cast<int>((m_y + dirty.top()) / rowHeight()));
        const int to = std::min(last, static_cast<int>((m_y + dirty.bottom()) / rowHeight()));
        for (int row = from; row <= to; ++row)
            paintRow(cells, row, dirty, selectedSpans(row));
    }
    // Below the last row and behind the last column.
    const qint64 end = contentHeight() - m_y;
    const QColor page = theme::color(Role::Page);
    if (end < viewport()->height())
        painter.fillRect(QRect(0, static_cast<int>(end), viewport()->width(), viewport()->height() - static_cast<int>(end)), page);
    const int filled = gutterWidth() + (m_lefts.empty() ? 0 : m_lefts.back() - m_x);
    if (filled < viewport()->width()) {
        const int width = viewport()->width() - filled;
        painter.fillRect(QRect(mirrored(filled, width), 0, width, static_cast<int>(std::min<qint64>(end, viewport()->height()))), page);
    }
    const int rowsEnd = static_cast<int>(std::min<qint64>(end, viewport()->height()));
    if (m_layout.pinnedCount() > 0 && rowsEnd > 0) {
        // The edge of what stays: stronger once something has gone under it.
        const int x = gutterWidth() + m_lefts[static_cast<std::size_t>(m_layout.pinnedCount())] - 1;
        painter.fillRect(QRect(mirrored(x, 1), 0, 1, rowsEnd), theme::color(m_x > 0 ? Role::Edge : Role::Hairline));
    }
    paintFocus(painter);
}

void GridView::paintFocus(QPainter &painter)
{
    if (!hasFocus() || !currentIndex().isValid())
        return;
    const QRect rect = visualRect(currentIndex());
    const int place = m_layout.placeOf(currentIndex().column());
    if (rect.isEmpty() || !rect.intersects(viewport()->rect()))
        return;
    if (place >= m_layout.pinnedCount()) {
        const int edge = gutterWidth() + m_lefts[static_cast<std::size_t>(m_layout.pinnedCount())];
        painter.setClipRect(QRect(mirrored(edge, viewport()->width() - edge), 0, viewport()->width() - edge, viewport()->height()));
    }
    painter.setPen(QPen(theme::color(Role::Accent), px(2), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    const int half = px(2) / 2;
    painter.drawRect(rect.adjusted(half, half, -half - 1, -half - 1));
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QAbstractItemView::focusInEvent(event);
    viewport()->update();
}

QRegion GridView::visualRegionForSelection(const QItemSelection &) const { return viewport()->rect(); }

} // namespace stator::ui
