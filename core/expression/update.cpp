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
        for (const SyntaxAction &action : m_syntax.actions)
            if (action.kind == UpdateAction::Kind::Set)
                STATOR_CHECK(addTermsOf(action));
        for (std::size_t i = 0; i < m_syntax.actions.size(); ++i)
            if (m_syntax.actions[i].kind == UpdateAction::Kind::Set)
                addAssignment(m_syntax.actions[i], m_update.actions[i]);
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

    // Everything wrong with one action is told before what is wrong with the next.
    Result<void> addTermsOf(const SyntaxAction &action)
    {
        const std::size_t end = std::max(action.left, action.right) + std::size_t{1};
        for (std::size_t i = m_update.terms.size(); i < end; ++i)
            STATOR_CHECK(addTerm(m_syntax.terms[i]));
        return action.op == 0 ? Result<void>() : checkTermOperands(kUpdate, m_update, sumOf(action));
    }

    Term sumOf(const SyntaxAction &action) const
    {
        Term term;
        term.kind =
            m_syntax.tokens[action.op].kind == Token::Kind::Plus ? Term::Kind::Add : Term::Kind::Subtract;
        term.left = action.left;
        term.right = action.right;
        return term;
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

    void addAssignment(const SyntaxAction &source, UpdateAction &action)
    {
        action.term = source.left;
        if (source.op == 0)
            return;
        action.term = static_cast<std::uint32_t>(m_update.terms.size());
        m_update.terms.push_back(sumOf(source));
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

std::optional<document::ValueType> Update::knownType(const UpdateAction &action) const
{
    if (action.kind == UpdateAction::Kind::Remove)
        return std::nullopt;
    if (action.kind != UpdateAction::Kind::Set)
        return action.operand.type();
    const Term &term = terms[action.term];
    switch (term.kind) {
    case Term::Kind::Literal:
        return term.literal.type();
    case Term::Kind::ListAppend:
        return document::ValueType::L;
    case Term::Kind::Add:
    case Term::Kind::Subtract:
        return document::ValueType::N;
    case Term::Kind::Path:
    case Term::Kind::IfNotExists:
        break;
    }
    return std::nullopt;
}

AttributeUses Update::nestedUses() const
{
    AttributeUses uses;
    for (const document::Path &path : paths)
        if (path.size() > 1)
            addUse(uses, path);
    return uses;
}

Result<void> checkTargetsAreNotKeys(const Update &update, const model::KeySchema &keys)
{
    for (const auto *part : {&keys.partition, &keys.sort})
        for (const model::KeyAttribute &key : *part)
            for (const UpdateAction &action : update.actions)
                if (std::get<std::string>(update.target(action).front()) == key.name)
                    return Error::invalidParameter("Cannot update attribute " + key.name +
                                                   ". This attribute is part of the key");
    return {};
}

const document::PathTree &updatedPaths(const Update &update)
{
    return update.targets;
}

} // namespace stator::expression
