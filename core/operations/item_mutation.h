// The mutations of single-item writes: pure decisions about one item, given to the engine.
#pragma once

#include <memory>
#include <optional>

#include "engine/region.h"
#include "engine/write.h"
#include "expression/condition.h"
#include "expression/update.h"

namespace stator::operations {

// What must hold of the item as it is. Without a condition everything does.
struct WriteCondition {
    std::optional<expression::Condition> condition;
    bool returnsItem = false;  // ReturnValuesOnConditionCheckFailure ALL_OLD
    bool requiresItem = false; // an UPDATE statement makes no item

    // ConditionalCheckFailed if it does not hold.
    Result<void> check(std::optional<document::ItemView> previous) const;
};

// Puts Write::item.
std::unique_ptr<const engine::Mutation> putMutation(WriteCondition condition);
// Puts Write::item where none is; else DuplicateItem.
std::unique_ptr<const engine::Mutation> insertMutation();
std::unique_ptr<const engine::Mutation> deleteMutation(WriteCondition condition);
// Changes nothing.
std::unique_ptr<const engine::Mutation> checkMutation(WriteCondition condition);

// `key` holds the key attributes. `update` is shared: UPDATED_OLD and UPDATED_NEW ask it afterwards.
std::unique_ptr<const engine::Mutation> updateMutation(WriteCondition condition,
                                                       std::shared_ptr<const expression::Update> update,
                                                       document::Item key, engine::TableHandle table,
                                                       const model::TableDefinition *definition);

// Rules an update can break without any item: it targets key attributes, or gives an index key a wrong
// literal.
Result<void> checkUpdateTargets(const expression::Update &update, const model::TableDefinition &table);

// An update that sets an index key to an empty literal.
Result<void> checkNoEmptyIndexKeys(const expression::Update &update, const model::TableDefinition &table);

// An item of a table with local indexes shares its size limit with its entries there.
bool fitsWithLocalEntries(const model::TableDefinition &table, document::ItemView item);

} // namespace stator::operations
