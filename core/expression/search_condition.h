// SearchConditionExpression: which entries of a vector index a search looks at.
//
//     condition = attribute = :value { AND attribute = :value }
//
// Parsing knows no table; whether an attribute is in the SearchSchema is asked of the clauses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "expression/placeholders.h"

namespace stator::expression {

struct SearchClause {
    std::string attribute; // a nested path is written out, and is in no SearchSchema
    document::Value value;
};

Result<std::vector<SearchClause>> parseSearchCondition(std::string_view text, Placeholders &placeholders);

} // namespace stator::expression
