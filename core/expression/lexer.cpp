#include "expression/lexer.h"

namespace stator::expression {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// The end of the run of characters from `begin` that satisfy `belongs`.
std::size_t runEnd(std::string_view text, std::size_t begin, bool (*belongs)(char))
{
    while (begin < text.size() && belongs(text[begin]))
        ++begin;
    return begin;
}

// Bytes of the UTF-8 character that begins with `lead`; broken text counts as single bytes.
std::size_t characterBytes(std::string_view text, std::size_t begin)
{
    std::size_t end = begin + 1;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0u) == 0xC0u)
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
            ++end;
    return end - begin;
}

struct Piece {
    Token::Kind kind;
    std::size_t end;
};

Piece wordAt(std::string_view text, std::size_t begin)
{
    using enum Token::Kind;
    const char c = text[begin];
    if (isLetter(c))
        return {Identifier, runEnd(text, begin, isPlaceholderCharacter)};
    if (isDigit(c))
        return {Number, runEnd(text, begin, isDigit)};
    const std::size_t end = runEnd(text, begin + 1, isPlaceholderCharacter);
    if (c == '#' && end > begin + 1)
        return {NameReference, end};
    if (c == ':' && end > begin + 1)
        return {ValueReference, end};
    return {Unknown, begin + characterBytes(text, begin)};
}

Piece pieceAt(std::string_view text, std::size_t begin)
{
    using enum Token::Kind;
    const char following = begin + 1 < text.size() ? text[begin + 1] : '\0';
    switch (text[begin]) {
    case '(':
        return {OpenParenthesis, begin + 1};
    case ')':
        return {CloseParenthesis, begin + 1};
    case '[':
        return {OpenBracket, begin + 1};
    case ']':
        return {CloseBracket, begin + 1};
    case '.':
        return {Dot, begin + 1};
    case ',':
        return {Comma, begin + 1};
    case '=':
        return {Equal, begin + 1};
    case '+':
        return {Plus, begin + 1};
    case '-':
        return {Minus, begin + 1};
    case '<':
        if (following == '>')
            return {NotEqual, begin + 2};
        return following == '=' ? Piece{LessOrEqual, begin + 2} : Piece{Less, begin + 1};
    case '>':
        return following == '=' ? Piece{GreaterOrEqual, begin + 2} : Piece{Greater, begin + 1};
    default:
        return wordAt(text, begin);
    }
}

} // namespace

bool isPlaceholderCharacter(char c)
{
    return isLetter(c) || isDigit(c) || c == '_';
}

std::vector<Token> lex(std::string_view text)
{
    std::vector<Token> tokens;
    std::size_t position = runEnd(text, 0, isSpace);
    while (position < text.size()) {
        const Piece piece = pieceAt(text, position);
        tokens.push_back({piece.kind, text.substr(position, piece.end - position)});
        position = runEnd(text, piece.end, isSpace);
    }
    tokens.push_back({Token::Kind::End, text.substr(text.size())});
    return tokens;
}

bool isKeyword(const Token &token, std::string_view keyword)
{
    if (token.kind != Token::Kind::Identifier || token.text.size() != keyword.size())
        return false;
    for (std::size_t i = 0; i < keyword.size(); ++i) {
        const char c = token.text[i];
        if ((c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c) != keyword[i])
            return false;
    }
    return true;
}

} // namespace stator::expression
