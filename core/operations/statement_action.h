// From a PartiQL statement to what it does to items or reads of them.
#pragma once

#include <optional>
#include <string_view>

#include "api/enums.h"
#include "base/result.h"
#include "model/table_definition.h"
#include "operations/item_action.h"
#include "partiql/selection.h"
#include "partiql/statement.h"

namespace stator::operations {

// INSERT, UPDATE, DELETE and EXISTS. checkAction() comes next.
Result<ItemAction> actionOf(const partiql::Statement &statement, const model::TableDefinition &table,
                            std::optional<api::ReturnValuesOnConditionCheckFailure> onFailure);

// The image that RETURNING asks for.
api::ReturnValue returnValueOf(partiql::Returning returning);
// Asks `write` for it.
void wantImage(engine::Write &write, partiql::Returning returning);
// Nothing if there is none, or what was changed is not in it. `update` is null but for UPDATE.
std::optional<document::Item> returnedImage(engine::WriteEffect &effect, partiql::Returning returning,
                                            const expression::Update *update);

// A SELECT of one item where nothing else will do: the key, or `refusal`.
Result<document::Item> keyOfOneItem(const partiql::Statement &statement, const model::KeySchema &keys,
                                    std::string_view refusal);

// What is selected of one item.
document::Item selectedOf(const partiql::Selection &selection, document::Item item);

} // namespace stator::operations
