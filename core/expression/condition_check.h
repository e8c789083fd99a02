// The rules for the operands of one predicate, once its names and values are known.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "expression/condition.h"

namespace stator::expression {

// The type an operand has whatever the item: a literal's own, N for a size, nothing for a path.
std::optional<document::ValueType> staticType(const Operand &operand);

// `The first operand must be distinct from the remaining operands …`, among paths.
Result<void> checkDistinct(ExpressionKind kind, std::string_view op, std::span<const Operand> operands,
                           const std::vector<document::Path> &paths);

// Operands of <, <=, >, >= and BETWEEN must be S, N or B where that is known.
Result<void> checkOrderable(ExpressionKind kind, std::string_view op, std::span<const Operand> operands);

// Two literal bounds must be of one type and in order.
Result<void> checkBounds(ExpressionKind kind, document::ValueView low, document::ValueView high);

// Both operands of begins_with must be S or B where that is known.
Result<void> checkPrefixTypes(ExpressionKind kind, std::span<const Operand> operands);

} // namespace stator::expression
