// The rules every legacy condition obeys, wherever it stands.
#pragma once

#include <span>

#include "base/result.h"
#include "expression/legacy.h"

namespace stator::expression {

// Number and types of the values, and the order of BETWEEN's.
Result<void> checkArguments(ComparisonOperator op, std::span<const document::Value> values);

} // namespace stator::expression
