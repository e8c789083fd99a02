// The walk over the tokens of a statement that all its parsers share, with one token in sight.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "partiql/lexer.h"

namespace stator::partiql {

// ValidationException `Statement wasn't well formed, can't be processed: <detail>`. But for "Expected data
// manipulation" and "Unexpected keyword" the details are unverified.
Error notWellFormed(std::string_view detail);

class TokenReader {
public:
    explicit TokenReader(std::string_view text) : m_text(text), m_lexer(text), m_token(m_lexer.next()) {}

    const Token &token() const { return m_token; }
    bool at(Token::Kind kind) const { return m_token.kind == kind; }
    bool at(Keyword keyword) const { return m_token.keyword == keyword; }
    // At a bare or quoted name; functions too are bare names.
    bool atName() const;
    bool isBeforeParenthesis() const { return m_lexer.isBeforeParenthesis(); }
    Token following() const
    {
        Lexer ahead = m_lexer;
        return ahead.next();
    }

    void advance() { m_token = m_lexer.next(); }
    // Goes past the token if it is the one asked for.
    template <class What>
    bool skip(What what)
    {
        if (!at(what))
            return false;
        advance();
        return true;
    }

    // Goes past the token, or fails. `name` is how the error calls what should be here.
    template <class What>
    Result<void> expect(What what, std::string_view name)
    {
        return skip(what) ? Result<void>() : Result<void>(expected(name));
    }
    // Goes past a name; without the quotes, if it is in some.
    Result<std::string> takeName();

    Error unexpected() const;
    // Where the token stands, as some errors tell it: ` at <line>:<column>:<length>`.
    std::string placeOf(const Token &token) const;

    // The text of a String or QuotedName, doubled quotes made single.
    static std::string unquoted(const Token &token);

protected:
    // Nesting of parentheses, functions and literals around the current token.
    class Level {
    public:
        explicit Level(TokenReader &reader) : m_reader(reader) { ++m_reader.m_levels; }
        ~Level() { --m_reader.m_levels; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;

        Result<void> check() const;

    private:
        TokenReader &m_reader;
    };

private:
    static Error expected(std::string_view name);

    std::string_view m_text;
    Lexer m_lexer;
    Token m_token;
    std::uint32_t m_levels = 0;
};

} // namespace stator::partiql
