// ItemCollectionMetrics: tables with local indexes tell how large an item collection may have become.
#pragma once

#include <optional>

#include "api/shapes.h"
#include "engine/region.h"

namespace stator::operations {

// The partition key of `item` where metrics apply: the table has a local index.
std::optional<document::Item> collectionKeyOf(const model::TableDefinition &table, document::ItemView item);

// The range is an estimate in whole gigabytes.
api::ItemCollectionMetrics collectionMetrics(const engine::Table &table, document::Item collectionKey);

} // namespace stator::operations
