#include "expression/legacy.h"
#include "expression/legacy_words.h"

namespace stator::expression {

namespace {

// Joins conditions on top-level attributes into one program.
class LegacyConditionBuilder {
public:
    explicit LegacyConditionBuilder(ConditionalOperator conditionalOperator)
        : m_jump(conditionalOperator == ConditionalOperator::And ? Instruction::Kind::JumpIfFalse
                                                                 : Instruction::Kind::JumpIfTrue)
    {}

    void add(const LegacyCondition &source)
    {
        Predicate predicate = predicateOf(source.op);
        predicate.firstOperand = static_cast<std::uint32_t>(m_condition.operands.size());
        predicate.operandCount = static_cast<std::uint32_t>(source.values.size()) + 1;
        addAttribute(source.attribute);
        for (const document::Value &value : source.values)
            addLiteral(value);
        if (!m_condition.program.empty())
            m_condition.program.push_back({m_jump, 0});
        m_condition.program.push_back(
            {Instruction::Kind::Test, static_cast<std::uint32_t>(m_condition.predicates.size())});
        m_condition.predicates.push_back(predicate);
    }

    Condition build() &&
    {
        const auto end = static_cast<std::uint32_t>(m_condition.program.size());
        for (Instruction &instruction : m_condition.program)
            if (instruction.kind == m_jump)
                instruction.argument = end;
        return std::move(m_condition);
    }

private:
    static Predicate predicateOf(ComparisonOperator op)
    {
        Predicate predicate;
        switch (op) {
        case ComparisonOperator::Eq:
            break;
        case ComparisonOperator::Ne:
            predicate.comparator = Comparator::NotEqual;
            break;
        case ComparisonOperator::Le:
            predicate.comparator = Comparator::LessOrEqual;
            break;
        case ComparisonOperator::Lt:
            predicate.comparator = Comparator::Less;
            break;
        case ComparisonOperator::Ge:
            predicate.comparator = Comparator::GreaterOrEqual;
            break;
        case ComparisonOperator::Gt:
            predicate.comparator = Comparator::Greater;
            break;
        case ComparisonOperator::In:
            predicate.kind = Predicate::Kind::In;
            break;
        case ComparisonOperator::Between:
            predicate.kind = Predicate::Kind::Between;
            break;
        case ComparisonOperator::NotNull:
            predicate.kind = Predicate::Kind::Exists;
            break;
        case ComparisonOperator::Null:
            predicate.kind = Predicate::Kind::NotExists;
            break;
        case ComparisonOperator::Contains:
            predicate.kind = Predicate::Kind::Contains;
            break;
        case ComparisonOperator::NotContains:
            predicate.kind = Predicate::Kind::NotContains;
            break;
        case ComparisonOperator::BeginsWith:
            predicate.kind = Predicate::Kind::BeginsWith;
            break;
        }
        return predicate;
    }

    void addAttribute(const std::string &attribute)
    {
        Operand operand;
        operand.kind = Operand::Kind::Path;
        operand.path = static_cast<std::uint32_t>(m_condition.paths.size());
        m_condition.operands.push_back(operand);
        m_condition.paths.push_back({attribute});
        // Names of a map are distinct: no need to look for them among thousands.
        m_condition.attributes.push_back({attribute, false});
    }

    void addLiteral(const document::Value &value)
    {
        auto owned = std::make_shared<const document::Value>(value);
        Operand operand;
        operand.literal = owned->view();
        m_condition.operands.push_back(operand);
        m_condition.literals.push_back(std::move(owned));
    }

    Instruction::Kind m_jump;
    Condition m_condition;
};

// The wording of these two is unverified.
Result<void> checkConditionalOperator(std::optional<ConditionalOperator> conditionalOperator,
                                      std::size_t conditions)
{
    if (conditionalOperator && conditions == 0)
        return Error::validation("ConditionalOperator cannot be used without Filter or Expected");
    if (conditionalOperator && conditions == 1)
        return Error::invalidParameter(
            "ConditionalOperator can only be used when Filter or Expected has two or more elements");
    return {};
}

Error misused(const char *problem, const LegacyExpected &expected)
{
    return Error::invalidParameter(std::string(problem) + " for Attribute: " + expected.attribute);
}

// Which of the members of an Expected entry may stand together.
Result<void> checkMembers(const LegacyExpected &expected)
{
    if (expected.value && expected.values)
        return misused("Value and AttributeValueList cannot be used together", expected);
    if (expected.exists && expected.op)
        return misused("Exists and ComparisonOperator cannot be used together", expected);
    if (expected.op) {
        const bool takesNone =
            *expected.op == ComparisonOperator::Null || *expected.op == ComparisonOperator::NotNull;
        if (!takesNone && !expected.value && !expected.values) {
            const std::string problem = "Value or AttributeValueList must be used with ComparisonOperator: " +
                                        std::string(wireName(*expected.op));
            return misused(problem.c_str(), expected);
        }
        return {};
    }
    if (expected.values)
        return misused("AttributeValueList can only be used with a ComparisonOperator", expected);
    const bool isAbsent = expected.exists && !*expected.exists;
    if (isAbsent && expected.value)
        return misused("Value cannot be used when Exists is false", expected);
    if (!isAbsent && !expected.value)
        return misused(expected.exists ? "Value must be provided when Exists is true"
                                       : "Value must be provided when Exists is null",
                       expected);
    return {};
}

LegacyCondition conditionOf(const LegacyExpected &expected)
{
    LegacyCondition condition;
    condition.attribute = expected.attribute;
    if (expected.values)
        condition.values = *expected.values;
    else if (expected.value)
        condition.values = {*expected.value};
    if (expected.op)
        condition.op = *expected.op;
    else if (expected.exists && !*expected.exists)
        condition.op = ComparisonOperator::Null;
    return condition;
}

} // namespace

Result<Condition> conditionFromExpected(std::span<const LegacyExpected> expected,
                                        std::optional<ConditionalOperator> conditionalOperator)
{
    std::vector<LegacyCondition> conditions;
    for (const LegacyExpected &entry : expected) {
        STATOR_CHECK(checkMembers(entry));
        conditions.push_back(conditionOf(entry));
    }
    return conditionFromFilter(conditions, conditionalOperator);
}

Result<Condition> conditionFromFilter(std::span<const LegacyCondition> filter,
                                      std::optional<ConditionalOperator> conditionalOperator)
{
    for (const LegacyCondition &condition : filter)
        STATOR_CHECK(checkArguments(condition.op, condition.values));
    STATOR_CHECK(checkConditionalOperator(conditionalOperator, filter.size()));
    LegacyConditionBuilder builder(conditionalOperator.value_or(ConditionalOperator::And));
    for (const LegacyCondition &condition : filter)
        builder.add(condition);
    return std::move(builder).build();
}

} // namespace stator::expression
