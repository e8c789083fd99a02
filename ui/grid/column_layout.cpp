#include "grid/column_layout.h"

#include <algorithm>

namespace stator::ui {

using namespace Qt::StringLiterals;

ColumnLayout::Column ColumnLayout::make(const QString &name, bool isPinned) const
{
    Column column;
    column.name = name;
    column.isPinned = isPinned;
    const auto kept = m_kept.constFind(name);
    if (kept == m_kept.constEnd())
        return column;
    const QVariantMap state = kept->toMap();
    if (state.contains(u"width"_s)) {
        column.width = std::clamp(state.value(u"width"_s).toInt(), kLeastWidth, kMostWidth);
        column.isSized = true;
    }
    column.isHidden = state.value(u"hidden"_s).toBool();
    column.isPinned = state.value(u"pinned"_s, isPinned).toBool();
    return column;
}

void ColumnLayout::reset(const QStringList &names, int pinned)
{
    m_columns.clear();
    m_order.clear();
    for (int i = 0; i < names.size(); ++i) {
        m_columns.push_back(make(names.at(i), i < pinned));
        m_order.push_back(i);
    }
    arrange();
}

void ColumnLayout::insert(int first, const QStringList &names)
{
    const int count = static_cast<int>(names.size());
    for (int &column : m_order)
        column += column >= first ? count : 0;
    // In front of the column that follows them in the model, such as the fold; else at the end.
    auto before = std::find(m_order.begin(), m_order.end(), first + count);
    for (int i = 0; i < count; ++i) {
        m_columns.insert(m_columns.begin() + first + i, make(names.at(i), false));
        before = m_order.insert(before, first + i) + 1;
    }
    if (!m_keptOrder.isEmpty()) {
        std::stable_sort(m_order.begin(), m_order.end(), [this](int a, int b) {
            const auto rank = [this](int column) {
                const auto place = m_keptOrder.indexOf(m_columns[static_cast<std::size_t>(column)].name);
                return place < 0 ? m_keptOrder.size() : place;
            };
            return rank(a) < rank(b);
        });
    }
    arrange();
}

void ColumnLayout::remove(int first, int count)
{
    std::vector<int> order;
    for (const int column : m_order) {
        if (column < first)
            order.push_back(column);
        else if (column >= first + count)
            order.push_back(column - count);
    }
    m_order = std::move(order);
    m_columns.erase(m_columns.begin() + first, m_columns.begin() + first + count);
    arrange();
}

void ColumnLayout::rename(int column, const QString &name) { m_columns[static_cast<std::size_t>(column)].name = name; }

void ColumnLayout::arrange()
{
    m_visible.clear();
    for (const bool isPinned : {true, false}) {
        for (const int column : m_order)
            if (!at(column).isHidden && at(column).isPinned == isPinned)
                m_visible.push_back(column);
        if (isPinned)
            m_pinned = static_cast<int>(m_visible.size());
    }
}

int ColumnLayout::placeOf(int column) const
{
    const auto found = std::find(m_visible.begin(), m_visible.end(), column);
    return found == m_visible.end() ? -1 : static_cast<int>(found - m_visible.begin());
}

void ColumnLayout::setWidth(int column, int width, bool isSized)
{
    Column &there = m_columns[static_cast<std::size_t>(column)];
    there.width = std::clamp(width, kLeastWidth, kMostWidth);
    there.isSized = there.isSized || isSized;
}

void ColumnLayout::setHidden(int column, bool isHidden)
{
    m_columns[static_cast<std::size_t>(column)].isHidden = isHidden;
    arrange();
}

void ColumnLayout::setPinned(int column, bool isPinned)
{
    m_columns[static_cast<std::size_t>(column)].isPinned = isPinned;
    arrange();
}

void ColumnLayout::move(int fromPlace, int toPlace)
{
    const int size = static_cast<int>(m_visible.size());
    if (fromPlace == toPlace || fromPlace < 0 || fromPlace >= size || toPlace < 0 || toPlace >= size)
        return;
    // Beyond the pinned edge a column stops at it.
    const bool isPinned = fromPlace < m_pinned;
    toPlace = isPinned ? std::min(toPlace, m_pinned - 1) : std::max(toPlace, m_pinned);
    const int moved = m_visible[static_cast<std::size_t>(fromPlace)];
    const int target = m_visible[static_cast<std::size_t>(toPlace)];
    m_order.erase(std::find(m_order.begin(), m_order.end(), moved));
    auto at = std::find(m_order.begin(), m_order.end(), target);
    m_order.insert(toPlace > fromPlace ? at + 1 : at, moved);
    arrange();
}

QVariantMap ColumnLayout::save() const
{
    QVariantMap columns = m_kept;
    QStringList order;
    for (const int column : m_order) {
        const Column &there = at(column);
        order.append(there.name);
        QVariantMap state;
        if (there.isSized)
            state.insert(u"width"_s, there.width);
        state.insert(u"hidden"_s, there.isHidden);
        state.insert(u"pinned"_s, there.isPinned);
        columns.insert(there.name, state);
    }
    return {{u"columns"_s, columns}, {u"order"_s, order}};
}

void ColumnLayout::restore(const QVariantMap &state)
{
    m_kept = state.value(u"columns"_s).toMap();
    m_keptOrder = state.value(u"order"_s).toStringList();
}

} // namespace stator::ui
