#include "expression/condition_check.h"

#include "document/json_writer.h"
#include "expression/syntax.h"
#include "expression/value_order.h"
#include "model/number.h"

namespace stator::expression {

namespace {

using document::ValueType;

// As the service prints bounds: `AttributeValue: {N:2}`.
std::string boundText(document::ValueView value)
{
    std::string text = "AttributeValue: {" + std::string(model::wireName(value.type())) + ":";
    if (value.type() == ValueType::N)
        model::appendNumberText(value.numberBytes(), text);
    else if (value.type() == ValueType::S)
        text += value.text();
    else
        document::writeBase64(value.text(), text);
    return text + "}";
}

std::string boundsText(std::string_view problem, document::ValueView low, document::ValueView high)
{
    return std::string(problem) + "; lower bound operand: " + boundText(low) +
           ", upper bound operand: " + boundText(high);
}

} // namespace

std::optional<ValueType> staticType(const Operand &operand)
{
    switch (operand.kind) {
    case Operand::Kind::Literal:
        return operand.literal.type();
    case Operand::Kind::SizeOfPath:
        return ValueType::N;
    case Operand::Kind::Path:
        break;
    }
    return std::nullopt;
}

Result<void> checkDistinct(ExpressionKind kind, std::string_view op, std::span<const Operand> operands,
                           const std::vector<document::Path> &paths)
{
    const Operand &first = operands.front();
    if (first.kind != Operand::Kind::Path)
        return {};
    for (const Operand &other : operands.subspan(1)) {
        if (other.kind != Operand::Kind::Path || paths[other.path] != paths[first.path])
            continue;
        std::string text =
            "The first operand must be distinct from the remaining operands for this operator or "
            "function; operator: ";
        text.append(op)
            .append(", first operand: [")
            .append(document::pathText(paths[first.path]))
            .append("]");
        return invalidExpression(kind, text);
    }
    return {};
}

Result<void> checkOrderable(ExpressionKind kind, std::string_view op, std::span<const Operand> operands)
{
    for (const Operand &operand : operands)
        if (const auto type = staticType(operand); type && !model::isKeyType(*type))
            return wrongOperandType(kind, "operator", op, model::wireName(*type));
    return {};
}

Result<void> checkBounds(ExpressionKind kind, document::ValueView low, document::ValueView high)
{
    if (low.type() != high.type())
        return invalidExpression(
            kind,
            boundsText("The BETWEEN operator requires same data type for lower and upper bounds", low, high));
    if (compareOrdered(low, high) > 0)
        return invalidExpression(
            kind,
            boundsText("The BETWEEN operator requires upper bound to be greater than or equal to lower bound",
                       low, high));
    return {};
}

Result<void> checkPrefixTypes(ExpressionKind kind, std::span<const Operand> operands)
{
    for (const Operand &operand : operands)
        if (const auto type = staticType(operand); type && *type != ValueType::S && *type != ValueType::B)
            return wrongOperandType(kind, "operator or function", "begins_with", model::wireName(*type));
    return {};
}

} // namespace stator::expression
