#include "observe/request_log.h"

#include <algorithm>

#include "base/assert.h"

namespace stator::observe {

RequestLog::RequestLog(RequestLogOptions options) : m_options(options), m_bodies(options.bodyRingBytes)
{
    STATOR_ASSERT(options.capacity > 0 && options.bodyRingBytes > 0);
}

void RequestLog::add(const RequestView &request)
{
    const std::lock_guard lock(m_mutex);
    if (m_slots.size() < m_options.capacity) // then m_end == m_slots.size()
        m_slots.emplace_back();
    Slot &slot = m_slots[m_end % m_options.capacity];
    RequestRecord &record = slot.record;
    record.position = m_end++;
    record.time = request.time;
    record.operation.assign(request.operation);
    record.table.assign(request.table);
    record.region.assign(request.region);
    record.client.assign(request.client);
    record.userAgent.assign(request.userAgent);
    record.errorCode.assign(request.errorCode);
    record.requestId.assign(request.requestId);
    record.status = request.status;
    record.micros = request.micros;
    record.bytesIn = request.bytesIn;
    record.bytesOut = request.bytesOut;
    record.capacityUnits = request.capacityUnits;
    slot.kept = {};
    if (request.hasBodies && keepsBodies(request.time))
        keep(request, slot.kept);
}

// The three texts of a request lie behind one another.
void RequestLog::keep(const RequestView &request, Kept &kept)
{
    const std::string_view in = request.requestBody.substr(0, m_options.mostBodyBytes);
    const std::string_view out = request.responseBody.substr(0, m_options.mostBodyBytes);
    kept.position = m_bodies.append(in);
    m_bodies.append(out);
    m_bodies.append(request.consumedCapacity);
    kept.requestBytes = static_cast<std::uint32_t>(in.size());
    kept.responseBytes = static_cast<std::uint32_t>(out.size());
    kept.capacityBytes = static_cast<std::uint32_t>(request.consumedCapacity.size());
    kept.isRequestCut = in.size() < request.requestBody.size();
    kept.isResponseCut = out.size() < request.responseBody.size();
    kept.hasBodies = true;
}

void RequestLog::keepBodiesUntil(TimeMicros time)
{
    TimeMicros known = m_keepUntil.load(std::memory_order_relaxed);
    while (known < time && !m_keepUntil.compare_exchange_weak(known, time, std::memory_order_relaxed)) {
    }
}

RequestPage RequestLog::since(std::uint64_t position, std::size_t limit) const
{
    RequestPage page;
    const std::lock_guard lock(m_mutex);
    const std::uint64_t kept = std::min<std::uint64_t>(m_end, m_options.capacity);
    const std::uint64_t first = std::max(position, m_end - kept);
    page.dropped = first - position;
    const std::uint64_t last = std::max(first, std::min<std::uint64_t>(m_end, first + limit));
    page.requests.reserve(static_cast<std::size_t>(last - first));
    for (std::uint64_t at = first; at < last; ++at)
        page.requests.push_back(m_slots[at % m_options.capacity].record);
    page.next = last;
    return page;
}

std::uint64_t RequestLog::position() const
{
    const std::lock_guard lock(m_mutex);
    return m_end;
}

std::optional<RequestBodies> RequestLog::bodies(std::uint64_t position) const
{
    const std::lock_guard lock(m_mutex);
    if (position >= m_end || m_end - position > m_slots.size())
        return std::nullopt;
    const Kept &kept = m_slots[position % m_options.capacity].kept;
    if (!kept.hasBodies)
        return std::nullopt;
    // Read as one, so that it is either all there or not at all.
    auto all = m_bodies.read(kept.position, kept.requestBytes + kept.responseBytes + kept.capacityBytes);
    if (!all)
        return std::nullopt;
    RequestBodies bodies;
    bodies.request = all->substr(0, kept.requestBytes);
    bodies.response = all->substr(kept.requestBytes, kept.responseBytes);
    bodies.consumedCapacity = all->substr(kept.requestBytes + kept.responseBytes);
    bodies.isRequestCut = kept.isRequestCut;
    bodies.isResponseCut = kept.isResponseCut;
    return bodies;
}

} // namespace stator::observe
