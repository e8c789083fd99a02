// Whether items and keys of a request fit the key schemas of a table.
#pragma once

#include "base/result.h"
#include "document/item.h"
#include "model/table_definition.h"

namespace stator::operations {

// `key` must hold the key attributes and nothing else.
Result<void> checkKey(const model::KeySchema &keys, document::ItemView key);

// All key attributes are there, each of its type.
bool hasKey(const model::KeySchema &keys, document::ItemView item);

// The key attributes that `item` has are not empty strings or binaries.
Result<void> checkKeysNotEmpty(const model::KeySchema &keys, document::ItemView item);

// Nor are those of the table's indexes.
Result<void> checkIndexKeysNotEmpty(const model::TableDefinition &table, document::ItemView item);

// An item to put: the table's key, then the keys of its indexes.
Result<void> checkItemKeys(const model::TableDefinition &table, document::ItemView item);
// The same where the service calls a wrong key by the words for a `Key`: in batches.
Result<void> checkBatchItemKeys(const model::TableDefinition &table, document::ItemView item);

// The attributes of `item` that are in `keys`.
document::Item keyOf(const model::KeySchema &keys, document::ItemView item);
// The partition key alone, for ItemCollectionMetrics.
document::Item partitionKeyOf(const model::KeySchema &keys, document::ItemView item);

// "One or more parameter values were invalid: Type mismatch for Index Key <k> Expected: S Actual: N
// IndexName: <i>"
Error indexKeyMismatch(const model::IndexDefinition &index, const model::KeyAttribute &key,
                       model::ValueType actual);

// Sizes of the key values that `item` has of `keys`.
Result<void> checkKeySizes(const model::KeySchema &keys, document::ItemView item);

} // namespace stator::operations
