#include <optional>
#include <span>
#include <vector>

#include "expression/condition.h"
#include "expression/size_operand.h"
#include "expression/value_order.h"
#include "model/number.h"

namespace stator::expression {

namespace {

using document::ItemView;
using document::ValueType;
using document::ValueView;

// What an operand is for one item. A size is held as its number; nothing else is copied.
class Resolved {
public:
    Resolved(const Condition &condition, const Operand &operand, ItemView item)
    {
        if (operand.kind == Operand::Kind::Literal) {
            m_view = operand.literal;
        } else {
            m_view = document::resolve(item, condition.paths[operand.path]);
            if (operand.kind == Operand::Kind::SizeOfPath)
                becomeSize();
        }
    }

    bool isDefined() const { return m_view.has_value() || m_size.has_value(); }
    ValueType type() const { return m_size ? ValueType::N : m_view->type(); }
    // For S, N and B.
    std::string_view ordered() const { return m_size ? m_size->bytes() : orderedBytes(*m_view); }
    const std::optional<ValueView> &view() const { return m_view; }

    bool equals(const Resolved &other) const
    {
        if (m_size || other.m_size)
            return type() == other.type() && ordered() == other.ordered();
        return *m_view == *other.m_view;
    }

    bool equals(ValueView other) const
    {
        return m_size ? other.type() == ValueType::N && other.numberBytes() == m_size->bytes()
                      : *m_view == other;
    }

private:
    void becomeSize()
    {
        const auto size = m_view ? sizeOperand(*m_view) : std::nullopt;
        m_view.reset();
        if (size)
            m_size.emplace(static_cast<std::int64_t>(*size));
    }

    std::optional<ValueView> m_view;
    std::optional<model::Number> m_size;
};

bool areOrdered(const Resolved &a, const Resolved &b)
{
    return a.isDefined() && b.isDefined() && a.type() == b.type() && model::isKeyType(a.type());
}

bool compare(Comparator comparator, const Resolved &a, const Resolved &b)
{
    if (comparator == Comparator::Equal)
        return a.isDefined() && b.isDefined() && a.equals(b);
    if (comparator == Comparator::NotEqual)
        return !(a.isDefined() && b.isDefined() && a.equals(b));
    if (!areOrdered(a, b))
        return false;
    const int order = a.ordered().compare(b.ordered());
    switch (comparator) {
    case Comparator::Less:
        return order < 0;
    case Comparator::LessOrEqual:
        return order <= 0;
    case Comparator::Greater:
        return order > 0;
    default:
        return order >= 0;
    }
}

bool beginsWith(const Resolved &value, const Resolved &prefix)
{
    return areOrdered(value, prefix) && value.type() != ValueType::N &&
           value.ordered().starts_with(prefix.ordered());
}

// Whether values of this type can be members of `set`.
bool isMemberType(ValueType set, ValueType type)
{
    return (set == ValueType::SS && type == ValueType::S) || (set == ValueType::NS && type == ValueType::N) ||
           (set == ValueType::BS && type == ValueType::B);
}

bool anyElementEquals(ValueView container, const Resolved &wanted)
{
    for (const ValueView element : container.elements())
        if (wanted.equals(element))
            return true;
    return false;
}

bool contains(const Resolved &container, const Resolved &wanted)
{
    if (!container.isDefined() || !wanted.isDefined())
        return false;
    const ValueType type = container.type();
    if (type == ValueType::S || type == ValueType::B)
        return wanted.type() == type && container.ordered().find(wanted.ordered()) != std::string_view::npos;
    if (model::isSet(type) && !isMemberType(type, wanted.type()))
        return false;
    if (!model::isSet(type) && type != ValueType::L)
        return false;
    return wanted.view() ? container.view()->containsElement(*wanted.view())
                         : anyElementEquals(*container.view(), wanted);
}

class Evaluation {
public:
    Evaluation(const Condition &condition, ItemView item) : m_condition(condition), m_item(item) {}

    bool test(const Predicate &predicate) const
    {
        const Resolved first = resolved(predicate, 0);
        switch (predicate.kind) {
        case Predicate::Kind::Compare:
            return compare(predicate.comparator, first, resolved(predicate, 1));
        case Predicate::Kind::Between:
            return compare(Comparator::GreaterOrEqual, first, resolved(predicate, 1)) &&
                   compare(Comparator::LessOrEqual, first, resolved(predicate, 2));
        case Predicate::Kind::In:
            return isIn(predicate, first);
        case Predicate::Kind::Exists:
            return first.isDefined();
        case Predicate::Kind::NotExists:
            return !first.isDefined();
        case Predicate::Kind::HasType:
            return first.isDefined() && first.type() == predicate.type;
        case Predicate::Kind::BeginsWith:
            return beginsWith(first, resolved(predicate, 1));
        case Predicate::Kind::Contains:
            return contains(first, resolved(predicate, 1));
        case Predicate::Kind::NotContains:
            return !contains(first, resolved(predicate, 1));
        }
        return false;
    }

private:
    Resolved resolved(const Predicate &predicate, std::uint32_t index) const
    {
        return Resolved(m_condition, m_condition.operands[predicate.firstOperand + index], m_item);
    }

    bool isIn(const Predicate &predicate, const Resolved &first) const
    {
        for (std::uint32_t i = 1; i < predicate.operandCount; ++i)
            if (compare(Comparator::Equal, first, resolved(predicate, i)))
                return true;
        return false;
    }

    const Condition &m_condition;
    ItemView m_item;
};

} // namespace

bool evaluate(const Condition &condition, ItemView item)
{
    const Evaluation evaluation(condition, item);
    bool truth = true;
    std::vector<bool> kept;
    for (std::size_t i = 0; i < condition.program.size();) {
        const Instruction instruction = condition.program[i];
        switch (instruction.kind) {
        case Instruction::Kind::Test:
            truth = evaluation.test(condition.predicates[instruction.argument]);
            break;
        case Instruction::Kind::Not:
            truth = !truth;
            break;
        case Instruction::Kind::JumpIfFalse:
        case Instruction::Kind::JumpIfTrue:
            if (truth == (instruction.kind == Instruction::Kind::JumpIfTrue)) {
                i = instruction.argument;
                continue;
            }
            break;
        case Instruction::Kind::Keep:
            kept.push_back(truth);
            break;
        case Instruction::Kind::Same:
            truth = truth == kept.back();
            kept.pop_back();
            break;
        }
        ++i;
    }
    return truth;
}

} // namespace stator::expression
