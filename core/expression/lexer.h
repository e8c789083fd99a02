// Cuts the text of an expression into tokens. Linear in the text; it cannot fail, the parser refuses tokens.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace stator::expression {

struct Token {
    enum class Kind : std::uint8_t {
        End,
        Identifier, // keywords and function names as well
        Number,     // digits only: list indexes
        NameReference,
        ValueReference,
        OpenParenthesis,
        CloseParenthesis,
        OpenBracket,
        CloseBracket,
        Dot,
        Comma,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Plus,
        Minus,
        Unknown, // one character that begins nothing
    };
    Kind kind = Kind::End;
    std::string_view text; // points into the expression; End: empty, at its end
};

// The last token is End. `text` must outlive the tokens.
std::vector<Token> lex(std::string_view text);

// Keywords are compared without regard to case. `keyword` is upper case.
bool isKeyword(const Token &token, std::string_view keyword);

// Letters, digits and '_': what may follow '#' and ':'.
bool isPlaceholderCharacter(char c);

} // namespace stator::expression
