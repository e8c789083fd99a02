// A BodyRing keeps the latest bytes that were appended, in one block that is written round and round.
//
// A text is known by the position append() gave it and its length; it is there until as many bytes as the ring
// holds have followed. The block is taken from the system at the first append and never grows.
//
// Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace stator::observe {

class BodyRing {
public:
    explicit BodyRing(std::size_t capacityBytes) : m_capacity(capacityBytes) {}

    // Of a text longer than the ring, only the front is kept. Returns its position.
    std::uint64_t append(std::string_view text);
    // Nothing if it has been written over.
    std::optional<std::string> read(std::uint64_t position, std::size_t bytes) const;

private:
    const std::size_t m_capacity;
    std::unique_ptr<char[]> m_block;
    std::uint64_t m_end = 0; // bytes ever appended
};

} // namespace stator::observe
