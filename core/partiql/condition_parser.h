// Paths, operands and conditions of a statement, read into its tree.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "partiql/statement.h"
#include "partiql/value_parser.h"

namespace stator::partiql {

// set_add and set_delete, and how errors call them.
bool isSetFunction(Term::Kind kind);
std::string titleOf(Term::Kind setFunction);

class ConditionParser : public ValueParser {
public:
    ConditionParser(std::string_view text, std::vector<document::Value> parameters);

protected:
    // Each goes past what it returns the number of.
    Result<std::uint32_t> parsePath();
    Result<std::uint32_t> takeIndex();
    Result<std::uint32_t> parseTerm();
    Result<std::uint32_t> parseCondition();

    Statement m_statement;

private:
    // Parentheses stand around operands and conditions alike: which it was is known behind them.
    struct Parsed {
        bool isCondition = false;
        std::uint32_t number = 0; // of a node or of a term
    };
    struct Function;

    Result<Parsed> parseOr();
    Result<Parsed> parseAnd();
    Result<Parsed> parseNot();
    Result<Parsed> parseTest();
    Result<Parsed> parseSum();
    Result<Parsed> parsePrimary();
    Result<Parsed> parseGroup();
    Result<Parsed> parseFunction();
    Result<Parsed> parseConnective(Node::Kind kind, Keyword keyword,
                                   Result<Parsed> (ConditionParser::*side)());

    Result<Parsed> parseBetween(std::uint32_t first);
    Result<Parsed> parseIn(std::uint32_t first);
    Result<Parsed> parseIs(std::uint32_t first);
    Result<Parsed> comparedConditions(Parsed first, expression::Comparator comparator, const std::string &op,
                                      Parsed second);
    Parsed sameTruth(Parsed condition, Parsed value);
    Result<Parsed> parseInOfCondition(Parsed condition);
    Result<std::vector<std::uint32_t>> parseList();
    Term trueLiteral();
    Parsed joined(Node::Kind kind, Parsed first, Parsed second);
    Result<Parsed> negated(Result<Parsed> condition);
    Result<std::vector<std::uint32_t>> parseArguments();

    Parsed addTerm(Term term);
    Parsed addNode(Node node);
    Parsed addTest(Test test, std::span<const std::uint32_t> operands);
};

} // namespace stator::partiql
