// What a page of a Query or Scan asks for, and how it ended.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/item.h"
#include "model/limits.h"

namespace stator::engine {

enum class SortOperator : std::uint8_t {
    None,
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    BeginsWith
};

// Partition values in schema order; sort values equal from the left, then one condition on the next of them.
struct KeyCondition {
    std::vector<document::Value> partition;
    std::vector<document::Value> sortEqual;
    SortOperator op = SortOperator::None;
    document::Value low;  // the operand; Between: lower bound
    document::Value high; // Between only
};

struct PageRequest {
    std::uint32_t indexId = 0;             // 0: the table itself
    std::optional<KeyCondition> condition; // a Query; absent: a Scan
    std::uint32_t segment = 0;
    std::uint32_t totalSegments = 1;
    bool isForward = true;
    std::optional<document::Item> exclusiveStart; // key attributes of table and index
    std::uint32_t limit = 0;                      // items evaluated; 0: no limit
    std::uint64_t maxBytes = model::kQueryPageBytes;
    bool fetchesBaseItem = false; // a local index: hand out the table's item instead of the entry
};

// The page ends after the item with which `sink` returned false, the limit was reached, or the evaluated
// bytes reached maxBytes: `lastEvaluated` is that item. Without it the range was exhausted.
struct PageEnd {
    std::uint32_t scannedCount = 0;
    std::uint64_t scannedBytes = 0;          // service sizes of what was evaluated
    std::vector<std::uint32_t> fetchedSizes; // fetchesBaseItem: service sizes of the items fetched
    std::optional<document::Item> lastEvaluated;
};

} // namespace stator::engine
