#include "expression/update.h"

#include <algorithm>

#include "expression/update_check.h"
#include "expression/update_syntax.h"

namespace stator::expression {

namespace {

// The second stage: resolves names and values, inserts the targets, checks literals.
class UpdateBuilder {
public:
    UpdateBuilder(const UpdateSyntax &syntax, Placeholders &placeholders)
        : m_syntax(syntax), m_placeholders(placeholders)
    {}

    Result<Update> build()
    {
        const TokenRange all = {0, static_cast<std::uint32_t>(m_syntax.tokens.size())};
        STATOR_CHECK(checkNamesDefined(kUpdate, m_syntax, all, m_placeholders));
        STATOR_CHECK(checkValuesDefined(kUpdate, m_syntax, all, m_placeholders));
        if (auto values = m_placeholders.values())
            m_update.literals.push_back(std::move(values));
        for (const SyntaxAction &action : m_syntax.actions)
            STATOR_CHECK(addTarget(action));
        // Targets are the first paths, in the order of the actions.
        if (const auto inserted = m_update.targets.insertAll(m_update.paths); !inserted.ok())
            return invalidExpression(kUpdate, inserted.error().message);
        for (const UpdateAction &action : m_update.actions)
            STATOR_CHECK(checkActionOperand(action));
        for (const SyntaxTerm &term : m_syntax.terms)
            STATOR_CHECK(addTerm(term));
        for (std::size_t i = 0; i < m_syntax.actions.size(); ++i)
            if (m_syntax.actions[i].kind == UpdateAction::Kind::Set)
                STATOR_CHECK(addAssignment(m_syntax.actions[i], m_update.actions[i]));
        return std::move(m_update);
    }

private:
    Result<std::uint32_t> addPath(TokenRange tokens)
    {
        STATOR_TRY(document::Path path, resolvePath(kUpdate, m_syntax, tokens, m_placeholders));
        m_update.paths.push_back(std::move(path));
        return static_cast<std::uint32_t>(m_update.paths.size() - 1);
    }

    Result<void> addTarget(const SyntaxAction &source)
    {
        UpdateAction action;
        action.kind = source.kind;
        STATOR_TRY(action.path, addPath(source.path));
        if (source.kind == UpdateAction::Kind::Add || source.kind == UpdateAction::Kind::Delete) {
            STATOR_TRY(action.operand, m_placeholders.value(kUpdate, m_syntax.text(source.op)));
        }
        m_update.actions.push_back(action);
        return {};
    }

    // Terms keep the numbers the first stage gave them.
    Result<void> addTerm(const SyntaxTerm &source)
    {
        Term term;
        switch (source.kind) {
        case SyntaxTerm::Kind::Path: {
            term.kind = Term::Kind::Path;
            STATOR_TRY(term.path, addPath(source.tokens));
            break;
        }
        case SyntaxTerm::Kind::Value: {
            STATOR_TRY(term.literal, m_placeholders.value(kUpdate, m_syntax.text(source.tokens.begin)));
            break;
        }
        case SyntaxTerm::Kind::Call: {
            STATOR_TRY(term, functionOf(source));
            break;
        }
        }
        m_update.terms.push_back(term);
        return {};
    }

    Result<Term> functionOf(const SyntaxTerm &call)
    {
        const std::string_view name = m_syntax.text(call.tokens.begin);
        if (call.argumentCount != 2)
            return wrongOperandCount(kUpdate, name, call.argumentCount);
        Term term;
        term.left = m_syntax.arguments[call.firstArgument];
        term.right = m_syntax.arguments[call.firstArgument + 1];
        if (name == "if_not_exists") {
            if (m_update.terms[term.left].kind != Term::Kind::Path)
                return documentPathRequired(kUpdate, name);
            term.kind = Term::Kind::IfNotExists;
            term.path = m_update.terms[term.left].path;
            return term;
        }
        term.kind = Term::Kind::ListAppend;
        STATOR_CHECK(checkTermOperands(kUpdate, m_update, term));
        return term;
    }

    Result<void> addAssignment(const SyntaxAction &source, UpdateAction &action)
    {
        action.term = source.left;
        if (source.op == 0)
            return {};
        Term term;
        term.kind =
            m_syntax.tokens[source.op].kind == Token::Kind::Plus ? Term::Kind::Add : Term::Kind::Subtract;
        term.left = source.left;
        term.right = source.right;
        STATOR_CHECK(checkTermOperands(kUpdate, m_update, term));
        action.term = static_cast<std::uint32_t>(m_update.terms.size());
        m_update.terms.push_back(term);
        return {};
    }

    const UpdateSyntax &m_syntax;
    Placeholders &m_placeholders;
    Update m_update;
};

} // namespace

Result<Update> parseUpdate(std::string_view text, Placeholders &placeholders)
{
    STATOR_TRY(const UpdateSyntax syntax, parseUpdateSyntax(text));
    return UpdateBuilder(syntax, placeholders).build();
}

bool Update::createsItem() const
{
    return actions.empty() || std::any_of(actions.begin(), actions.end(), [](const UpdateAction &action) {
               return action.kind == UpdateAction::Kind::Set || action.kind == UpdateAction::Kind::Add ||
                      action.kind == UpdateAction::Kind::AddLegacy;
           });
}

std::optional<document::ValueView> Update::literalValue(const UpdateAction &action) const
{
    if (action.kind != UpdateAction::Kind::Set || terms[action.term].kind != Term::Kind::Literal)
        return std::nullopt;
    return terms[action.term].literal;
}

Result<void> checkTargetsAreNotKeys(const Update &update, const model::KeySchema &keys)
{
    for (const UpdateAction &action : update.actions) {
        const std::string &attribute = std::get<std::string>(update.target(action).front());
        if (keys.contains(attribute) && update.target(action).size() == 1)
            return Error::invalidParameter("Cannot update attribute " + attribute +
                                           ". This attribute is part of the key");
    }
    AttributeUses uses;
    for (const UpdateAction &action : update.actions)
        if (update.target(action).size() > 1)
            addUse(uses, update.target(action));
    return checkNoPathIntoKeys(uses, keys);
}

const document::PathTree &updatedPaths(const Update &update)
{
    return update.targets;
}

} // namespace stator::expression
