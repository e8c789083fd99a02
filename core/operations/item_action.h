// One action on one item, parsed: what TransactWriteItems and PartiQL make of a request before it becomes a
// write of the engine.
#pragma once

#include <memory>
#include <string>

#include "engine/write.h"
#include "operations/item_mutation.h"
#include "operations/table_access.h"

namespace stator::operations {

struct ItemAction {
    enum class Kind { Check, Put, Insert, Delete, Update };
    Kind kind = Kind::Check;
    std::string tableName; // or ARN, as the request has it
    document::Item item;   // the key; of Put and Insert the whole item
    WriteCondition condition;
    std::shared_ptr<const expression::Update> update; // Update only
};

// Keys, index keys, sizes and update targets against the table.
Result<void> checkAction(const ItemAction &action, const model::TableDefinition &table);

// `action` passed its check.
engine::Write writeOf(ItemAction action, const TableAccess &access, bool wantsIndexes);

} // namespace stator::operations
