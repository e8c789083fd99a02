#include "expression/legacy_words.h"

#include <algorithm>
#include <array>

#include "expression/value_order.h"

namespace stator::expression {

namespace {

using document::ValueType;

constexpr std::array<std::string_view, 13> kNames = {
    "EQ",      "NE",       "IN",   "LE",       "LT",           "GE",          "GT",
    "BETWEEN", "NOT_NULL", "NULL", "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH",
};

bool takesCount(ComparisonOperator op, std::size_t count)
{
    switch (op) {
    case ComparisonOperator::NotNull:
    case ComparisonOperator::Null:
        return count == 0;
    case ComparisonOperator::Between:
        return count == 2;
    case ComparisonOperator::In:
        return count >= 1;
    default:
        return count == 1;
    }
}

// EQ and NE take every type; that they take M, L, BOOL and NULL is unverified.
bool takesType(ComparisonOperator op, ValueType type)
{
    switch (op) {
    case ComparisonOperator::Eq:
    case ComparisonOperator::Ne:
        return true;
    case ComparisonOperator::BeginsWith:
        return type == ValueType::S || type == ValueType::B;
    default:
        return model::isKeyType(type);
    }
}

} // namespace

std::string_view wireName(ComparisonOperator op)
{
    return kNames[static_cast<std::size_t>(op)];
}

std::optional<ComparisonOperator> comparisonOperatorFromWireName(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<ComparisonOperator>(found - kNames.begin());
}

Result<void> checkArguments(ComparisonOperator op, std::span<const document::Value> values)
{
    const std::string name(wireName(op));
    if (!takesCount(op, values.size()))
        return Error::invalidParameter("Invalid number of argument(s) for the " + name +
                                       " ComparisonOperator");
    if (values.empty())
        return {};
    const ValueType type = values.front().view().type();
    for (const document::Value &value : values)
        if (value.view().type() != type)
            return Error::invalidParameter("AttributeValues inside AttributeValueList must be of same type");
    if (!takesType(op, type))
        return Error::invalidParameter("ComparisonOperator " + name + " is not valid for " +
                                       std::string(model::wireName(type)) + " AttributeValue type");
    if (op == ComparisonOperator::Between && compareOrdered(values[0].view(), values[1].view()) > 0)
        return Error::validation("The BETWEEN condition was provided a range where the lower bound is "
                                 "greater than the upper bound");
    return {};
}

} // namespace stator::expression
