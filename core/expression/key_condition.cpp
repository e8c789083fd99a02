#include "expression/key_condition.h"

#include <algorithm>

#include "expression/condition_check.h"
#include "expression/condition_syntax.h"
#include "expression/syntax.h"

namespace stator::expression {

namespace {

constexpr ExpressionKind kKeyCondition = ExpressionKind::KeyCondition;

Error invalidOperator(std::string_view op)
{
    return invalidExpression(kKeyCondition,
                             "Invalid operator used in KeyConditionExpression: " + std::string(op));
}

Error invalidCondition(std::string_view text)
{
    return invalidExpression(kKeyCondition,
                             "Invalid condition in KeyConditionExpression: " + std::string(text));
}

std::optional<KeyOperator> operatorOf(Token::Kind comparator)
{
    switch (comparator) {
    case Token::Kind::Equal:
        return KeyOperator::Equal;
    case Token::Kind::Less:
        return KeyOperator::Less;
    case Token::Kind::LessOrEqual:
        return KeyOperator::LessOrEqual;
    case Token::Kind::Greater:
        return KeyOperator::Greater;
    case Token::Kind::GreaterOrEqual:
        return KeyOperator::GreaterOrEqual;
    default:
        return std::nullopt;
    }
}

// `value < key` says `key > value`.
KeyOperator mirrored(KeyOperator op)
{
    switch (op) {
    case KeyOperator::Less:
        return KeyOperator::Greater;
    case KeyOperator::LessOrEqual:
        return KeyOperator::GreaterOrEqual;
    case KeyOperator::Greater:
        return KeyOperator::Less;
    case KeyOperator::GreaterOrEqual:
        return KeyOperator::LessOrEqual;
    default:
        return op;
    }
}

class KeyConditionBuilder {
public:
    KeyConditionBuilder(const ConditionSyntax &syntax, Placeholders &placeholders)
        : m_syntax(syntax), m_placeholders(placeholders)
    {}

    Result<KeyConditions> build()
    {
        if (!m_syntax.connectives.empty()) {
            const bool isOr = isKeyword(m_syntax.tokens[m_syntax.connectives.front()], "OR");
            return invalidOperator(isOr ? "OR" : "NOT");
        }
        for (const SyntaxPredicate &predicate : m_syntax.predicates)
            STATOR_CHECK(addClause(predicate));
        return std::move(m_conditions);
    }

private:
    const SyntaxTerm &term(const SyntaxPredicate &predicate, std::uint32_t index) const
    {
        return m_syntax.argument(predicate.firstArgument + index);
    }

    Result<void> addClause(const SyntaxPredicate &predicate)
    {
        KeyClause clause;
        STATOR_TRY(clause.op, operatorOf(predicate));
        STATOR_CHECK(checkAllDefined(kKeyCondition, m_syntax, predicate.tokens, m_placeholders));
        STATOR_TRY(const std::uint32_t keyPosition, keyPositionOf(predicate));
        STATOR_TRY(clause.attribute, keyOf(term(predicate, keyPosition)));
        if (keyPosition == 1)
            clause.op = mirrored(clause.op);
        std::vector<Operand> values;
        for (std::uint32_t i = 0; i < predicate.argumentCount; ++i) {
            if (i == keyPosition)
                continue;
            Operand value;
            STATOR_TRY(value.literal,
                       m_placeholders.value(kKeyCondition, m_syntax.text(term(predicate, i).tokens.begin)));
            values.push_back(value);
        }
        STATOR_CHECK(checkValues(predicate, clause.op, values));
        clause.low = document::Value(values[0].literal);
        if (clause.op == KeyOperator::Between)
            clause.high = document::Value(values[1].literal);
        for (const KeyClause &other : m_conditions.clauses)
            if (other.attribute == clause.attribute)
                return invalidExpression(kKeyCondition,
                                         "KeyConditionExpressions must only contain one condition per key");
        m_conditions.clauses.push_back(std::move(clause));
        return {};
    }

    Result<KeyOperator> operatorOf(const SyntaxPredicate &predicate) const
    {
        const std::string_view name = m_syntax.text(predicate.op);
        switch (predicate.kind) {
        case SyntaxPredicate::Kind::Compare:
            if (const auto op = expression::operatorOf(m_syntax.tokens[predicate.op].kind))
                return *op;
            return invalidOperator(name);
        case SyntaxPredicate::Kind::Between:
            return KeyOperator::Between;
        case SyntaxPredicate::Kind::In:
            return invalidOperator("IN");
        case SyntaxPredicate::Kind::Call:
            break;
        }
        if (name != "begins_with")
            return invalidOperator(name);
        return KeyOperator::BeginsWith;
    }

    // Which argument is the key.
    Result<std::uint32_t> keyPositionOf(const SyntaxPredicate &predicate) const
    {
        const bool isCall = predicate.kind == SyntaxPredicate::Kind::Call;
        if (isCall && predicate.argumentCount != 2)
            return wrongOperandCount(kKeyCondition, "begins_with", predicate.argumentCount);
        std::uint32_t keys = 0;
        std::uint32_t position = 0;
        for (std::uint32_t i = 0; i < predicate.argumentCount; ++i) {
            const SyntaxTerm::Kind kind = term(predicate, i).kind;
            if (kind == SyntaxTerm::Kind::Call)
                return invalidExpression(kKeyCondition,
                                         "KeyConditionExpressions cannot contain nested operations");
            if (kind == SyntaxTerm::Kind::Path && keys++ == 0)
                position = i;
        }
        const bool isKeyFirst = term(predicate, 0).kind == SyntaxTerm::Kind::Path;
        if (predicate.kind != SyntaxPredicate::Kind::Compare && !isKeyFirst)
            return invalidCondition(std::string(isCall ? "begins_with" : "BETWEEN") +
                                    " operator must have the key attribute as its first operand");
        if (keys > 1)
            return invalidCondition("Multiple attribute names used in one condition");
        if (keys == 0)
            return invalidCondition("No key attribute specified");
        return position;
    }

    Result<std::string> keyOf(const SyntaxTerm &term)
    {
        STATOR_TRY(const document::Path path,
                   resolvePath(kKeyCondition, m_syntax, term.tokens, m_placeholders));
        if (path.size() > 1)
            return invalidExpression(kKeyCondition,
                                     "KeyConditionExpressions cannot have conditions on nested attributes");
        return std::get<std::string>(path.front());
    }

    Result<void> checkValues(const SyntaxPredicate &predicate, KeyOperator op,
                             const std::vector<Operand> &values)
    {
        if (op == KeyOperator::Equal)
            return {};
        if (op == KeyOperator::BeginsWith)
            return checkPrefixTypes(kKeyCondition, values);
        const bool isBetween = op == KeyOperator::Between;
        STATOR_CHECK(
            checkOrderable(kKeyCondition, isBetween ? "BETWEEN" : m_syntax.text(predicate.op), values));
        return isBetween ? checkBounds(kKeyCondition, values[0].literal, values[1].literal) : Result<void>();
    }

    const ConditionSyntax &m_syntax;
    Placeholders &m_placeholders;
    KeyConditions m_conditions;
};

} // namespace

Result<KeyConditions> parseKeyCondition(std::string_view text, Placeholders &placeholders)
{
    STATOR_TRY(const ConditionSyntax syntax, parseConditionSyntax(text, kKeyCondition));
    return KeyConditionBuilder(syntax, placeholders).build();
}

} // namespace stator::expression
