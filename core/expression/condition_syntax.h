// The first stage of conditions, filters and key conditions: text to predicates and a program, names
// unresolved.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/condition.h"
#include "expression/syntax.h"

namespace stator::expression {

struct SyntaxPredicate {
    enum class Kind : std::uint8_t { Compare, Between, In, Call };
    Kind kind = Kind::Compare;
    std::uint32_t op = 0; // the token of the comparator, of BETWEEN or IN, of the function's name
    TokenRange tokens;
    std::uint32_t firstArgument = 0; // into Syntax::arguments
    std::uint32_t argumentCount = 0;
};

struct ConditionSyntax : Syntax {
    std::vector<SyntaxPredicate> predicates; // left to right
    std::vector<Instruction> program;
    std::vector<std::uint32_t> connectives; // the tokens of OR and NOT, in order
};

// Fails with a syntax error, or the first other problem the text alone shows.
Result<ConditionSyntax> parseConditionSyntax(std::string_view text, ExpressionKind kind);

} // namespace stator::expression
