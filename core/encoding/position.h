// A Position names one entry of a region's history: the epoch of the start that wrote it, and its number.
#pragma once

#include <compare>
#include <cstdint>

namespace stator::encoding {

// Ordered by epoch, then LSN. LSNs go on growing over epochs. {0, 0} stands before the first entry.
struct Position {
    std::uint64_t epoch = 0;
    std::uint64_t lsn = 0;

    auto operator<=>(const Position &) const = default;
};

} // namespace stator::encoding
