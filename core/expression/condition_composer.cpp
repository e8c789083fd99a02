#include "expression/condition_composer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "expression/condition_check.h"
#include "expression/size_operand.h"
#include "expression/syntax.h"
#include "model/limits.h"

namespace stator::expression {

namespace {

using document::ValueType;

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

} // namespace

void ConditionComposer::addPath(document::Path path)
{
    Operand operand;
    operand.kind = Operand::Kind::Path;
    operand.path = static_cast<std::uint32_t>(m_condition.paths.size());
    m_condition.paths.push_back(std::move(path));
    m_condition.operands.push_back(operand);
}

void ConditionComposer::addLiteral(document::ValueView literal)
{
    Operand operand;
    operand.literal = literal;
    m_condition.operands.push_back(operand);
}

Result<void> ConditionComposer::takeSize()
{
    Operand &operand = m_condition.operands.back();
    if (operand.kind == Operand::Kind::Path) {
        operand.kind = Operand::Kind::SizeOfPath;
        return {};
    }
    const auto size = sizeOperand(operand.literal);
    if (!size)
        return wrongOperandType(m_kind, "operator or function", "size",
                                model::wireName(operand.literal.type()));
    auto number = std::make_shared<const document::Value>(document::Value::number(std::to_string(*size)));
    operand.literal = number->view();
    keep(std::move(number));
    return {};
}

Result<void> ConditionComposer::addComparison(Comparator comparator, std::string_view op)
{
    STATOR_CHECK(checkDistinct(m_kind, op, operands(), m_condition.paths));
    if (comparator != Comparator::Equal && comparator != Comparator::NotEqual)
        STATOR_CHECK(checkOrderable(m_kind, op, operands()));
    Predicate predicate;
    predicate.comparator = comparator;
    addPredicate(predicate);
    return {};
}

Result<void> ConditionComposer::addBetween()
{
    const auto given = operands();
    STATOR_CHECK(checkDistinct(m_kind, "BETWEEN", given, m_condition.paths));
    STATOR_CHECK(checkOrderable(m_kind, "BETWEEN", given));
    if (given[1].kind == Operand::Kind::Literal && given[2].kind == Operand::Kind::Literal)
        STATOR_CHECK(checkBounds(m_kind, given[1].literal, given[2].literal));
    Predicate predicate;
    predicate.kind = Predicate::Kind::Between;
    addPredicate(predicate);
    return {};
}

Result<void> ConditionComposer::addIn()
{
    const std::size_t listed = operands().size() - 1;
    if (listed > model::kInOperands)
        return tooManyInOperands(m_kind, listed);
    STATOR_CHECK(checkDistinct(m_kind, "IN", operands(), m_condition.paths));
    Predicate predicate;
    predicate.kind = Predicate::Kind::In;
    addPredicate(predicate);
    return {};
}

Result<void> ConditionComposer::addFunction(std::string_view name)
{
    const auto *rule = std::find_if(std::begin(kFunctionRules), std::end(kFunctionRules),
                                    [&](const FunctionRule &candidate) { return candidate.name == name; });
    STATOR_ASSERT(rule != std::end(kFunctionRules));
    const auto given = operands();
    if (given.size() != rule->operandCount)
        return wrongOperandCount(m_kind, name, static_cast<std::uint32_t>(given.size()));
    if (rule->takesPath && given[0].kind != Operand::Kind::Path)
        return documentPathRequired(m_kind, name);
    Predicate predicate;
    predicate.kind = rule->kind;
    if (rule->kind == Predicate::Kind::HasType)
        STATOR_CHECK(readType(predicate));
    if (!rule->takesPath)
        STATOR_CHECK(checkDistinct(m_kind, name, given, m_condition.paths));
    if (rule->kind == Predicate::Kind::BeginsWith)
        STATOR_CHECK(checkPrefixTypes(m_kind, given));
    addPredicate(predicate);
    return {};
}

Result<void> ConditionComposer::addTypeTest(ValueType type)
{
    if (operands()[0].kind != Operand::Kind::Path)
        return documentPathRequired(m_kind, "attribute_type");
    Predicate predicate;
    predicate.kind = Predicate::Kind::HasType;
    predicate.type = type;
    addPredicate(predicate);
    return {};
}

Condition ConditionComposer::finish(std::vector<Instruction> program) &&
{
    m_condition.program = std::move(program);
    for (const document::Path &path : m_condition.paths)
        addUse(m_condition.attributes, path);
    return std::move(m_condition);
}

std::span<const Operand> ConditionComposer::operands() const
{
    return std::span(m_condition.operands).subspan(m_firstOperand);
}

void ConditionComposer::addPredicate(Predicate predicate)
{
    predicate.firstOperand = m_firstOperand;
    predicate.operandCount = static_cast<std::uint32_t>(operands().size());
    m_condition.predicates.push_back(predicate);
    m_firstOperand = static_cast<std::uint32_t>(m_condition.operands.size());
}

Result<void> ConditionComposer::readType(Predicate &predicate) const
{
    const Operand &wanted = operands()[1];
    const auto type = staticType(wanted);
    if (!type)
        return wrongOperandType(m_kind, "operator or function", "attribute_type",
                                "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
    if (*type != ValueType::S)
        return wrongOperandType(m_kind, "operator or function", "attribute_type", model::wireName(*type));
    const auto named = model::valueTypeFromWireName(wanted.literal.text());
    if (!named) {
        // Statements list the types in an order of their own.
        const std::string_view types = m_kind == ExpressionKind::Statement ? "{N,BS,L,B,NULL,M,S,SS,NS,BOOL}"
                                                                           : "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}";
        return invalidExpression(
            m_kind, "Invalid attribute type name found; type: " + std::string(wanted.literal.text()) +
                        ", valid types: " + std::string(types));
    }
    predicate.type = *named;
    return {};
}

} // namespace stator::expression
