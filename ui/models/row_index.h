// A RowIndex maps rows to segments whose row counts change one by one: finding, changing and summing cost
// the logarithm of the number of segments (a Fenwick tree).
#pragma once

#include <cstdint>
#include <vector>

namespace stator::ui {

class RowIndex {
public:
    // Spreads `rows` evenly over `segments` > 0.
    void reset(int segments, std::int64_t rows);

    int segmentCount() const { return static_cast<int>(m_counts.size()); }
    std::int64_t rowCount() const { return m_total; }
    int count(int segment) const { return m_counts[static_cast<std::size_t>(segment)]; }
    void setCount(int segment, int count);

    std::int64_t firstRow(int segment) const;
    // The segment that holds `row`; 0 <= row < rowCount().
    int segmentAt(std::int64_t row) const;

private:
    std::vector<int> m_counts;
    std::vector<std::int64_t> m_tree; // 1-based
    std::int64_t m_total = 0;
};

} // namespace stator::ui
