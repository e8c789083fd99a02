#include "expression/legacy.h"
#include "expression/legacy_words.h"

namespace stator::expression {

namespace {

std::optional<KeyOperator> keyOperatorOf(ComparisonOperator op)
{
    switch (op) {
    case ComparisonOperator::Eq:
        return KeyOperator::Equal;
    case ComparisonOperator::Le:
        return KeyOperator::LessOrEqual;
    case ComparisonOperator::Lt:
        return KeyOperator::Less;
    case ComparisonOperator::Ge:
        return KeyOperator::GreaterOrEqual;
    case ComparisonOperator::Gt:
        return KeyOperator::Greater;
    case ComparisonOperator::Between:
        return KeyOperator::Between;
    case ComparisonOperator::BeginsWith:
        return KeyOperator::BeginsWith;
    default:
        return std::nullopt;
    }
}

} // namespace

Result<KeyConditions> keyConditionsFromLegacy(std::span<const LegacyCondition> conditions)
{
    for (const LegacyCondition &condition : conditions)
        STATOR_CHECK(checkArguments(condition.op, condition.values));
    if (conditions.empty() || conditions.size() > 2)
        return Error::validation("Conditions can be of length 1 or 2 only");
    KeyConditions result;
    for (const LegacyCondition &condition : conditions) {
        const auto op = keyOperatorOf(condition.op);
        if (!op)
            return Error::validation("Attempted conditional constraint is not an indexable operation");
        KeyClause clause;
        clause.attribute = condition.attribute;
        clause.op = *op;
        clause.low = condition.values[0];
        if (*op == KeyOperator::Between)
            clause.high = condition.values[1];
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

} // namespace stator::expression
