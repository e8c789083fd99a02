// The parameters from before expressions, brought into the form expression/legacy.h takes: entries in order
// of attribute names, faults of their values raised.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/shapes.h"
#include "expression/legacy.h"

namespace stator::operations {

Result<std::vector<expression::LegacyExpected>>
legacyExpected(api::Map<api::ExpectedAttributeValue> expected);
Result<std::vector<expression::LegacyCondition>> legacyConditions(api::Map<api::Condition> conditions);
Result<std::vector<expression::LegacyUpdate>> legacyUpdates(api::Map<api::AttributeValueUpdate> updates);
std::optional<expression::ConditionalOperator>
legacyOperator(std::optional<api::ConditionalOperator> conditionalOperator);

// ConditionalOperator joins conditions; without any it is refused.
Result<void> checkOperatorHasUse(bool hasOperator, bool hasConditions);

} // namespace stator::operations
