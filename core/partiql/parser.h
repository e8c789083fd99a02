// From the text of a statement and its parameters to the Statement.
//
// Linear in the text; nesting is bounded, so that no text costs more than a little stack.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "partiql/statement.h"

namespace stator::partiql {

// `text` is UTF-8. `parameters` take the places of `?` from left to right. Errors are the
// ValidationExceptions of the service. The Statement does not need `text`.
Result<Statement> parse(std::string_view text, std::vector<document::Value> parameters);

} // namespace stator::partiql
