// The GridView's hands: mouse, keys, selection.
#include <algorithm>

#include <QContextMenuEvent>
#include <QItemSelection>
#include <QMouseEvent>
#include <QScrollBar>

#include "grid/grid_header.h"
#include "grid/grid_view.h"
#include "models/item_grid_model.h"
#include "theme/theme.h"

namespace stator::ui {

using Flags = QItemSelectionModel::SelectionFlags;

// --- Selection ---

void GridView::selectTo(const QModelIndex &index, Flags command)
{
    if (!index.isValid())
        return;
    const QModelIndex anchor = m_anchor.isValid() ? QModelIndex(m_anchor) : index;
    const auto [top, bottom] = std::minmax({anchor.row(), index.row()}); // by value: the pair of references would dangle
    const auto [from, to] = std::minmax({m_layout.placeOf(anchor.column()), m_layout.placeOf(index.column())});
    QItemSelection selection;
    // Places side by side need not be columns side by side.
    for (int place = std::max(from, 0); place <= to;) {
        const int left = m_layout.visible()[static_cast<std::size_t>(place)];
        int right = left;
        while (++place <= to && m_layout.visible()[static_cast<std::size_t>(place)] == right + 1)
            ++right;
        selection.select(m_model->index(top, left), m_model->index(bottom, right));
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, command);
}

void GridView::selectRowsTo(int row, Flags command)
{
    const int anchor = m_anchor.isValid() ? m_anchor.row() : row;
    const auto [top, bottom] = std::minmax({anchor, row});
    QItemSelection selection(m_model->index(top, 0), m_model->index(bottom, m_model->columnCount() - 1));
    const int column = currentIndex().isValid() ? currentIndex().column() : m_layout.visible().front();
    selectionModel()->setCurrentIndex(m_model->index(row, column), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, command);
}

void GridView::selectRow(int row)
{
    if (row < 0 || row >= m_model->rowCount() || m_layout.visible().empty())
        return;
    m_anchor = m_model->index(row, m_layout.visible().front());
    selectRowsTo(row, QItemSelectionModel::ClearAndSelect);
}

void GridView::selectAll()
{
    if (!m_model || m_model->rowCount() == 0 || m_layout.visible().empty())
        return;
    selectionModel()->select(QItemSelection(m_model->index(0, 0),
                                            m_model->index(m_model->rowCount() - 1, m_model->columnCount() - 1)),
                             QItemSelectionModel::ClearAndSelect);
}

qint64 GridView::selectedRowCount() const
{
    if (!selectionModel())
        return 0;
    std::vector<std::pair<int, int>> spans;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        spans.emplace_back(range.top(), range.bottom());
    std::sort(spans.begin(), spans.end());
    qint64 count = 0;
    int next = 0;
    for (const auto &[top, bottom] : spans) {
        const int from = std::max(top, next);
        if (bottom >= from) {
            count += bottom - from + 1;
            next = bottom + 1;
        }
    }
    return count;
}

QList<int> GridView::selectedRows(int most) const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    std::vector<std::pair<int, int>> spans;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        spans.emplace_back(range.top(), range.bottom());
    std::sort(spans.begin(), spans.end());
    int next = 0;
    for (const auto &[top, bottom] : spans) {
        for (int row = std::max(top, next); row <= bottom; ++row) {
            if (rows.size() == most)
                return rows;
            rows.append(row);
            next = row + 1;
        }
    }
    return rows;
}

// The view selects by anchor and cursor, not by rectangles: what is pinned and what scrolls overlap.
void GridView::setSelection(const QRect &, Flags command)
{
    if (currentIndex().isValid())
        selectTo(currentIndex(), command);
}

void GridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT selectionMoved();
}

void GridView::selectionChanged(const QItemSelection &, const QItemSelection &)
{
    viewport()->update();
    Q_EMIT selectionMoved();
}

// --- Mouse ---

void GridView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (!m_model || event->button() == Qt::MiddleButton) {
        event->ignore();
        return;
    }
    const QModelIndex index = indexAt(at);
    const bool isGutter = isRightToLeft() ? at.x() >= viewport()->width() - gutterWidth() : at.x() < gutterWidth();
    const qint64 row = rowAtY(at.y());
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool toggles = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->button() == Qt::RightButton) {
        // The menu is about what is under the pointer, unless that is selected already.
        if (isGutter && row >= 0 && !selectionModel()->isSelected(m_model->index(static_cast<int>(row), 0)))
            selectRow(static_cast<int>(row));
        else if (index.isValid() && !selectionModel()->isSelected(index)) {
            m_anchor = index;
            selectTo(index, QItemSelectionModel::ClearAndSelect);
        }
        return;
    }
    if (row < 0 || (!isGutter && !index.isValid())) {
        selectionModel()->clearSelection();
        return;
    }
    const Flags command = toggles && !extends ? Flags(QItemSelectionModel::Toggle) : Flags(QItemSelectionModel::ClearAndSelect);
    if (isGutter) {
        m_drag = Drag::Rows;
        if (!extends || !m_anchor.isValid())
            m_anchor = m_model->index(static_cast<int>(row), m_layout.visible().front());
        selectRowsTo(static_cast<int>(row), command);
        return;
    }
    m_drag = Drag::Cells;
    if (!extends || !m_anchor.isValid())
        m_anchor = index;
    selectTo(index, command);
}

void GridView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const QModelIndex index = nearestIndex(event->position().toPoint());
    if (!index.isValid() || index == currentIndex())
        return;
    if (m_drag == Drag::Rows)
        selectRowsTo(index.row(), QItemSelectionModel::ClearAndSelect);
    else
        selectTo(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void GridView::mouseReleaseEvent(QMouseEvent *) { m_drag = Drag::None; }

void GridView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    m_drag = Drag::None;
    if (event->button() != Qt::LeftButton)
        return;
    if (index.isValid())
        startEdit();
    else if (currentIndex().isValid())
        Q_EMIT inspectRequested(currentIndex());
}

void GridView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT customContextMenuRequested(event->pos());
}

// --- Keys ---

QModelIndex GridView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (!m_model || m_model->rowCount() == 0 || m_layout.visible().empty())
        return {};
    const int lastRow = m_model->rowCount() - 1;
    const int lastPlace = static_cast<int>(m_layout.visible().size()) - 1;
    const bool isFar = modifiers.testFlag(Qt::ControlModifier);
    int row = std::max(currentIndex().row(), 0);
    int place = std::max(m_layout.placeOf(currentIndex().column()), 0);
    if (!currentIndex().isValid())
        return m_model->index(firstVisibleRow(), m_layout.visible().front());
    const int page = std::max(1, viewport()->height() / rowHeight() - 1);
    const int forward = isRightToLeft() ? -1 : 1;
    switch (action) {
    case MoveUp:
        row = isFar ? 0 : row - 1;
        break;
    case MoveDown:
        row = isFar ? lastRow : row + 1;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveLeft:
        place = isFar ? (forward > 0 ? 0 : lastPlace) : place - forward;
        break;
    case MoveRight:
        place = isFar ? (forward > 0 ? lastPlace : 0) : place + forward;
        break;
    case MoveHome:
        place = 0;
        row = isFar ? 0 : row;
        break;
    case MoveEnd:
        place = lastPlace;
        row = isFar ? lastRow : row;
        break;
    case MoveNext:
        ++place;
        break;
    case MovePrevious:
        --place;
        break;
    }
    return m_model->index(std::clamp(row, 0, lastRow),
                          m_layout.visible()[static_cast<std::size_t>(std::clamp(place, 0, lastPlace))]);
}

void GridView::startEdit()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    scrollTo(index);
    if (!m_model->editRefusal(index).isEmpty() || !edit(index, AllEditTriggers, nullptr))
        Q_EMIT editRefused(index);
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (!m_model) {
        event->ignore();
        return;
    }
    const std::array<std::pair<int, CursorAction>, 8> moves{
        {{Qt::Key_Up, MoveUp}, {Qt::Key_Down, MoveDown}, {Qt::Key_Left, MoveLeft}, {Qt::Key_Right, MoveRight},
         {Qt::Key_Home, MoveHome}, {Qt::Key_End, MoveEnd}, {Qt::Key_PageUp, MovePageUp}, {Qt::Key_PageDown, MovePageDown}}};
    const auto move = std::find_if(moves.begin(), moves.end(), [event](const auto &pair) { return pair.first == event->key(); });
    // Alt and the arrows belong to the window: Back, Forward, Next Page.
    if (move != moves.end() && !event->modifiers().testFlag(Qt::AltModifier)) {
        const QModelIndex index = moveCursor(move->second, event->modifiers());
        if (!index.isValid())
            return;
        if (!event->modifiers().testFlag(Qt::ShiftModifier) || !m_anchor.isValid())
            m_anchor = index;
        selectTo(index, QItemSelectionModel::ClearAndSelect);
        scrollTo(index);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (event->modifiers() & Qt::ControlModifier)
            break;
        startEdit();
        return;
    case Qt::Key_Space:
        if (currentIndex().isValid())
            Q_EMIT inspectRequested(currentIndex());
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (event->modifiers() != Qt::NoModifier)
            break;
        Q_EMIT deletePressed();
        return;
    case Qt::Key_A:
        if (event->modifiers() != Qt::ControlModifier)
            break;
        selectAll();
        return;
    default:
        break;
    }
    event->ignore();
}

} // namespace stator::ui
