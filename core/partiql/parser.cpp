#include "partiql/parser.h"

#include <string>
#include <utility>

#include "expression/syntax.h"
#include "model/limits.h"
#include "partiql/condition_parser.h"

namespace stator::partiql {

namespace {

std::string_view wordsOf(Returning returning)
{
    switch (returning) {
    case Returning::Nothing:
        break;
    case Returning::AllOld:
        return "ALL OLD";
    case Returning::ModifiedOld:
        return "MODIFIED OLD";
    case Returning::AllNew:
        return "ALL NEW";
    case Returning::ModifiedNew:
        return "MODIFIED NEW";
    }
    return {};
}

class StatementParser : public ConditionParser {
public:
    StatementParser(std::string_view text, std::vector<document::Value> parameters)
        : ConditionParser(text, std::move(parameters))
    {}

    Result<Statement> run() &&
    {
        STATOR_CHECK(parseStatement());
        skip(Token::Kind::Semicolon);
        if (at(Keyword::Unsupported))
            return notWellFormed("Unsupported clause: " + std::string(token().text));
        if (!at(Token::Kind::End))
            return notWellFormed("Unexpected token after expression");
        STATOR_CHECK(checkParameterCount());
        STATOR_CHECK(checkListLengths());
        m_statement.literals = literals();
        return std::move(m_statement);
    }

private:
    Result<void> parseStatement()
    {
        if (at(Keyword::Select))
            return parseSelect();
        if (skip(Keyword::Insert))
            return parseInsert();
        if (skip(Keyword::Update))
            return parseUpdate();
        if (skip(Keyword::Delete))
            return parseDelete();
        if (skip(Keyword::Exists))
            return parseExists();
        return notWellFormed("Expected data manipulation");
    }

    Result<void> parseSelect()
    {
        STATOR_CHECK(expect(Keyword::Select, "SELECT"));
        if (!skip(Token::Kind::Star)) {
            do {
                STATOR_TRY(m_statement.columns.emplace_back(), parsePath());
            } while (skip(Token::Kind::Comma));
        }
        STATOR_CHECK(expect(Keyword::From, "FROM"));
        STATOR_CHECK(parseSource());
        STATOR_CHECK(parseWhere());
        if (!skip(Keyword::Order))
            return {};
        STATOR_CHECK(expect(Keyword::By, "BY"));
        do
            STATOR_CHECK(parseOrderKey());
        while (skip(Token::Kind::Comma));
        return {};
    }

    Result<void> parseOrderKey()
    {
        OrderKey key;
        STATOR_TRY(key.attribute, takeName());
        key.isDescending = skip(Keyword::Desc);
        if (!key.isDescending)
            skip(Keyword::Asc);
        m_statement.order.push_back(std::move(key));
        return {};
    }

    Result<void> parseInsert()
    {
        m_statement.kind = Statement::Kind::Insert;
        STATOR_CHECK(expect(Keyword::Into, "INTO"));
        STATOR_CHECK(parseTarget());
        if (!skip(Keyword::Value))
            return unexpected();
        if (!atValue())
            return notWellFormed("Expected a tuple after VALUE");
        STATOR_TRY(m_statement.item, takeItem());
        if (m_statement.item.type() != document::ValueType::M)
            return notWellFormed("Expected a tuple after VALUE");
        return {};
    }

    Result<void> parseUpdate()
    {
        m_statement.kind = Statement::Kind::Update;
        STATOR_CHECK(parseTarget());
        if (!at(Keyword::Set) && !at(Keyword::Remove))
            return notWellFormed("Expected data manipulation");
        while (at(Keyword::Set) || at(Keyword::Remove)) {
            const bool isRemoval = at(Keyword::Remove);
            do {
                advance(); // the keyword, or a comma
                STATOR_CHECK(parseAssignment(isRemoval));
            } while (at(Token::Kind::Comma));
        }
        STATOR_CHECK(parseWhere());
        return parseReturning();
    }

    Result<void> parseAssignment(bool isRemoval)
    {
        Assignment assignment;
        assignment.isRemoval = isRemoval;
        STATOR_TRY(assignment.path, parsePath());
        if (!isRemoval) {
            STATOR_CHECK(expect(Token::Kind::Equal, "EQ"));
            const Token value = token();
            STATOR_TRY(assignment.term, parseTerm());
            STATOR_CHECK(checkSetFunction(assignment, value));
        }
        m_statement.assignments.push_back(assignment);
        return {};
    }

    // A set is changed where it is.
    Result<void> checkSetFunction(const Assignment &assignment, const Token &value) const
    {
        const Term &call = m_statement.terms[assignment.term];
        if (!isSetFunction(call.kind))
            return {};
        const Term &set = m_statement.terms[call.left];
        if (set.kind == Term::Kind::Path && m_statement.paths[set.path] == m_statement.paths[assignment.path])
            return {};
        return Error::validation("The first argument to " + titleOf(call.kind) +
                                 " must equal the assignment value" + placeOf(value));
    }

    // The limit is looked at once the statement is read.
    Result<void> checkListLengths() const
    {
        for (const Test &test : m_statement.tests)
            if (test.kind == expression::Predicate::Kind::In && test.operandCount - 1 > model::kInOperands)
                return expression::tooManyInOperands(kStatement, test.operandCount - 1);
        return {};
    }

    Result<void> parseDelete()
    {
        m_statement.kind = Statement::Kind::Delete;
        STATOR_CHECK(expect(Keyword::From, "FROM"));
        STATOR_CHECK(parseTarget());
        STATOR_CHECK(parseWhere());
        STATOR_CHECK(parseReturning());
        const Returning returning = m_statement.returning;
        if (returning == Returning::Nothing || returning == Returning::AllOld)
            return {};
        return Error::validation("Invalid returning clause: RETURNING " + std::string(wordsOf(returning)) +
                                 " *. Only RETURNING ALL OLD * is allowed in DELETE statements.");
    }

    Result<void> parseExists()
    {
        STATOR_CHECK(expect(Token::Kind::OpenParenthesis, "LEFT_PAREN"));
        STATOR_CHECK(parseSelect());
        m_statement.kind = Statement::Kind::Exists;
        return expect(Token::Kind::CloseParenthesis, "RIGHT_PAREN");
    }

    // "table" or "table"."index".
    Result<void> parseSource()
    {
        STATOR_TRY(m_statement.table, takeName());
        if (!skip(Token::Kind::Dot))
            return {};
        STATOR_TRY(m_statement.index, takeName());
        if (at(Token::Kind::Dot)) // the text is unverified
            return Error::validation("A path may contain at most 2 components in the FROM clause");
        return {};
    }

    // What is written to is a table.
    Result<void> parseTarget()
    {
        STATOR_CHECK(parseSource());
        if (m_statement.index) // the text is unverified
            return Error::validation("This operation is not supported on an index");
        return {};
    }

    Result<void> parseWhere()
    {
        if (!skip(Keyword::Where))
            return {};
        STATOR_TRY(m_statement.where, parseCondition());
        addConjuncts(m_statement.where);
        return {};
    }

    // Nodes are no deeper than statements nest.
    void addConjuncts(std::uint32_t number)
    {
        const Node &node = m_statement.nodes[number];
        if (node.kind != Node::Kind::And) {
            m_statement.conjuncts.push_back(number);
            return;
        }
        for (auto child = node.firstChild; child != Node::kNone; child = m_statement.nodes[child].nextSibling)
            addConjuncts(child);
    }

    Result<void> parseReturning()
    {
        if (!skip(Keyword::Returning))
            return {};
        const bool isAll = at(Keyword::All);
        if (!isAll && !at(Keyword::Modified))
            return unexpected();
        advance();
        const bool isOld = at(Keyword::Old);
        if (!isOld && !at(Keyword::New))
            return unexpected();
        advance();
        m_statement.returning = isAll ? (isOld ? Returning::AllOld : Returning::AllNew)
                                      : (isOld ? Returning::ModifiedOld : Returning::ModifiedNew);
        return expect(Token::Kind::Star, "STAR");
    }
};

} // namespace

Result<Statement> parse(std::string_view text, std::vector<document::Value> parameters)
{
    for (const auto &parameter : parameters)
        if (const auto *fault = parameter.fault())
            return fault->error;
    return StatementParser(text, std::move(parameters)).run();
}

} // namespace stator::partiql
