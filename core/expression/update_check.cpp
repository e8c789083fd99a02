#include "expression/update_check.h"

#include "expression/syntax.h"

namespace stator::expression {

namespace {

using document::ValueType;

// ADD and DELETE name types in words of their own.
std::string_view longTypeName(ValueType type)
{
    switch (type) {
    case ValueType::Null:
        return "NULL";
    case ValueType::Bool:
        return "BOOLEAN";
    case ValueType::N:
        return "NUMBER";
    case ValueType::S:
        return "STRING";
    case ValueType::B:
        return "BINARY";
    case ValueType::L:
        return "LIST";
    case ValueType::M:
        return "MAP";
    default:
        return model::wireName(type);
    }
}

Result<void> checkLiteral(ExpressionKind kind, const Term &operand, std::string_view function,
                          ValueType wanted)
{
    if (operand.kind != Term::Kind::Literal || operand.literal.type() == wanted)
        return {};
    return wrongOperandType(kind, "operator or function", function, model::wireName(operand.literal.type()));
}

} // namespace

Result<void> checkActionOperand(const UpdateAction &action)
{
    const bool isAdd = action.kind == UpdateAction::Kind::Add;
    if (!isAdd && action.kind != UpdateAction::Kind::Delete)
        return {};
    const ValueType type = action.operand.type();
    if (model::isSet(type) || (isAdd && type == ValueType::N))
        return {};
    return wrongOperandType(ExpressionKind::Update, "operator", isAdd ? "ADD" : "DELETE", longTypeName(type));
}

Result<void> checkTermOperands(ExpressionKind kind, const Update &update, const Term &term)
{
    std::string_view function;
    ValueType wanted = ValueType::N;
    switch (term.kind) {
    case Term::Kind::ListAppend:
        function = "list_append";
        wanted = ValueType::L;
        break;
    case Term::Kind::Add:
        function = "+";
        break;
    case Term::Kind::Subtract:
        function = "-";
        break;
    default:
        return {};
    }
    STATOR_CHECK(checkLiteral(kind, update.terms[term.left], function, wanted));
    return checkLiteral(kind, update.terms[term.right], function, wanted);
}

} // namespace stator::expression
