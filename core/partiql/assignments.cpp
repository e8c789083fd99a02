#include "partiql/assignments.h"

#include <algorithm>
#include <string_view>

#include "expression/syntax.h"
#include "expression/update_check.h"
#include "partiql/condition_parser.h"

namespace stator::partiql {

namespace {

using expression::Update;
using expression::UpdateAction;

std::string_view functionName(const Term &term)
{
    switch (term.kind) {
    case Term::Kind::SetAdd:
        return "set_add";
    case Term::Kind::SetDelete:
        return "set_delete";
    default:
        return "size";
    }
}

class Assembly {
public:
    explicit Assembly(const Statement &statement) : m_statement(statement) {}

    // Paths and terms keep their numbers.
    Result<Update> run()
    {
        m_update.paths = m_statement.paths;
        m_update.literals.push_back(m_statement.literals);
        for (const Assignment &assignment : m_statement.assignments)
            STATOR_CHECK(addAction(assignment));
        const std::uint32_t end = endOfTerms();
        for (std::uint32_t i = 0; i < end; ++i)
            STATOR_CHECK(addTerm(i));
        return std::move(m_update);
    }

private:
    Result<void> addAction(const Assignment &assignment)
    {
        UpdateAction action;
        action.path = assignment.path;
        action.term = assignment.term;
        action.kind = assignment.isRemoval ? UpdateAction::Kind::Remove : UpdateAction::Kind::Set;
        if (!assignment.isRemoval && isSetFunction(m_statement.terms[assignment.term].kind))
            makeSetAction(m_statement.terms[assignment.term], action);
        const auto leaf = static_cast<std::uint32_t>(m_update.actions.size());
        STATOR_CHECK(m_update.targets.insert(m_statement.paths[assignment.path], leaf));
        m_update.actions.push_back(action);
        return {};
    }

    // `SET a = set_add(a, <<…>>)` is ADD of an UpdateExpression, set_delete its DELETE.
    void makeSetAction(const Term &call, UpdateAction &action) const
    {
        action.kind = call.kind == Term::Kind::SetAdd ? UpdateAction::Kind::Add : UpdateAction::Kind::Delete;
        action.operand = m_statement.terms[call.right].literal;
    }

    // Terms of WHERE come behind those of the assignments.
    std::uint32_t endOfTerms() const
    {
        std::uint32_t end = 0;
        for (const Assignment &assignment : m_statement.assignments)
            if (!assignment.isRemoval)
                end = std::max(end, assignment.term + 1);
        return end;
    }

    bool isAssigned(std::uint32_t term) const
    {
        return std::any_of(
            m_statement.assignments.begin(), m_statement.assignments.end(),
            [&](const Assignment &assignment) { return !assignment.isRemoval && assignment.term == term; });
    }

    Result<void> addTerm(std::uint32_t number)
    {
        const Term &source = m_statement.terms[number];
        expression::Term term;
        term.path = source.path;
        term.left = source.left;
        term.right = source.right;
        term.literal = source.literal;
        switch (source.kind) {
        case Term::Kind::Path:
            term.kind = expression::Term::Kind::Path;
            break;
        case Term::Kind::Literal:
            break;
        case Term::Kind::ListAppend:
            term.kind = expression::Term::Kind::ListAppend;
            break;
        case Term::Kind::Add:
            term.kind = expression::Term::Kind::Add;
            break;
        case Term::Kind::Subtract:
            term.kind = expression::Term::Kind::Subtract;
            break;
        case Term::Kind::SetAdd:
        case Term::Kind::SetDelete:
            if (isAssigned(number))
                break; // an action of its own: nobody asks for this term
            [[fallthrough]];
        case Term::Kind::Size:
            return expression::misusedFunction(kStatement, functionName(source));
        }
        STATOR_CHECK(expression::checkTermOperands(kStatement, m_update, term));
        m_update.terms.push_back(term);
        return {};
    }

    const Statement &m_statement;
    Update m_update;
};

} // namespace

Result<Update> updateOf(const Statement &statement)
{
    return Assembly(statement).run();
}

} // namespace stator::partiql
