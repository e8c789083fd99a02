// The kinds of expression, and the beginning their error texts share.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.h"

namespace stator::expression {

// Statement: the clauses of a PartiQL statement.
enum class ExpressionKind : std::uint8_t {
    Update,
    Condition,
    Filter,
    KeyCondition,
    SearchCondition,
    Projection,
    Statement
};

// "UpdateExpression", …
std::string_view parameterName(ExpressionKind kind);

// ValidationException `Invalid <parameter name>: <text>`; for statements the text alone (unverified).
Error invalidExpression(ExpressionKind kind, std::string_view text);

} // namespace stator::expression
