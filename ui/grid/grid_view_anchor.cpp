// Where a GridView stands, by pixels and by the keys of items, and how it comes back there.
#include "grid/grid_view.h"

#include <QScrollBar>

#include "models/item_grid_model.h"
#include "theme/theme.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

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

} // namespace stator::ui
