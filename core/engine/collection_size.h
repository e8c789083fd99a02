// How large an item collection is: the items of one partition key, and their entries in local indexes.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "document/item.h"
#include "engine/key_range.h"
#include "engine/region.h"

namespace stator::engine {

// Where the collection of `item`, which has the table's partition key, lies in the table (0) or a local
// index.
KeyRange collectionRange(const model::TableDefinition &table, std::uint32_t indexId, document::ItemView item);

// The table's items with all their local entries: no collection is larger.
std::uint64_t largestPossibleCollection(const Table &table);

// Bytes on disk, so an estimate: what is not flushed yet does not count, what is there counts compressed.
// `key` holds the table's partition key attributes.
std::uint64_t estimatedCollectionBytes(const Table &table, document::ItemView key);

// The service's sizes of all items and entries, added up: reads the whole collection.
Result<std::uint64_t> exactCollectionBytes(const Table &table, document::ItemView key);

} // namespace stator::engine
