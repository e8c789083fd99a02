#include "vector/memory.h"

#include <algorithm>

#include <unistd.h>

namespace stator::vector {

VectorMemory::VectorMemory(std::uint64_t limitBytes) : m_limit(limitBytes) {}

std::uint64_t VectorMemory::defaultBytes()
{
    constexpr std::uint64_t kMegabyte = 1u << 20;
    const auto pages = static_cast<std::uint64_t>(std::max(::sysconf(_SC_PHYS_PAGES), 0L));
    const auto pageBytes = static_cast<std::uint64_t>(std::max(::sysconf(_SC_PAGESIZE), 0L));
    return std::clamp(pages * pageBytes / 4, 64 * kMegabyte, 8192 * kMegabyte);
}

std::shared_ptr<VectorMemory> VectorMemory::shared()
{
    static const auto memory = std::make_shared<VectorMemory>();
    return memory;
}

VectorMemory::Holding *VectorMemory::find(Member &member)
{
    for (Holding &holding : m_holdings)
        if (holding.member == &member)
            return &holding;
    return nullptr;
}

void VectorMemory::makeRoom(const Member &member, std::uint64_t bytes)
{
    for (auto holding = m_holdings.begin(); holding != m_holdings.end() && m_held + bytes > m_limit;) {
        if (holding->member == &member || !holding->member->giveUp()) {
            ++holding;
            continue;
        }
        m_held -= holding->bytes;
        holding = m_holdings.erase(holding);
    }
}

bool VectorMemory::hold(Member &member, std::uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    const Holding *known = find(member);
    const std::uint64_t before = known ? known->bytes : 0;
    if (bytes > before && m_held + (bytes - before) > m_limit) {
        makeRoom(member, bytes - before);
        if (m_held + (bytes - before) > m_limit)
            return false;
    }
    m_held += bytes - before; // wraps around and back where it becomes less
    if (Holding *holding = find(member))
        holding->bytes = bytes;
    else
        m_holdings.push_back({&member, bytes});
    return true;
}

void VectorMemory::touch(Member &member)
{
    const std::lock_guard lock(m_mutex);
    if (Holding *holding = find(member))
        std::rotate(m_holdings.begin() + (holding - m_holdings.data()),
                    m_holdings.begin() + (holding - m_holdings.data()) + 1, m_holdings.end());
}

void VectorMemory::release(Member &member)
{
    const std::lock_guard lock(m_mutex);
    if (const Holding *holding = find(member)) {
        m_held -= holding->bytes;
        m_holdings.erase(m_holdings.begin() + (holding - m_holdings.data()));
    }
}

std::uint64_t VectorMemory::heldBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_held;
}

} // namespace stator::vector
