// Reading items and pages at what they cost: where throughput is enforced, a read is let in before and
// charged after.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/capacity.h"
#include "operations/table_access.h"

namespace stator::operations {

struct ItemRead {
    std::optional<document::Item> item;
    double units = 0;
};

// `key` is checked.
Result<ItemRead> readItem(const TableAccess &access, document::ItemView key, model::ReadMode mode);

// Whether the throughput of a table or index was exceeded: what was not read may be asked for again.
bool isThrottled(const Error &error);

// The hash of the partition that `key`, a whole primary key, is in.
std::uint64_t partitionHashOf(const model::KeySchema &keys, document::ItemView key);

} // namespace stator::operations
