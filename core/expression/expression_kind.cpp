#include "expression/expression_kind.h"

namespace stator::expression {

std::string_view parameterName(ExpressionKind kind)
{
    switch (kind) {
    case ExpressionKind::Update:
        return "UpdateExpression";
    case ExpressionKind::Condition:
        return "ConditionExpression";
    case ExpressionKind::Filter:
        return "FilterExpression";
    case ExpressionKind::KeyCondition:
        return "KeyConditionExpression";
    case ExpressionKind::SearchCondition:
        return "SearchConditionExpression";
    case ExpressionKind::Projection:
        return "ProjectionExpression";
    case ExpressionKind::Statement:
        return "Statement";
    }
    return {};
}

Error invalidExpression(ExpressionKind kind, std::string_view text)
{
    if (kind == ExpressionKind::Statement)
        return Error::validation(std::string(text));
    std::string message = "Invalid ";
    message += parameterName(kind);
    message += ": ";
    message += text;
    return Error::validation(std::move(message));
}

} // namespace stator::expression
