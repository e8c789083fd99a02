#include "partiql/token_reader.h"

namespace stator::partiql {

namespace {

// Enough for any statement a person or a program writes, little enough for any stack.
constexpr std::uint32_t kLevels = 128;

} // namespace

Error notWellFormed(std::string_view detail)
{
    return Error::validation("Statement wasn't well formed, can't be processed: " + std::string(detail));
}

bool TokenReader::atName() const
{
    return at(Token::Kind::QuotedName) || (at(Token::Kind::Word) && !isReserved(m_token.keyword));
}

Result<std::string> TokenReader::takeName()
{
    if (!atName())
        return unexpected();
    std::string name = unquoted(m_token);
    if (name.empty())
        return Error::invalidParameter("Empty attribute name");
    advance();
    return name;
}

Error TokenReader::unexpected() const
{
    if (m_token.keyword != Keyword::None)
        return notWellFormed("Unexpected keyword");
    if (at(Token::Kind::End))
        return notWellFormed("Unexpected end of statement");
    return notWellFormed("Unexpected token");
}

std::string TokenReader::placeOf(const Token &token) const
{
    const bool isQuoted = token.kind == Token::Kind::String || token.kind == Token::Kind::QuotedName;
    const auto begin = static_cast<std::size_t>(token.text.data() - m_text.data()) - (isQuoted ? 1 : 0);
    std::size_t line = 1;
    std::size_t column = 1;
    for (const char c : m_text.substr(0, begin)) {
        ++column;
        if (c == '\n') {
            ++line;
            column = 1;
        }
    }
    return " at " + std::to_string(line) + ":" + std::to_string(column) + ":" +
           std::to_string(token.text.size() + (isQuoted ? 2 : 0));
}

std::string TokenReader::unquoted(const Token &token)
{
    std::string text(token.text);
    if (!token.hasDoubledQuotes)
        return text;
    const char quote = token.kind == Token::Kind::String ? '\'' : '"';
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        text[to++] = text[from];
        from += text[from] == quote;
    }
    text.resize(to);
    return text;
}

Error TokenReader::expected(std::string_view name)
{
    return notWellFormed("Expected " + std::string(name));
}

Result<void> TokenReader::Level::check() const
{
    if (m_reader.m_levels > kLevels)
        return notWellFormed("Nesting is too deep");
    return {};
}

} // namespace stator::partiql
