#include "expression/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "expression/reserved_words.h"
#include "model/limits.h"

namespace stator::expression {

namespace {

constexpr std::array<std::string_view, 6> kConditionFunctions = {
    "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size",
};
constexpr std::array<std::string_view, 2> kUpdateFunctions = {"if_not_exists", "list_append"};

bool isConditionFunction(std::string_view name)
{
    return std::find(kConditionFunctions.begin(), kConditionFunctions.end(), name) !=
           kConditionFunctions.end();
}

bool isUpdateFunction(std::string_view name)
{
    return std::find(kUpdateFunctions.begin(), kUpdateFunctions.end(), name) != kUpdateFunctions.end();
}

} // namespace

Result<void> checkExpressionSize(ExpressionKind kind, std::string_view text)
{
    if (text.size() > model::kExpressionBytes)
        return invalidExpression(kind,
                                 "Expression size has exceeded the maximum allowed size; expression size: " +
                                     std::to_string(text.size()));
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return invalidExpression(kind, "The expression can not be empty;");
    return {};
}

Error redundantParentheses(ExpressionKind kind)
{
    return invalidExpression(kind, "The expression has redundant parentheses;");
}

Error tooManyOperators(ExpressionKind kind)
{
    // The service stops counting at the first operator too many.
    return invalidExpression(kind, "The expression contains too many operators; operator count: " +
                                       std::to_string(model::kExpressionOperators + 1));
}

Error invalidFunctionName(ExpressionKind kind, std::string_view function)
{
    return invalidExpression(kind, "Invalid function name; function: " + std::string(function));
}

Error misusedFunction(ExpressionKind kind, std::string_view function)
{
    return invalidExpression(kind,
                             "The function is not allowed to be used this way in an expression; function: " +
                                 std::string(function));
}

Error reservedWord(ExpressionKind kind, std::string_view word)
{
    return invalidExpression(kind,
                             "Attribute name is a reserved keyword; reserved keyword: " + std::string(word));
}

Error wrongOperandCount(ExpressionKind kind, std::string_view function, std::uint32_t count)
{
    return invalidExpression(kind,
                             "Incorrect number of operands for operator or function; operator or function: " +
                                 std::string(function) + ", number of operands: " + std::to_string(count));
}

Error tooManyInOperands(ExpressionKind kind, std::size_t count)
{
    return invalidExpression(kind,
                             "The IN operator is provided with too many operands; number of operands: " +
                                 std::to_string(count));
}

Error documentPathRequired(ExpressionKind kind, std::string_view function)
{
    return invalidExpression(kind, "Operator or function requires a document path; operator or function: " +
                                       std::string(function));
}

Error wrongOperandType(ExpressionKind kind, std::string_view role, std::string_view name,
                       std::string_view type)
{
    std::string text = "Incorrect operand type for operator or function; ";
    text.append(role).append(": ").append(name).append(", operand type: ").append(type);
    return invalidExpression(kind, text);
}

Result<document::Path> resolvePath(ExpressionKind kind, const Syntax &syntax, TokenRange range,
                                   Placeholders &placeholders)
{
    document::Path path;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Token &token = syntax.tokens[i];
        if (token.kind == Token::Kind::Identifier) {
            path.emplace_back(std::string(token.text));
        } else if (token.kind == Token::Kind::NameReference) {
            STATOR_TRY(std::string name, placeholders.name(kind, token.text));
            path.emplace_back(std::move(name));
        } else if (token.kind == Token::Kind::Number) {
            std::uint32_t index = 0;
            const char *end = token.text.data() + token.text.size();
            if (std::from_chars(token.text.data(), end, index).ec != std::errc() || index > model::kListIndex)
                return invalidExpression(kind, "List index is not within the allowable range; index: [" +
                                                   std::string(token.text) + "]");
            path.emplace_back(index);
        }
    }
    // The wording of this limit is unverified.
    if (path.size() > model::kNestingLevels)
        return invalidExpression(kind, "The document path has too many nesting levels; nesting levels: " +
                                           std::to_string(path.size()));
    return path;
}

Result<void> checkNamesDefined(ExpressionKind kind, const Syntax &syntax, TokenRange range,
                               Placeholders &placeholders)
{
    for (std::uint32_t i = range.begin; i < range.end; ++i)
        if (syntax.tokens[i].kind == Token::Kind::NameReference)
            if (auto name = placeholders.name(kind, syntax.text(i)); !name.ok())
                return std::move(name).error();
    return {};
}

Result<void> checkValuesDefined(ExpressionKind kind, const Syntax &syntax, TokenRange range,
                                Placeholders &placeholders)
{
    for (std::uint32_t i = range.begin; i < range.end; ++i)
        if (syntax.tokens[i].kind == Token::Kind::ValueReference)
            if (auto value = placeholders.value(kind, syntax.text(i)); !value.ok())
                return std::move(value).error();
    return {};
}

Result<void> checkAllDefined(ExpressionKind kind, const Syntax &syntax, TokenRange range,
                             Placeholders &placeholders)
{
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        STATOR_CHECK(checkNamesDefined(kind, syntax, {i, i + 1}, placeholders));
        STATOR_CHECK(checkValuesDefined(kind, syntax, {i, i + 1}, placeholders));
    }
    return {};
}

SyntaxParser::SyntaxParser(ExpressionKind kind, std::string_view text, Syntax &syntax)
    : m_kind(kind), m_syntax(syntax)
{
    m_syntax.tokens = lex(text);
}

const Token &SyntaxParser::nextToken() const
{
    return at(Token::Kind::End) ? token() : m_syntax.tokens[m_position + 1];
}

Result<void> SyntaxParser::expect(Token::Kind kind)
{
    if (!at(kind))
        return syntaxError();
    advance();
    return {};
}

// `near` is the text from the token before to the token behind, spaces between them included.
Error SyntaxParser::syntaxError() const
{
    const Token &wrong = token();
    const Token &before = m_position == 0 ? wrong : m_syntax.tokens[m_position - 1];
    const Token &behind = at(Token::Kind::End) ? before : nextToken().text.empty() ? wrong : nextToken();
    const char *begin = before.text.data();
    const char *end = behind.text.data() + behind.text.size();
    std::string text = "Syntax error; token: \"";
    text += at(Token::Kind::End) ? std::string_view("<EOF>") : wrong.text;
    text += "\", near: \"";
    text.append(begin, end);
    text += '"';
    return invalidExpression(m_kind, text);
}

Result<TokenRange> SyntaxParser::parsePath()
{
    const std::uint32_t begin = m_position;
    bool expectsName = true;
    for (;;) {
        if (expectsName) {
            if (!at(Token::Kind::Identifier) && !at(Token::Kind::NameReference))
                return syntaxError();
            if (at(Token::Kind::Identifier) && !m_syntax.problems.reservedWord &&
                isReservedWord(token().text))
                m_syntax.problems.reservedWord = token().text;
            advance();
        } else {
            STATOR_CHECK(expect(Token::Kind::Number));
            STATOR_CHECK(expect(Token::Kind::CloseBracket));
        }
        if (!at(Token::Kind::Dot) && !at(Token::Kind::OpenBracket))
            return TokenRange{begin, m_position};
        expectsName = at(Token::Kind::Dot);
        advance();
    }
}

void SyntaxParser::pushTerm(SyntaxTerm::Kind kind, TokenRange tokens)
{
    m_waiting.push_back(static_cast<std::uint32_t>(m_syntax.terms.size()));
    m_syntax.terms.push_back({kind, tokens, 0, 0});
}

std::uint32_t SyntaxParser::takeArguments(std::size_t base)
{
    const auto first = static_cast<std::uint32_t>(m_syntax.arguments.size());
    for (std::size_t i = base; i < m_waiting.size(); ++i)
        m_syntax.arguments.push_back(m_waiting[i]);
    m_waiting.resize(base);
    return first;
}

std::uint32_t SyntaxParser::popTerm()
{
    const std::uint32_t term = m_waiting.back();
    m_waiting.pop_back();
    return term;
}

void SyntaxParser::pushCall(std::uint32_t name, std::size_t base)
{
    const auto count = static_cast<std::uint32_t>(m_waiting.size() - base);
    const std::uint32_t first = takeArguments(base);
    m_waiting.push_back(static_cast<std::uint32_t>(m_syntax.terms.size()));
    m_syntax.terms.push_back({SyntaxTerm::Kind::Call, {name, m_position}, first, count});
}

void SyntaxParser::noteFunction()
{
    if (m_syntax.problems.wrongFunction)
        return;
    const bool isUpdate = m_kind == ExpressionKind::Update;
    const std::string name(token().text);
    if (isUpdate ? isUpdateFunction(name) : isConditionFunction(name))
        return;
    if (isUpdate ? isConditionFunction(name) : isUpdateFunction(name))
        m_syntax.problems.wrongFunction = invalidExpression(
            m_kind, std::string("The function is not allowed in ") +
                        (isUpdate ? "an update" : "a condition") + " expression; function: " + name);
    else
        m_syntax.problems.wrongFunction = invalidFunctionName(m_kind, name);
}

void SyntaxParser::noteMisuse(std::string_view function)
{
    if (!m_syntax.problems.misusedFunction)
        m_syntax.problems.misusedFunction = function;
}

void SyntaxParser::noteGroup(std::uint32_t open, std::uint32_t close)
{
    if (m_lastGroup && m_lastGroup->begin == open + 1 && m_lastGroup->end == close)
        m_syntax.problems.hasRedundantParentheses = true;
    m_lastGroup = TokenRange{open, close + 1};
}

} // namespace stator::expression
