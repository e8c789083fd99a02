// The parameters from before expressions, turned into the same objects expressions give.
//
// Everything here is checked as the service checks it; the texts are its ValidationExceptions. Maps of the
// request arrive as lists in the order of their attribute names. Faults of values (ValueFault) are the
// caller's: they come earlier in the order of checks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "expression/condition.h"
#include "expression/key_condition.h"
#include "expression/projection.h"
#include "expression/update.h"

namespace stator::expression {

enum class ComparisonOperator : std::uint8_t {
    Eq,
    Ne,
    In,
    Le,
    Lt,
    Ge,
    Gt,
    Between,
    NotNull,
    Null,
    Contains,
    NotContains,
    BeginsWith,
};
// "EQ", "NOT_NULL", …
std::string_view wireName(ComparisonOperator op);
std::optional<ComparisonOperator> comparisonOperatorFromWireName(std::string_view name);

enum class ConditionalOperator : std::uint8_t { And, Or };

// An entry of KeyConditions, QueryFilter or ScanFilter.
struct LegacyCondition {
    std::string attribute;
    ComparisonOperator op = ComparisonOperator::Eq;
    std::vector<document::Value> values; // AttributeValueList
};

// An entry of Expected.
struct LegacyExpected {
    std::string attribute;
    std::optional<bool> exists;
    std::optional<document::Value> value;
    std::optional<ComparisonOperator> op;
    std::optional<std::vector<document::Value>> values;
};

// An entry of AttributeUpdates.
struct LegacyUpdate {
    enum class Action : std::uint8_t { Put, Add, Delete };
    std::string attribute;
    std::optional<document::Value> value;
    Action action = Action::Put;
};

Result<Condition> conditionFromExpected(std::span<const LegacyExpected> expected,
                                        std::optional<ConditionalOperator> conditionalOperator);
// QueryFilter and ScanFilter.
Result<Condition> conditionFromFilter(std::span<const LegacyCondition> filter,
                                      std::optional<ConditionalOperator> conditionalOperator);
Result<KeyConditions> keyConditionsFromLegacy(std::span<const LegacyCondition> conditions);
Result<Update> updateFromAttributeUpdates(std::span<const LegacyUpdate> updates);
Result<Projection> projectionFromAttributesToGet(std::span<const std::string> attributes);

} // namespace stator::expression
