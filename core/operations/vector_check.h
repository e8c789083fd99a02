// Whether an item fits the vector indexes of its table (API Reference, "PutItem", Item).
#pragma once

#include "base/result.h"
#include "document/item.h"
#include "model/table_definition.h"

namespace stator::operations {

// The vector and the inline filters that `item` has; the partition key is checked as any index's.
Result<void> checkVectorEntry(const model::IndexDefinition &index, document::ItemView item);

} // namespace stator::operations
