#include "vector/top_k.h"

#include <algorithm>
#include <utility>

namespace stator::vector {

namespace {

bool isBefore(const Candidate &a, const Candidate &b)
{
    return a.rank != b.rank ? a.rank < b.rank : a.key < b.key;
}

} // namespace

void TopK::offer(float rank, std::string_view key)
{
    if (m_heap.size() == m_limit) {
        const Candidate &worst = m_heap.front();
        if (rank > worst.rank || (rank == worst.rank && key >= worst.key))
            return;
        std::pop_heap(m_heap.begin(), m_heap.end(), isBefore);
        m_heap.back().rank = rank;
        m_heap.back().key.assign(key);
    } else {
        m_heap.push_back({rank, std::string(key)});
    }
    std::push_heap(m_heap.begin(), m_heap.end(), isBefore);
}

std::vector<Candidate> TopK::take()
{
    std::sort_heap(m_heap.begin(), m_heap.end(), isBefore);
    return std::exchange(m_heap, {});
}

} // namespace stator::vector
