// The best so many of a search: a heap with the worst of them on top.
//
// Equal ranks are ordered by their keys, so that a result does not depend on the order of writes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stator::vector {

struct Candidate {
    float rank = 0; // the less, the better
    std::string key;
};

class TopK {
public:
    explicit TopK(std::size_t limit) : m_limit(limit) { m_heap.reserve(limit); }

    // Whether an entry of this rank could come in.
    bool mayTake(float rank) const { return m_heap.size() < m_limit || rank <= m_heap.front().rank; }
    void offer(float rank, std::string_view key);

    // Best first; the TopK is empty afterwards.
    std::vector<Candidate> take();

private:
    const std::size_t m_limit;
    std::vector<Candidate> m_heap;
};

} // namespace stator::vector
