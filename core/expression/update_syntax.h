// The first stage of updates: text to actions, names unresolved.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/syntax.h"
#include "expression/update.h"

namespace stator::expression {

constexpr ExpressionKind kUpdate = ExpressionKind::Update;

struct SyntaxAction {
    UpdateAction::Kind kind = UpdateAction::Kind::Set;
    TokenRange path;
    std::uint32_t left = 0;  // Set: a term
    std::uint32_t right = 0; // Set with an operator: a term
    std::uint32_t op = 0;    // Set: the token of + or -, 0 for none; Add, Delete: the token of the value
};

struct UpdateSyntax : Syntax {
    std::vector<SyntaxAction> actions; // in the order of the text
};

// Fails with a syntax error, or the first other problem the text alone shows.
Result<UpdateSyntax> parseUpdateSyntax(std::string_view text);

} // namespace stator::expression
