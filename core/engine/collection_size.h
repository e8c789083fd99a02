// How large an item collection is: the items of one partition key, and their entries in local indexes.
#pragma once

#include <cstdint>

#include "document/item.h"
#include "engine/region.h"

namespace stator::engine {

// Bytes on disk, so an estimate: what is not flushed yet does not count, what is there counts compressed.
// `key` holds the table's partition key attributes.
std::uint64_t estimatedCollectionBytes(const Table &table, document::ItemView key);

} // namespace stator::engine
