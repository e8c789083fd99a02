#include "partiql/lexer.h"

#include <algorithm>
#include <array>

namespace stator::partiql {

namespace {

struct Entry {
    std::string_view word;
    Keyword keyword;
};

// Sorted. The clauses of SQL that DynamoDB has not are here so that they are not taken for names.
constexpr std::array kKeywords = {
    Entry{"all", Keyword::All},
    Entry{"and", Keyword::And},
    Entry{"as", Keyword::Unsupported},
    Entry{"asc", Keyword::Asc},
    Entry{"between", Keyword::Between},
    Entry{"by", Keyword::By},
    Entry{"case", Keyword::Unsupported},
    Entry{"cast", Keyword::Unsupported},
    Entry{"cross", Keyword::Unsupported},
    Entry{"delete", Keyword::Delete},
    Entry{"desc", Keyword::Desc},
    Entry{"distinct", Keyword::Unsupported},
    Entry{"except", Keyword::Unsupported},
    Entry{"exists", Keyword::Exists},
    Entry{"false", Keyword::False},
    Entry{"from", Keyword::From},
    Entry{"full", Keyword::Unsupported},
    Entry{"group", Keyword::Unsupported},
    Entry{"having", Keyword::Unsupported},
    Entry{"in", Keyword::In},
    Entry{"inner", Keyword::Unsupported},
    Entry{"insert", Keyword::Insert},
    Entry{"intersect", Keyword::Unsupported},
    Entry{"into", Keyword::Into},
    Entry{"is", Keyword::Is},
    Entry{"join", Keyword::Unsupported},
    Entry{"left", Keyword::Unsupported},
    Entry{"like", Keyword::Unsupported},
    Entry{"limit", Keyword::Unsupported},
    Entry{"missing", Keyword::Missing},
    Entry{"modified", Keyword::Modified},
    Entry{"natural", Keyword::Unsupported},
    Entry{"new", Keyword::New},
    Entry{"not", Keyword::Not},
    Entry{"null", Keyword::Null},
    Entry{"offset", Keyword::Unsupported},
    Entry{"old", Keyword::Old},
    Entry{"on", Keyword::Unsupported},
    Entry{"or", Keyword::Or},
    Entry{"order", Keyword::Order},
    Entry{"outer", Keyword::Unsupported},
    Entry{"pivot", Keyword::Unsupported},
    Entry{"remove", Keyword::Remove},
    Entry{"returning", Keyword::Returning},
    Entry{"right", Keyword::Unsupported},
    Entry{"select", Keyword::Select},
    Entry{"set", Keyword::Set},
    Entry{"true", Keyword::True},
    Entry{"union", Keyword::Unsupported},
    Entry{"unpivot", Keyword::Unsupported},
    Entry{"update", Keyword::Update},
    Entry{"value", Keyword::Value},
    Entry{"values", Keyword::Unsupported},
    Entry{"where", Keyword::Where},
};

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

constexpr bool isWordStart(char c)
{
    return (lowered(c) >= 'a' && lowered(c) <= 'z') || c == '_' || c == '$';
}

constexpr bool isWordPart(char c)
{
    return isWordStart(c) || isDigit(c);
}

// Where the words with each first letter begin; one more for the end.
constexpr auto kFirstLetters = [] {
    std::array<std::uint8_t, 27> begins{};
    std::size_t at = 0;
    for (std::size_t letter = 0; letter < begins.size(); ++letter) {
        while (at < kKeywords.size() && kKeywords[at].word[0] < static_cast<char>('a' + letter))
            ++at;
        begins[letter] = static_cast<std::uint8_t>(at);
    }
    return begins;
}();

Keyword keywordOf(std::string_view word)
{
    const char first = lowered(word.front());
    if (word.size() < 2 || first < 'a' || first > 'z')
        return Keyword::None;
    const auto letter = static_cast<std::size_t>(first - 'a');
    for (std::size_t i = kFirstLetters[letter]; i < kFirstLetters[letter + 1]; ++i)
        if (std::equal(word.begin(), word.end(), kKeywords[i].word.begin(), kKeywords[i].word.end(),
                       [](char a, char b) { return lowered(a) == b; }))
            return kKeywords[i].keyword;
    return Keyword::None;
}

Token::Kind kindOf(char c)
{
    switch (c) {
    case '?':
        return Token::Kind::Parameter;
    case '(':
        return Token::Kind::OpenParenthesis;
    case ')':
        return Token::Kind::CloseParenthesis;
    case '[':
        return Token::Kind::OpenBracket;
    case ']':
        return Token::Kind::CloseBracket;
    case '{':
        return Token::Kind::OpenBrace;
    case '}':
        return Token::Kind::CloseBrace;
    case '.':
        return Token::Kind::Dot;
    case ',':
        return Token::Kind::Comma;
    case ':':
        return Token::Kind::Colon;
    case ';':
        return Token::Kind::Semicolon;
    case '*':
        return Token::Kind::Star;
    case '=':
        return Token::Kind::Equal;
    case '<':
        return Token::Kind::Less;
    case '>':
        return Token::Kind::Greater;
    case '+':
        return Token::Kind::Plus;
    case '-':
        return Token::Kind::Minus;
    default:
        return Token::Kind::Unknown;
    }
}

Token::Kind pairKindOf(std::string_view two)
{
    if (two == "<<")
        return Token::Kind::OpenSet;
    if (two == ">>")
        return Token::Kind::CloseSet;
    if (two == "<>" || two == "!=")
        return Token::Kind::NotEqual;
    if (two == "<=")
        return Token::Kind::LessOrEqual;
    if (two == ">=")
        return Token::Kind::GreaterOrEqual;
    return Token::Kind::Unknown;
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

} // namespace

// Blanks and comments: "-- to the end of the line" and "/* … */".
void Lexer::skipBlanks()
{
    for (;;) {
        while (!m_rest.empty() && isBlank(m_rest.front()))
            m_rest.remove_prefix(1);
        if (m_rest.empty() || (m_rest.front() != '-' && m_rest.front() != '/'))
            return;
        if (m_rest.starts_with("--")) {
            m_rest.remove_prefix(std::min(m_rest.find_first_of("\r\n"), m_rest.size()));
        } else if (m_rest.starts_with("/*") && m_rest.find("*/", 2) != std::string_view::npos) {
            m_rest.remove_prefix(m_rest.find("*/", 2) + 2);
        } else {
            return;
        }
    }
}

Token Lexer::take(Token::Kind kind, std::size_t length)
{
    Token token;
    token.kind = kind;
    token.text = m_rest.substr(0, length);
    m_rest.remove_prefix(length);
    return token;
}

Token Lexer::takeWord()
{
    std::size_t length = 1;
    while (length < m_rest.size() && isWordPart(m_rest[length]))
        ++length;
    Token token = take(Token::Kind::Word, length);
    token.keyword = keywordOf(token.text);
    return token;
}

Token Lexer::takeNumber()
{
    std::size_t end = digitsAt(m_rest, 0);
    if (end < m_rest.size() && m_rest[end] == '.')
        end = digitsAt(m_rest, end + 1);
    if (end < m_rest.size() && lowered(m_rest[end]) == 'e') {
        std::size_t digits = end + 1;
        if (digits < m_rest.size() && (m_rest[digits] == '+' || m_rest[digits] == '-'))
            ++digits;
        if (digitsAt(m_rest, digits) > digits)
            end = digitsAt(m_rest, digits);
    }
    return take(Token::Kind::Number, end);
}

Token Lexer::takeQuoted(Token::Kind kind)
{
    const char quote = m_rest.front();
    bool hasDoubledQuotes = false;
    std::size_t end = 1;
    for (;; end += 2) {
        end = m_rest.find(quote, end);
        if (end == std::string_view::npos)
            return take(Token::Kind::Unknown, m_rest.size());
        if (end + 1 == m_rest.size() || m_rest[end + 1] != quote)
            break;
        hasDoubledQuotes = true;
    }
    Token token = take(kind, end + 1);
    token.text = token.text.substr(1, end - 1);
    token.hasDoubledQuotes = hasDoubledQuotes;
    return token;
}

Token Lexer::next()
{
    skipBlanks();
    if (m_rest.empty())
        return take(Token::Kind::End, 0);
    const char first = m_rest.front();
    if (isWordStart(first))
        return takeWord();
    if (isDigit(first) || (first == '.' && m_rest.size() > 1 && isDigit(m_rest[1])))
        return takeNumber();
    if (first == '\'')
        return takeQuoted(Token::Kind::String);
    if (first == '"')
        return takeQuoted(Token::Kind::QuotedName);
    const Token::Kind pair = pairKindOf(m_rest.substr(0, 2));
    if (pair != Token::Kind::Unknown)
        return take(pair, 2);
    return take(kindOf(first), 1);
}

bool Lexer::isBeforeParenthesis() const
{
    Lexer ahead = *this;
    ahead.skipBlanks();
    return ahead.m_rest.starts_with('(');
}

bool isReserved(Keyword keyword)
{
    switch (keyword) {
    case Keyword::None:
    case Keyword::Modified:
    case Keyword::New:
    case Keyword::Old:
    case Keyword::Returning:
        return false;
    default:
        return true;
    }
}

} // namespace stator::partiql
