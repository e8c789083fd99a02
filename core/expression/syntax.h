// What the parsers of all expressions share: a walk over tokens, paths, terms, and the problems met on the
// way.
//
// Parsing happens in two stages, because the service reports a syntax error anywhere before any other
// problem: the first stage knows only the text and ends in flat vectors; the second resolves names and
// values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/path.h"
#include "expression/expression_kind.h"
#include "expression/lexer.h"
#include "expression/placeholders.h"

namespace stator::expression {

// A run of tokens.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// An operand before its names and values are known. Arguments stand before the call they belong to.
struct SyntaxTerm {
    enum class Kind : std::uint8_t { Path, Value, Call };
    Kind kind = Kind::Path;
    TokenRange tokens;
    std::uint32_t firstArgument = 0; // into Syntax::arguments
    std::uint32_t argumentCount = 0;
};

// The first of each problem the text alone shows; which one is reported is the expression's affair.
struct SyntaxProblems {
    bool hasRedundantParentheses = false;
    std::uint32_t operatorCount = 0;
    std::optional<Error> wrongFunction; // unknown, or of another kind of expression
    std::optional<std::string> misusedFunction;
    std::optional<std::string> reservedWord;
    std::optional<std::string> repeatedSection;
};

struct Syntax {
    std::vector<Token> tokens;
    std::vector<SyntaxTerm> terms;
    std::vector<std::uint32_t> arguments; // terms
    SyntaxProblems problems;

    std::string_view text(std::uint32_t token) const { return tokens[token].text; }
    const SyntaxTerm &argument(std::uint32_t index) const { return terms[arguments[index]]; }
};

// The checks before any token is looked at: not empty, not too long.
Result<void> checkExpressionSize(ExpressionKind kind, std::string_view text);

// Texts of problems more than one kind of expression has.
Error redundantParentheses(ExpressionKind kind);
Error tooManyOperators(ExpressionKind kind);
Error invalidFunctionName(ExpressionKind kind, std::string_view function);
Error misusedFunction(ExpressionKind kind, std::string_view function);
Error reservedWord(ExpressionKind kind, std::string_view word);
Error wrongOperandCount(ExpressionKind kind, std::string_view function, std::uint32_t count);
Error tooManyInOperands(ExpressionKind kind, std::size_t count);
Error documentPathRequired(ExpressionKind kind, std::string_view function);
// `role` is "operator" or "operator or function", as the service words it from case to case.
Error wrongOperandType(ExpressionKind kind, std::string_view role, std::string_view name,
                       std::string_view type);

// Resolves the path in `range`; marks its names as used.
Result<document::Path> resolvePath(ExpressionKind kind, const Syntax &syntax, TokenRange range,
                                   Placeholders &placeholders);
// Errors for the first placeholder in `range` that is not defined; marks those that are as used.
Result<void> checkNamesDefined(ExpressionKind kind, const Syntax &syntax, TokenRange range,
                               Placeholders &placeholders);
Result<void> checkValuesDefined(ExpressionKind kind, const Syntax &syntax, TokenRange range,
                                Placeholders &placeholders);
Result<void> checkAllDefined(ExpressionKind kind, const Syntax &syntax, TokenRange range,
                             Placeholders &placeholders);

// The walk over the tokens. Groups and calls are kept on stacks of the parsers, never on the machine's.
class SyntaxParser {
public:
    SyntaxParser(ExpressionKind kind, std::string_view text, Syntax &syntax);

    ExpressionKind kind() const { return m_kind; }
    const Token &token() const { return m_syntax.tokens[m_position]; }
    const Token &nextToken() const;
    std::uint32_t position() const { return m_position; }
    void advance() { ++m_position; }
    bool at(Token::Kind kind) const { return token().kind == kind; }
    bool atKeyword(std::string_view keyword) const { return isKeyword(token(), keyword); }
    // Goes past the token, or fails with the syntax error it is.
    Result<void> expect(Token::Kind kind);

    Error syntaxError() const;

    // At an identifier or name reference: goes past the path.
    Result<TokenRange> parsePath();

    // Terms that wait for the operator, call or action they belong to.
    void pushTerm(SyntaxTerm::Kind kind, TokenRange tokens);
    // Takes the terms from `base` on off the stack, as arguments; returns where the arguments begin.
    std::uint32_t takeArguments(std::size_t base);
    std::size_t waitingTerms() const { return m_waiting.size(); }
    std::uint32_t lastTerm() const { return m_waiting.back(); }
    const SyntaxTerm &waitingTerm(std::size_t index) const { return m_syntax.terms[m_waiting[index]]; }
    std::uint32_t popTerm();
    // The call named at `name` ends before the current token; its arguments wait from `base` on.
    void pushCall(std::uint32_t name, std::size_t base);

    // At the name of a function: whether expressions of this kind have it.
    void noteFunction();
    // A function stands where another kind of operand must.
    void noteMisuse(std::string_view function);

    // A pair of parentheses that is not a call's. Doubled pairs are noted as a problem.
    void noteGroup(std::uint32_t open, std::uint32_t close);
    void noteOperator() { ++m_syntax.problems.operatorCount; }

private:
    ExpressionKind m_kind;
    Syntax &m_syntax;
    std::uint32_t m_position = 0;
    std::vector<std::uint32_t> m_waiting;
    std::optional<TokenRange> m_lastGroup;
};

} // namespace stator::expression
