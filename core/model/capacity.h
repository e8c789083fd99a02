// What reads and writes cost, in the service's units. Pure arithmetic: sizes in, units out.
//
// Units are multiples of a half, so doubles hold them and their sums exactly.
#pragma once

#include <cstdint>

#include "model/limits.h"

namespace stator::model {

enum class ReadMode : std::uint8_t { Eventual, Strong, Transactional };
enum class WriteMode : std::uint8_t { Standard, Transactional };

// Whole blocks that `bytes` fill; nothing at all counts as one block, as a read of a missing item does.
constexpr std::uint64_t readBlocks(std::uint64_t bytes)
{
    return bytes == 0 ? 1 : (bytes + kReadUnitBytes - 1) / kReadUnitBytes;
}
constexpr std::uint64_t writeBlocks(std::uint64_t bytes)
{
    return bytes == 0 ? 1 : (bytes + kWriteUnitBytes - 1) / kWriteUnitBytes;
}

// One read of `bytes`: an item's whole size (whatever a projection leaves of it), or for Query and Scan the
// sum of the sizes of all items evaluated. A replayed transaction costs Transactional reads of its items.
double readUnits(std::uint64_t bytes, ReadMode mode);

// One put, update or delete of an item, in its table alone: the larger of the two images counts, 0 bytes
// where there is none. A failed condition costs the existing item: writeUnits(size, size); a ConditionCheck
// too.
double writeUnits(std::uint64_t oldBytes, std::uint64_t newBytes, WriteMode mode = WriteMode::Standard);

// What a write does to an item's entry in one index. Sizes are those of the projected entry; 0: no entry.
struct IndexEntryChange {
    std::uint64_t oldBytes = 0;
    std::uint64_t newBytes = 0;
    bool isKeyChanged = false; // the entry moves: index key or table key attributes differ
    bool isEqual = false;      // both exist and hold the same attributes
};

// 0 means that the index was not touched: the reply does not mention it.
double indexWriteUnits(const IndexEntryChange &change, WriteMode mode = WriteMode::Standard);

// A replicated write in every other region of a global table.
double replicatedWriteUnits(std::uint64_t bytes);

} // namespace stator::model
