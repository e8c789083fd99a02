#include "observe/request_log.h"

#include <algorithm>

#include "base/assert.h"

namespace stator::observe {

RequestLog::RequestLog(std::size_t capacity) : m_capacity(capacity)
{
    STATOR_ASSERT(capacity > 0);
}

void RequestLog::add(const RequestView &request)
{
    const std::lock_guard lock(m_mutex);
    if (m_slots.size() < m_capacity) // then m_end == m_slots.size()
        m_slots.emplace_back();
    RequestRecord &record = m_slots[m_end % m_capacity];
    record.position = m_end++;
    record.time = request.time;
    record.operation.assign(request.operation);
    record.table.assign(request.table);
    record.region.assign(request.region);
    record.client.assign(request.client);
    record.errorCode.assign(request.errorCode);
    record.requestId.assign(request.requestId);
    record.status = request.status;
    record.micros = request.micros;
    record.bytesIn = request.bytesIn;
    record.bytesOut = request.bytesOut;
}

RequestPage RequestLog::since(std::uint64_t position, std::size_t limit) const
{
    RequestPage page;
    const std::lock_guard lock(m_mutex);
    const std::uint64_t first = std::max(position, m_end - std::min<std::uint64_t>(m_end, m_capacity));
    page.dropped = first - position;
    const std::uint64_t last = std::max(first, std::min<std::uint64_t>(m_end, first + limit));
    page.requests.reserve(static_cast<std::size_t>(last - first));
    for (std::uint64_t at = first; at < last; ++at)
        page.requests.push_back(m_slots[at % m_capacity]);
    page.next = last;
    return page;
}

std::uint64_t RequestLog::position() const
{
    const std::lock_guard lock(m_mutex);
    return m_end;
}

} // namespace stator::observe
