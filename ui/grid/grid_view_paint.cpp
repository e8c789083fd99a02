// How a GridView paints itself: rows that are visible and dirty, the gutter, the ring of the focus.
#include "grid/grid_view.h"

#include <QPainter>
#include <QPaintEvent>

#include "grid/cell_painter.h"
#include "grid/grid_header.h"
#include "models/item_grid_model.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::px;
using theme::Role;

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
