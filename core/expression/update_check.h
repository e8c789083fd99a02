// The rules for the literals of an update, known before any item is.
#pragma once

#include "base/result.h"
#include "expression/expression_kind.h"
#include "expression/update.h"

namespace stator::expression {

// ADD takes numbers and sets, DELETE sets.
Result<void> checkActionOperand(const UpdateAction &action);

// Literal operands of +, - and list_append. `update.terms` is complete up to `term`.
Result<void> checkTermOperands(ExpressionKind kind, const Update &update, const Term &term);

} // namespace stator::expression
