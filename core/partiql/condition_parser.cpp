#include "partiql/condition_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "expression/syntax.h"
#include "model/limits.h"

namespace stator::partiql {

namespace {

using expression::Comparator;
using TestKind = expression::Predicate::Kind;

std::optional<Comparator> comparatorOf(Token::Kind kind)
{
    switch (kind) {
    case Token::Kind::Equal:
        return Comparator::Equal;
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
        return std::nullopt;
    }
}

// Names of functions are compared without regard to case (unverified).
bool isWord(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
    });
}

bool isSet(const Term &term)
{
    return term.kind == Term::Kind::Literal && model::isSet(term.literal.type());
}

} // namespace

bool isSetFunction(Term::Kind kind)
{
    return kind == Term::Kind::SetAdd || kind == Term::Kind::SetDelete;
}

std::string titleOf(Term::Kind setFunction)
{
    return setFunction == Term::Kind::SetAdd ? "SET_ADD" : "SET_DELETE";
}

struct ConditionParser::Function {
    std::string_view name;
    std::uint32_t operands;
    std::optional<TestKind> test; // a condition; else a term
    Term::Kind term = Term::Kind::Literal;
};

ConditionParser::ConditionParser(std::string_view text, std::vector<document::Value> parameters)
    : ValueParser(text, std::move(parameters))
{
    // Enough for a condition on each of two keys.
    m_statement.nodes.reserve(4);
    m_statement.tests.reserve(2);
    m_statement.operands.reserve(4);
    m_statement.terms.reserve(4);
    m_statement.paths.reserve(2);
}

Result<std::uint32_t> ConditionParser::parsePath()
{
    document::Path path;
    STATOR_TRY(path.emplace_back(), takeName());
    for (;;) {
        if (skip(Token::Kind::Dot)) {
            STATOR_TRY(path.emplace_back(), takeName());
        } else if (skip(Token::Kind::OpenBracket)) {
            STATOR_TRY(path.emplace_back(), takeIndex());
            STATOR_CHECK(expect(Token::Kind::CloseBracket, "RIGHT_BRACKET"));
        } else {
            break;
        }
    }
    m_statement.paths.push_back(std::move(path));
    return static_cast<std::uint32_t>(m_statement.paths.size() - 1);
}

Result<std::uint32_t> ConditionParser::takeIndex()
{
    const bool isNegative = skip(Token::Kind::Minus);
    const std::string_view digits = token().text;
    if (!at(Token::Kind::Number) || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return unexpected();
    std::uint32_t index = 0;
    const bool isRead =
        std::from_chars(digits.data(), digits.data() + digits.size(), index).ec == std::errc();
    if (!isRead || index > model::kListIndex || (isNegative && index != 0))
        return Error::validation("List index is not within the allowable range; index: [" +
                                 std::string(isNegative ? "-" : "") + std::string(digits) + "]" +
                                 placeOf(token()));
    advance();
    return index;
}

Result<std::uint32_t> ConditionParser::parseTerm()
{
    STATOR_TRY(const Parsed parsed, parseSum());
    if (parsed.isCondition)
        return notWellFormed("Unexpected condition");
    return parsed.number;
}

Result<std::uint32_t> ConditionParser::parseCondition()
{
    STATOR_TRY(const Parsed parsed, parseOr());
    if (!parsed.isCondition)
        return unexpected();
    return parsed.number;
}

auto ConditionParser::parseOr() -> Result<Parsed>
{
    return parseConnective(Node::Kind::Or, Keyword::Or, &ConditionParser::parseAnd);
}

auto ConditionParser::parseAnd() -> Result<Parsed>
{
    return parseConnective(Node::Kind::And, Keyword::And, &ConditionParser::parseNot);
}

auto ConditionParser::parseConnective(Node::Kind kind, Keyword keyword,
                                      Result<Parsed> (ConditionParser::*side)()) -> Result<Parsed>
{
    STATOR_TRY(const Parsed first, (this->*side)());
    if (!at(keyword))
        return first;
    Node node;
    node.kind = kind;
    node.firstChild = first.number;
    std::uint32_t last = first.number;
    bool areConditions = first.isCondition;
    while (areConditions && skip(keyword)) {
        STATOR_TRY(const Parsed next, (this->*side)());
        areConditions = next.isCondition;
        if (!areConditions)
            break;
        m_statement.nodes[last].nextSibling = next.number;
        last = next.number;
    }
    if (!areConditions)
        return unexpected();
    return addNode(node);
}

auto ConditionParser::parseNot() -> Result<Parsed>
{
    if (!skip(Keyword::Not))
        return parseTest();
    const Level level(*this);
    STATOR_CHECK(level.check());
    return negated(parseNot());
}

auto ConditionParser::negated(Result<Parsed> condition) -> Result<Parsed>
{
    STATOR_TRY(const Parsed inner, std::move(condition));
    if (!inner.isCondition)
        return unexpected();
    Node node;
    node.kind = Node::Kind::Not;
    node.firstChild = inner.number;
    return addNode(node);
}

// A term becomes a condition by the operator behind it. Without one it is left to whoever wanted it.
auto ConditionParser::parseTest() -> Result<Parsed>
{
    STATOR_TRY(const Parsed first, parseSum());
    if (const auto comparator = comparatorOf(token().kind)) {
        const std::string op(token().text);
        advance();
        STATOR_TRY(const Parsed second, parseSum());
        if (first.isCondition || second.isCondition)
            return comparedConditions(first, *comparator, op, second);
        Test test;
        test.comparator = *comparator;
        return addTest(test, std::array{first.number, second.number});
    }
    if (first.isCondition)
        return skip(Keyword::In) ? parseInOfCondition(first) : Result<Parsed>(first);
    if (skip(Keyword::Between))
        return parseBetween(first.number);
    if (skip(Keyword::In))
        return parseIn(first.number);
    if (skip(Keyword::Is))
        return parseIs(first.number);
    if (!at(Keyword::Not))
        return first;
    advance(); // `a NOT IN`, `a NOT BETWEEN` as in SQL (unverified)
    if (skip(Keyword::Between))
        return negated(parseBetween(first.number));
    if (skip(Keyword::In))
        return negated(parseIn(first.number));
    return unexpected();
}

// A condition is a BOOL where a value may stand.
auto ConditionParser::comparedConditions(Parsed first, Comparator comparator, const std::string &op,
                                         Parsed second) -> Result<Parsed>
{
    if (comparator != Comparator::Equal && comparator != Comparator::NotEqual)
        return expression::wrongOperandType(kStatement, "operator or function", op, "BOOL");
    const Parsed same = first.isCondition ? sameTruth(first, second) : sameTruth(second, first);
    return comparator == Comparator::Equal ? Result<Parsed>(same) : negated(same);
}

// Whether the value is the BOOL that says what the condition says.
auto ConditionParser::sameTruth(Parsed condition, Parsed value) -> Parsed
{
    if (value.isCondition)
        return joined(Node::Kind::Same, condition, value);
    const Term &term = m_statement.terms[value.number];
    if (term.kind == Term::Kind::Literal && term.literal.type() == document::ValueType::Bool) {
        Node node;
        node.kind = Node::Kind::Not;
        node.firstChild = condition.number;
        return term.literal.boolean() ? condition : addNode(node);
    }
    Test isTrue;
    const Parsed told = addTest(isTrue, std::array{value.number, addTerm(trueLiteral()).number});
    if (m_statement.terms[value.number].kind != Term::Kind::Path)
        return told; // of another type: never
    Test isBool;
    isBool.kind = TestKind::HasType;
    isBool.namesType = true;
    isBool.type = document::ValueType::Bool;
    const Parsed typed = addTest(isBool, std::array{value.number});
    return joined(Node::Kind::And, typed, joined(Node::Kind::Same, condition, told));
}

// Of the listed values only true and false can be what the condition is.
auto ConditionParser::parseInOfCondition(Parsed condition) -> Result<Parsed>
{
    STATOR_TRY(const auto listed, parseList());
    bool hasTrue = false;
    bool hasFalse = false;
    for (const std::uint32_t number : listed) {
        const Term &term = m_statement.terms[number];
        if (term.kind != Term::Kind::Literal)
            return notWellFormed("Unexpected token");
        if (term.literal.type() == document::ValueType::Bool)
            (term.literal.boolean() ? hasTrue : hasFalse) = true;
    }
    if (hasTrue != hasFalse)
        return hasTrue ? Result<Parsed>(condition) : negated(condition);
    const std::uint32_t truth = addTerm(trueLiteral()).number;
    const Parsed always = addTest(Test(), std::array{truth, truth});
    return hasTrue ? Result<Parsed>(always) : negated(always);
}

Term ConditionParser::trueLiteral()
{
    Term term;
    term.literal = writtenTrue();
    return term;
}

auto ConditionParser::joined(Node::Kind kind, Parsed first, Parsed second) -> Parsed
{
    Node node;
    node.kind = kind;
    node.firstChild = first.number;
    m_statement.nodes[first.number].nextSibling = second.number;
    return addNode(node);
}

auto ConditionParser::parseBetween(std::uint32_t first) -> Result<Parsed>
{
    STATOR_TRY(const std::uint32_t low, parseTerm());
    STATOR_CHECK(expect(Keyword::And, "AND"));
    STATOR_TRY(const std::uint32_t high, parseTerm());
    Test test;
    test.kind = TestKind::Between;
    return addTest(test, std::array{first, low, high});
}

auto ConditionParser::parseIn(std::uint32_t first) -> Result<Parsed>
{
    std::vector<std::uint32_t> operands = {first};
    STATOR_TRY(const auto listed, parseList());
    operands.insert(operands.end(), listed.begin(), listed.end());
    Test test;
    test.kind = TestKind::In;
    return addTest(test, operands);
}

Result<std::vector<std::uint32_t>> ConditionParser::parseList()
{
    const bool isBracket = at(Token::Kind::OpenBracket);
    if (!isBracket && !at(Token::Kind::OpenParenthesis))
        return unexpected();
    advance();
    std::vector<std::uint32_t> listed;
    do {
        STATOR_TRY(listed.emplace_back(), parseTerm());
    } while (skip(Token::Kind::Comma));
    STATOR_CHECK(expect(isBracket ? Token::Kind::CloseBracket : Token::Kind::CloseParenthesis,
                        isBracket ? "RIGHT_BRACKET" : "RIGHT_PAREN"));
    return listed;
}

auto ConditionParser::parseIs(std::uint32_t first) -> Result<Parsed>
{
    const bool isNegated = skip(Keyword::Not);
    Test test;
    if (skip(Keyword::Missing)) {
        test.kind = isNegated ? TestKind::Exists : TestKind::NotExists;
        return addTest(test, std::array{first});
    }
    if (!skip(Keyword::Null))
        return unexpected();
    // NULL is the type of a value that is there; a missing attribute is none (unverified).
    test.kind = TestKind::HasType;
    test.namesType = true;
    const Parsed parsed = addTest(test, std::array{first});
    return isNegated ? negated(parsed) : Result<Parsed>(parsed);
}

// Sums associate to the left. A sign in front of a number belongs to the number.
auto ConditionParser::parseSum() -> Result<Parsed>
{
    STATOR_TRY(Parsed left, parsePrimary());
    while (!left.isCondition && (at(Token::Kind::Plus) || at(Token::Kind::Minus))) {
        Term sum;
        sum.kind = at(Token::Kind::Plus) ? Term::Kind::Add : Term::Kind::Subtract;
        advance();
        STATOR_TRY(const Parsed right, parsePrimary());
        if (right.isCondition)
            return unexpected();
        sum.left = left.number;
        sum.right = right.number;
        left = addTerm(sum);
    }
    return left;
}

auto ConditionParser::parsePrimary() -> Result<Parsed>
{
    if (at(Token::Kind::OpenParenthesis))
        return parseGroup();
    Term term;
    if (atValue()) {
        STATOR_TRY(term.literal, takeValue());
        return addTerm(term);
    }
    if (at(Token::Kind::Word) && isBeforeParenthesis())
        return parseFunction();
    term.kind = Term::Kind::Path;
    STATOR_TRY(term.path, parsePath());
    return addTerm(term);
}

auto ConditionParser::parseGroup() -> Result<Parsed>
{
    advance();
    const Level level(*this);
    STATOR_CHECK(level.check());
    STATOR_TRY(const Parsed inner, parseOr());
    STATOR_CHECK(expect(Token::Kind::CloseParenthesis, "RIGHT_PAREN"));
    return inner;
}

auto ConditionParser::parseFunction() -> Result<Parsed>
{
    static constexpr std::array kFunctions = {
        Function{"attribute_exists", 1, TestKind::Exists},
        Function{"attribute_not_exists", 1, TestKind::NotExists},
        Function{"attribute_type", 2, TestKind::HasType},
        Function{"begins_with", 2, TestKind::BeginsWith},
        Function{"contains", 2, TestKind::Contains},
        Function{"size", 1, std::nullopt, Term::Kind::Size},
        Function{"list_append", 2, std::nullopt, Term::Kind::ListAppend},
        Function{"set_add", 2, std::nullopt, Term::Kind::SetAdd},
        Function{"set_delete", 2, std::nullopt, Term::Kind::SetDelete},
    };
    const std::string_view name = token().text;
    if (isReserved(token().keyword))
        return unexpected();
    const auto *function = std::find_if(kFunctions.begin(), kFunctions.end(),
                                        [&](const Function &known) { return isWord(name, known.name); });
    if (function == kFunctions.end())
        return expression::invalidFunctionName(kStatement, name);
    advance();
    const Token firstArgument = following();
    STATOR_TRY(const auto arguments, parseArguments());
    if (arguments.size() != function->operands)
        return expression::wrongOperandCount(kStatement, function->name,
                                             static_cast<std::uint32_t>(arguments.size()));
    if (function->test) {
        Test test;
        test.kind = *function->test;
        return addTest(test, arguments);
    }
    Term term;
    term.kind = function->term;
    term.left = arguments.front();
    term.right = arguments.back();
    if (isSetFunction(term.kind) && !isSet(m_statement.terms[term.right]))
        return Error::validation("The second argument to " + titleOf(term.kind) +
                                 " must be a value with type SET" + placeOf(firstArgument));
    return addTerm(term);
}

Result<std::vector<std::uint32_t>> ConditionParser::parseArguments()
{
    advance();
    const Level level(*this);
    STATOR_CHECK(level.check());
    std::vector<std::uint32_t> arguments;
    do {
        STATOR_TRY(arguments.emplace_back(), parseTerm());
    } while (skip(Token::Kind::Comma));
    STATOR_CHECK(expect(Token::Kind::CloseParenthesis, "RIGHT_PAREN"));
    return arguments;
}

auto ConditionParser::addTerm(Term term) -> Parsed
{
    m_statement.terms.push_back(term);
    return {false, static_cast<std::uint32_t>(m_statement.terms.size() - 1)};
}

auto ConditionParser::addNode(Node node) -> Parsed
{
    m_statement.nodes.push_back(node);
    return {true, static_cast<std::uint32_t>(m_statement.nodes.size() - 1)};
}

auto ConditionParser::addTest(Test test, std::span<const std::uint32_t> operands) -> Parsed
{
    test.firstOperand = static_cast<std::uint32_t>(m_statement.operands.size());
    test.operandCount = static_cast<std::uint32_t>(operands.size());
    m_statement.operands.insert(m_statement.operands.end(), operands.begin(), operands.end());
    Node node;
    node.test = static_cast<std::uint32_t>(m_statement.tests.size());
    m_statement.tests.push_back(test);
    return addNode(node);
}

} // namespace stator::partiql
