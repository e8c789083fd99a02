// KeyConditionExpression and legacy KeyConditions: what a Query fixes of its keys.
//
// Parsing knows no table and gives clauses; binding takes them to a key schema.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "expression/placeholders.h"
#include "model/key_schema.h"

namespace stator::expression {

enum class KeyOperator : std::uint8_t {
    None,
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    BeginsWith
};

// One condition on one attribute; the key stands on the left.
struct KeyClause {
    std::string attribute;
    KeyOperator op = KeyOperator::Equal; // never None
    document::Value low;                 // the operand; Between: lower bound
    document::Value high;                // Between only
};

struct KeyConditions {
    std::vector<KeyClause> clauses; // at most one for each attribute
};

Result<KeyConditions> parseKeyCondition(std::string_view text, Placeholders &placeholders);

// Partition values in schema order; sort values equal from the left, then one condition on the next of them.
// The last equality on a sort attribute is `op` Equal, not a member of sortEqual.
struct BoundKeyCondition {
    std::vector<document::Value> partition;
    std::vector<document::Value> sortEqual;
    KeyOperator op = KeyOperator::None;
    document::Value low;
    document::Value high;
};

// Checks against the schema of the table or index, value types, empty values and key sizes included.
Result<BoundKeyCondition> bindKeyCondition(const KeyConditions &conditions, const model::KeySchema &keys);

} // namespace stator::expression
