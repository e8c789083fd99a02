// Cuts the text of a PartiQL statement into tokens, one at a time. Linear in the text; it cannot fail, the
// parser refuses tokens.
#pragma once

#include <cstdint>
#include <string_view>

namespace stator::partiql {

// Words with a meaning in some statement, or that would have one in SQL.
enum class Keyword : std::uint8_t {
    None,
    All,
    And,
    Asc,
    Between,
    By,
    Delete,
    Desc,
    Exists,
    False,
    From,
    In,
    Insert,
    Into,
    Is,
    Missing,
    Modified,
    New,
    Not,
    Null,
    Old,
    Or,
    Order,
    Remove,
    Returning,
    Select,
    Set,
    True,
    Update,
    Value,
    Where,
    Unsupported, // GROUP, JOIN, LIMIT …
};

struct Token {
    enum class Kind : std::uint8_t {
        End,
        Word,       // a keyword, a function or a bare name
        QuotedName, // "a name"
        String,     // 'text'
        Number,     // without a sign
        Parameter,  // ?
        OpenParenthesis,
        CloseParenthesis,
        OpenBracket,
        CloseBracket,
        OpenBrace,
        CloseBrace,
        OpenSet,  // <<
        CloseSet, // >>
        Dot,
        Comma,
        Colon,
        Semicolon,
        Star,
        Equal,
        NotEqual, // <> and !=
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Plus,
        Minus,
        Unknown, // a character that begins nothing, a quote that does not end
    };
    Kind kind = Kind::End;
    Keyword keyword = Keyword::None; // of a Word
    std::string_view text;           // points into the statement; without the quotes around
    bool hasDoubledQuotes = false;   // String, QuotedName: two quotes inside stand for one
};

class Lexer {
public:
    // `text` must outlive the tokens.
    explicit Lexer(std::string_view text) : m_rest(text) {}

    // End again and again once the text is used up.
    Token next();
    // Whether the next token is `(`.
    bool isBeforeParenthesis() const;

private:
    void skipBlanks();
    Token take(Token::Kind kind, std::size_t length);
    Token takeWord();
    Token takeNumber();
    Token takeQuoted(Token::Kind kind);

    std::string_view m_rest;
};

// Whether the word can stand for an attribute or a table only in double quotes. Which words the service
// reserves is unverified; these are the ones whose meaning could be mistaken.
bool isReserved(Keyword keyword);

} // namespace stator::partiql
