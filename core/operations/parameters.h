// Rules about which parameters of a request go together, and what expressions are made of them.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "api/map.h"
#include "base/result.h"
#include "document/item.h"
#include "expression/placeholders.h"

namespace stator::operations {

struct Parameter {
    std::string_view name;
    bool isGiven = false;
};
using Parameters = std::initializer_list<Parameter>;

// Expression and legacy parameters exclude each other.
Result<void> checkNotMixed(Parameters legacy, Parameters expressions);

// The error of a faulty item, if it is one.
Result<void> checkValues(const document::Item &item);

// ExpressionAttributeNames and -Values. `mayUseNames`, `mayUseValues`: an expression is there that could use
// them; `absent` is how the service names those that are not.
struct PlaceholderRules {
    bool mayUseNames = false;
    bool mayUseValues = false;
    std::string_view absent; // "ConditionExpression is null"
};
Result<void> checkPlaceholdersHaveUse(bool hasNames, bool hasValues, const PlaceholderRules &rules);
Result<expression::Placeholders> placeholdersOf(std::optional<api::Map<std::string>> names,
                                                const std::optional<document::Item> &values);

} // namespace stator::operations
