// The WHERE clause of a statement as a Condition.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "expression/condition.h"
#include "partiql/statement.h"

namespace stator::partiql {

// What WHERE asks beside the conjuncts in `known`, which hold wherever it is evaluated. Nothing if that is
// nothing.
Result<std::optional<expression::Condition>> conditionOf(const Statement &statement,
                                                         const std::vector<std::uint32_t> &known);

} // namespace stator::partiql
