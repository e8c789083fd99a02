#include "models/row_index.h"

#include <bit>

#include "base/assert.h"

namespace stator::ui {

void RowIndex::reset(int segments, std::int64_t rows)
{
    STATOR_ASSERT(segments > 0 && rows >= 0);
    const auto n = static_cast<std::size_t>(segments);
    m_counts.assign(n, 0);
    m_tree.assign(n + 1, 0);
    m_total = rows;
    for (std::size_t i = 0; i < n; ++i) {
        const auto at = static_cast<std::int64_t>(i);
        m_counts[i] = static_cast<int>((at + 1) * rows / segments - at * rows / segments);
        m_tree[i + 1] += m_counts[i];
        const std::size_t parent = (i + 1) + ((i + 1) & (~(i + 1) + 1));
        if (parent <= n)
            m_tree[parent] += m_tree[i + 1];
    }
}

void RowIndex::setCount(int segment, int count)
{
    auto &now = m_counts[static_cast<std::size_t>(segment)];
    const std::int64_t difference = count - now;
    now = count;
    m_total += difference;
    for (auto i = static_cast<std::size_t>(segment) + 1; i < m_tree.size(); i += i & (~i + 1))
        m_tree[i] += difference;
}

std::int64_t RowIndex::firstRow(int segment) const
{
    std::int64_t sum = 0;
    for (auto i = static_cast<std::size_t>(segment); i > 0; i -= i & (~i + 1))
        sum += m_tree[i];
    return sum;
}

int RowIndex::segmentAt(std::int64_t row) const
{
    STATOR_ASSERT(row >= 0 && row < m_total);
    std::size_t position = 0;
    for (std::size_t step = std::bit_floor(m_counts.size()); step > 0; step /= 2) {
        if (position + step < m_tree.size() && m_tree[position + step] <= row) {
            position += step;
            row -= m_tree[position];
        }
    }
    return static_cast<int>(position);
}

} // namespace stator::ui
