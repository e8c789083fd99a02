#include "observe/body_ring.h"

#include <algorithm>

namespace stator::observe {

std::uint64_t BodyRing::append(std::string_view text)
{
    text = text.substr(0, m_capacity);
    if (!m_block) // not filled with anything: pages that nothing reaches cost nothing
        m_block = std::unique_ptr<char[]>(new char[m_capacity]);
    const std::uint64_t position = m_end;
    const std::size_t at = m_end % m_capacity;
    const std::size_t front = std::min(text.size(), m_capacity - at);
    std::copy_n(text.data(), front, m_block.get() + at);
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(front), text.end(), m_block.get());
    m_end += text.size();
    return position;
}

std::optional<std::string> BodyRing::read(std::uint64_t position, std::size_t bytes) const
{
    if (bytes == 0)
        return std::string();
    if (position + bytes > m_end || m_end - position > m_capacity)
        return std::nullopt;
    const std::size_t at = position % m_capacity;
    const std::size_t front = std::min(bytes, m_capacity - at);
    std::string text;
    text.reserve(bytes);
    text.append(m_block.get() + at, front);
    text.append(m_block.get(), bytes - front);
    return text;
}

} // namespace stator::observe
