#include "expression/condition.h"

#include <algorithm>
#include <span>

#include "expression/condition_check.h"
#include "expression/condition_syntax.h"
#include "expression/size_operand.h"
#include "model/limits.h"

namespace stator::expression {

namespace {

using document::ValueType;

Comparator comparatorOf(Token::Kind kind)
{
    switch (kind) {
    case Token::Kind::NotEqual:
        return Comparator::NotEqual;
    case Token::Kind::Less:
        return Comparator::Less;
    case Token::Kind::LessOrEqual:
        return Comparator::LessOrEqual;
    case Token::Kind::Greater:
        return Comparator::Greater;
    case Token::Kind::GreaterOrEqual:
        return Comparator::GreaterOrEqual;
    default:
        return Comparator::Equal;
    }
}

struct FunctionRule {
    std::string_view name;
    Predicate::Kind kind;
    std::uint32_t operandCount;
    bool takesPath; // as its first operand
};
constexpr FunctionRule kFunctionRules[] = {
    {"attribute_exists", Predicate::Kind::Exists, 1, true},
    {"attribute_not_exists", Predicate::Kind::NotExists, 1, true},
    {"attribute_type", Predicate::Kind::HasType, 2, true},
    {"begins_with", Predicate::Kind::BeginsWith, 2, false},
    {"contains", Predicate::Kind::Contains, 2, false},
};

// The second stage: resolves names and values, predicate by predicate, and checks operands.
class ConditionBuilder {
public:
    ConditionBuilder(ExpressionKind kind, const ConditionSyntax &syntax, Placeholders &placeholders)
        : m_kind(kind), m_syntax(syntax), m_placeholders(placeholders)
    {}

    Result<Condition> build()
    {
        if (auto values = m_placeholders.values())
            m_condition.literals.push_back(std::move(values));
        for (const SyntaxPredicate &predicate : m_syntax.predicates)
            STATOR_CHECK(addPredicate(predicate));
        m_condition.program = m_syntax.program;
        for (const document::Path &path : m_condition.paths)
            addUse(m_condition.attributes, path);
        return std::move(m_condition);
    }

private:
    Result<void> addPredicate(const SyntaxPredicate &source)
    {
        STATOR_CHECK(checkAllDefined(m_kind, m_syntax, source.tokens, m_placeholders));
        Predicate predicate;
        predicate.firstOperand = static_cast<std::uint32_t>(m_condition.operands.size());
        predicate.operandCount = source.argumentCount;
        for (std::uint32_t i = 0; i < source.argumentCount; ++i) {
            STATOR_TRY(const Operand operand, operandOf(m_syntax.argument(source.firstArgument + i)));
            m_condition.operands.push_back(operand);
        }
        STATOR_CHECK(setRule(source, predicate));
        m_condition.predicates.push_back(predicate);
        return {};
    }

    std::span<const Operand> operandsOf(const Predicate &predicate) const
    {
        return std::span(m_condition.operands).subspan(predicate.firstOperand, predicate.operandCount);
    }

    Result<Operand> operandOf(const SyntaxTerm &term)
    {
        Operand operand;
        switch (term.kind) {
        case SyntaxTerm::Kind::Path: {
            STATOR_TRY(document::Path path, resolvePath(m_kind, m_syntax, term.tokens, m_placeholders));
            operand.kind = Operand::Kind::Path;
            operand.path = static_cast<std::uint32_t>(m_condition.paths.size());
            m_condition.paths.push_back(std::move(path));
            return operand;
        }
        case SyntaxTerm::Kind::Value: {
            STATOR_TRY(operand.literal, m_placeholders.value(m_kind, m_syntax.text(term.tokens.begin)));
            return operand;
        }
        case SyntaxTerm::Kind::Call:
            break;
        }
        return sizeOf(term);
    }

    // Of the functions only size gets here. A size within a size is known to be wrong without a look at it.
    Result<Operand> sizeOf(const SyntaxTerm &call)
    {
        if (call.argumentCount != 1)
            return wrongOperandCount(m_kind, "size", call.argumentCount);
        const SyntaxTerm &argument = m_syntax.argument(call.firstArgument);
        if (argument.kind == SyntaxTerm::Kind::Call)
            return wrongOperandType(m_kind, "operator or function", "size", "N");
        STATOR_TRY(Operand operand, operandOf(argument));
        if (operand.kind == Operand::Kind::Path) {
            operand.kind = Operand::Kind::SizeOfPath;
            return operand;
        }
        const auto size = sizeOperand(operand.literal);
        if (!size)
            return wrongOperandType(m_kind, "operator or function", "size",
                                    model::wireName(operand.literal.type()));
        auto number = std::make_shared<const document::Value>(document::Value::number(std::to_string(*size)));
        operand.literal = number->view();
        m_condition.literals.push_back(std::move(number));
        return operand;
    }

    Result<void> setRule(const SyntaxPredicate &source, Predicate &predicate)
    {
        switch (source.kind) {
        case SyntaxPredicate::Kind::Compare:
            return setComparison(source, predicate);
        case SyntaxPredicate::Kind::Between:
            return setBetween(predicate);
        case SyntaxPredicate::Kind::In:
            return setIn(predicate);
        case SyntaxPredicate::Kind::Call:
            break;
        }
        return setFunction(source, predicate);
    }

    Result<void> setComparison(const SyntaxPredicate &source, Predicate &predicate)
    {
        const std::string_view op = m_syntax.text(source.op);
        predicate.kind = Predicate::Kind::Compare;
        predicate.comparator = comparatorOf(m_syntax.tokens[source.op].kind);
        STATOR_CHECK(checkDistinct(m_kind, op, operandsOf(predicate), m_condition.paths));
        if (predicate.comparator == Comparator::Equal || predicate.comparator == Comparator::NotEqual)
            return {};
        return checkOrderable(m_kind, op, operandsOf(predicate));
    }

    Result<void> setBetween(Predicate &predicate)
    {
        predicate.kind = Predicate::Kind::Between;
        const auto operands = operandsOf(predicate);
        STATOR_CHECK(checkDistinct(m_kind, "BETWEEN", operands, m_condition.paths));
        STATOR_CHECK(checkOrderable(m_kind, "BETWEEN", operands));
        if (operands[1].kind == Operand::Kind::Literal && operands[2].kind == Operand::Kind::Literal)
            return checkBounds(m_kind, operands[1].literal, operands[2].literal);
        return {};
    }

    Result<void> setIn(Predicate &predicate)
    {
        predicate.kind = Predicate::Kind::In;
        // The wording is unverified.
        if (predicate.operandCount - 1 > model::kInOperands)
            return invalidExpression(m_kind,
                                     "Invalid number of operands for operator or function; operator or "
                                     "function: IN, number of operands: " +
                                         std::to_string(predicate.operandCount - 1));
        return checkDistinct(m_kind, "IN", operandsOf(predicate), m_condition.paths);
    }

    Result<void> setFunction(const SyntaxPredicate &source, Predicate &predicate)
    {
        const std::string_view name = m_syntax.text(source.op);
        const auto *rule =
            std::find_if(std::begin(kFunctionRules), std::end(kFunctionRules),
                         [&](const FunctionRule &candidate) { return candidate.name == name; });
        STATOR_ASSERT(rule != std::end(kFunctionRules));
        predicate.kind = rule->kind;
        if (predicate.operandCount != rule->operandCount)
            return wrongOperandCount(m_kind, name, predicate.operandCount);
        const auto operands = operandsOf(predicate);
        if (rule->takesPath && operands[0].kind != Operand::Kind::Path)
            return documentPathRequired(m_kind, name);
        if (rule->kind == Predicate::Kind::HasType)
            return setType(predicate);
        if (rule->takesPath)
            return {};
        STATOR_CHECK(checkDistinct(m_kind, name, operands, m_condition.paths));
        return rule->kind == Predicate::Kind::BeginsWith ? checkPrefixTypes(m_kind, operands)
                                                         : Result<void>();
    }

    Result<void> setType(Predicate &predicate)
    {
        const Operand &wanted = operandsOf(predicate)[1];
        const auto type = staticType(wanted);
        if (!type)
            return wrongOperandType(m_kind, "operator or function", "attribute_type",
                                    "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
        if (*type != ValueType::S)
            return wrongOperandType(m_kind, "operator or function", "attribute_type", model::wireName(*type));
        const auto named = model::valueTypeFromWireName(wanted.literal.text());
        if (!named)
            return invalidExpression(
                m_kind, "Invalid attribute type name found; type: " + std::string(wanted.literal.text()) +
                            ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
        predicate.type = *named;
        return {};
    }

    ExpressionKind m_kind;
    const ConditionSyntax &m_syntax;
    Placeholders &m_placeholders;
    Condition m_condition;
};

} // namespace

Result<Condition> parseCondition(std::string_view text, ExpressionKind kind, Placeholders &placeholders)
{
    STATOR_TRY(const ConditionSyntax syntax, parseConditionSyntax(text, kind));
    return ConditionBuilder(kind, syntax, placeholders).build();
}

Result<void> checkFilterKeys(const Condition &filter, const model::KeySchema &keys,
                             std::string_view parameter)
{
    for (const AttributeUse &use : filter.attributes)
        if (keys.contains(use.attribute))
            return Error::validation(
                std::string(parameter) +
                " can only contain non-primary key attributes: Primary key attribute: " + use.attribute);
    return {};
}

} // namespace stator::expression
