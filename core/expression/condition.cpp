#include "expression/condition.h"

#include "expression/condition_composer.h"
#include "expression/condition_syntax.h"

namespace stator::expression {

namespace {

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

// The second stage: resolves names and values, predicate by predicate, and checks operands.
class ConditionBuilder {
public:
    ConditionBuilder(ExpressionKind kind, const ConditionSyntax &syntax, Placeholders &placeholders)
        : m_kind(kind), m_syntax(syntax), m_placeholders(placeholders), m_composer(kind)
    {}

    Result<Condition> build()
    {
        if (auto values = m_placeholders.values())
            m_composer.keep(std::move(values));
        for (const SyntaxPredicate &predicate : m_syntax.predicates)
            STATOR_CHECK(addPredicate(predicate));
        return std::move(m_composer).finish(m_syntax.program);
    }

private:
    Result<void> addPredicate(const SyntaxPredicate &source)
    {
        STATOR_CHECK(checkAllDefined(m_kind, m_syntax, source.tokens, m_placeholders));
        for (std::uint32_t i = 0; i < source.argumentCount; ++i)
            STATOR_CHECK(addOperand(m_syntax.argument(source.firstArgument + i)));
        const Token &op = m_syntax.tokens[source.op];
        switch (source.kind) {
        case SyntaxPredicate::Kind::Compare:
            return m_composer.addComparison(comparatorOf(op.kind), op.text);
        case SyntaxPredicate::Kind::Between:
            return m_composer.addBetween();
        case SyntaxPredicate::Kind::In:
            return m_composer.addIn();
        case SyntaxPredicate::Kind::Call:
            break;
        }
        return m_composer.addFunction(op.text);
    }

    Result<void> addOperand(const SyntaxTerm &term)
    {
        switch (term.kind) {
        case SyntaxTerm::Kind::Path: {
            STATOR_TRY(document::Path path, resolvePath(m_kind, m_syntax, term.tokens, m_placeholders));
            m_composer.addPath(std::move(path));
            return {};
        }
        case SyntaxTerm::Kind::Value: {
            STATOR_TRY(const document::ValueView value,
                       m_placeholders.value(m_kind, m_syntax.text(term.tokens.begin)));
            m_composer.addLiteral(value);
            return {};
        }
        case SyntaxTerm::Kind::Call:
            break;
        }
        return addSize(term);
    }

    // Of the functions only size gets here. A size within a size is known to be wrong without a look at it.
    Result<void> addSize(const SyntaxTerm &call)
    {
        if (call.argumentCount != 1)
            return wrongOperandCount(m_kind, "size", call.argumentCount);
        const SyntaxTerm &argument = m_syntax.argument(call.firstArgument);
        if (argument.kind == SyntaxTerm::Kind::Call)
            return wrongOperandType(m_kind, "operator or function", "size", "N");
        STATOR_CHECK(addOperand(argument));
        return m_composer.takeSize();
    }

    ExpressionKind m_kind;
    const ConditionSyntax &m_syntax;
    Placeholders &m_placeholders;
    ConditionComposer m_composer;
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
