#include "expression/search_condition.h"

#include "expression/condition_syntax.h"
#include "expression/syntax.h"

namespace stator::expression {

namespace {

constexpr ExpressionKind kSearchCondition = ExpressionKind::SearchCondition;

Error invalidComparator()
{
    return invalidExpression(kSearchCondition, "Invalid comparator used in SearchConditionExpression");
}

bool isEquality(const ConditionSyntax &syntax, const SyntaxPredicate &predicate)
{
    if (predicate.kind != SyntaxPredicate::Kind::Compare ||
        syntax.tokens[predicate.op].kind != Token::Kind::Equal)
        return false;
    const auto first = syntax.argument(predicate.firstArgument).kind;
    const auto second = syntax.argument(predicate.firstArgument + 1).kind;
    return (first == SyntaxTerm::Kind::Path && second == SyntaxTerm::Kind::Value) ||
           (first == SyntaxTerm::Kind::Value && second == SyntaxTerm::Kind::Path);
}

std::string written(const document::Path &path)
{
    std::string text;
    for (const auto &step : path) {
        if (const auto *name = std::get_if<std::string>(&step))
            text += (text.empty() ? "" : ".") + *name;
        else
            text += '[' + std::to_string(std::get<std::uint32_t>(step)) + ']';
    }
    return text;
}

} // namespace

// Comparators of all clauses come before the names of any (observed).
Result<std::vector<SearchClause>> parseSearchCondition(std::string_view text, Placeholders &placeholders)
{
    STATOR_TRY(const ConditionSyntax syntax, parseConditionSyntax(text, kSearchCondition));
    if (!syntax.connectives.empty())
        return invalidComparator();
    for (const SyntaxPredicate &predicate : syntax.predicates)
        if (!isEquality(syntax, predicate))
            return invalidComparator();
    std::vector<SearchClause> clauses;
    for (const SyntaxPredicate &predicate : syntax.predicates) {
        const SyntaxTerm &first = syntax.argument(predicate.firstArgument);
        const SyntaxTerm &second = syntax.argument(predicate.firstArgument + 1);
        const bool isPathFirst = first.kind == SyntaxTerm::Kind::Path;
        STATOR_CHECK(checkAllDefined(kSearchCondition, syntax, predicate.tokens, placeholders));
        SearchClause clause;
        STATOR_TRY(
            const document::Path path,
            resolvePath(kSearchCondition, syntax, (isPathFirst ? first : second).tokens, placeholders));
        clause.attribute = written(path);
        STATOR_TRY(
            const document::ValueView value,
            placeholders.value(kSearchCondition, syntax.text((isPathFirst ? second : first).tokens.begin)));
        clause.value = document::Value(value);
        clauses.push_back(std::move(clause));
    }
    return clauses;
}

} // namespace stator::expression
