#include "observe/change_ring.h"

#include <algorithm>

#include "base/assert.h"

namespace stator::observe {

ChangeRing::ChangeRing(std::size_t capacity) : m_capacity(capacity)
{
    STATOR_ASSERT(capacity > 0);
}

ChangeRing::Watch::Watch(ChangeRing &ring) : m_ring(ring)
{
    m_ring.m_watches.fetch_add(1, std::memory_order_relaxed);
}

ChangeRing::Watch::~Watch()
{
    if (m_ring.m_watches.fetch_sub(1, std::memory_order_relaxed) > 1)
        return;
    const std::lock_guard lock(m_ring.m_mutex);
    m_ring.m_slots = {};
    m_ring.m_begin = m_ring.m_end = 0;
}

void ChangeRing::push(std::uint64_t storageId, std::string_view keyDocument, ChangeKind kind, bool wasNew)
{
    if (m_watches.load(std::memory_order_relaxed) == 0) {
        m_position.fetch_add(1, std::memory_order_release);
        return;
    }
    const std::lock_guard lock(m_mutex);
    const std::uint64_t at = m_position.fetch_add(1, std::memory_order_release);
    if (m_slots.empty())
        m_slots.resize(m_capacity);
    if (at != m_end) // changes went by unwatched: what was kept would have a hole
        m_begin = at;
    m_end = at + 1;
    m_begin = std::max(m_begin, m_end - std::min<std::uint64_t>(m_end, m_capacity));
    Change &change = m_slots[at % m_capacity];
    change.storageId = storageId;
    change.key.assign(keyDocument);
    change.kind = kind;
    change.wasNew = wasNew;
}

ChangePage ChangeRing::since(std::uint64_t position, std::size_t limit) const
{
    ChangePage page;
    const std::lock_guard lock(m_mutex);
    const std::uint64_t end = m_position.load(std::memory_order_relaxed);
    const bool isKept = m_begin < m_end && m_end == end;
    const std::uint64_t first = std::max(position, isKept ? m_begin : end);
    page.dropped = first > position ? first - position : 0;
    const std::uint64_t last = isKept ? std::min<std::uint64_t>(end, first + limit) : first;
    for (std::uint64_t at = first; at < last; ++at)
        page.changes.push_back(m_slots[at % m_capacity]);
    page.next = std::max(first, last);
    return page;
}

} // namespace stator::observe
