// Whether an ExclusiveStartKey is one that a page of this Query or Scan could have ended with.
#pragma once

#include "base/result.h"
#include "engine/read.h"
#include "model/table_definition.h"

namespace stator::operations {

// `index` is null when the table itself is read.
struct ReadTarget {
    const model::TableDefinition *table = nullptr;
    const model::IndexDefinition *index = nullptr;

    const model::KeySchema &keys() const { return index ? index->keys : table->keys; }
};

// Exactly the key attributes of table and index, of their types.
bool isStartKey(const ReadTarget &target, document::ItemView start);

Result<void> checkQueryStart(const ReadTarget &target, const engine::KeyCondition &condition,
                             document::ItemView start);
Result<void> checkScanStart(const ReadTarget &target, const engine::PageRequest &scan,
                            document::ItemView start);

} // namespace stator::operations
