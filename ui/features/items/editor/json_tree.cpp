#include "features/items/editor/json_tree.h"

#include <algorithm>

#include <QtCore/QCoreApplication>

namespace stator::ui {

namespace {

// The service stops at 32 levels; wire JSON has two brackets a level. Beyond this nobody typed it.
constexpr int kDeepest = 200;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

class Parser {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::JsonText)

public:
    explicit Parser(std::string_view text) : m_text(text) {}

    JsonParse run()
    {
        JsonNode node;
        if (value(node, 0)) {
            skipSpace();
            if (m_at == m_text.size())
                return {std::move(node), {}};
            fail(tr("Nothing may follow the last bracket."));
        }
        return {std::nullopt, m_fault};
    }

private:
    bool fail(const QString &sentence) { return failAt(m_at, sentence); }
    bool failAt(std::size_t at, const QString &sentence)
    {
        m_fault = {static_cast<int>(at), sentence};
        return false;
    }

    bool isAtEnd() const { return m_at >= m_text.size(); }
    char peek() const { return isAtEnd() ? '\0' : m_text[m_at]; }
    void skipSpace()
    {
        while (!isAtEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }
    bool take(char c)
    {
        if (peek() != c || isAtEnd())
            return false;
        ++m_at;
        return true;
    }

    bool value(JsonNode &node, int depth)
    {
        skipSpace();
        node.offset = static_cast<int>(m_at);
        if (depth > kDeepest)
            return fail(tr("The brackets are nested too deep."));
        switch (peek()) {
        case '{':
            return object(node, depth);
        case '[':
            return array(node, depth);
        case '"':
            node.kind = JsonNode::Kind::String;
            return string(node.text);
        case 't':
            return word("true", node, JsonNode::Kind::Bool, true);
        case 'f':
            return word("false", node, JsonNode::Kind::Bool, false);
        case 'n':
            return word("null", node, JsonNode::Kind::Null, false);
        default:
            return number(node);
        }
    }

    bool word(std::string_view text, JsonNode &node, JsonNode::Kind kind, bool boolean)
    {
        if (m_text.substr(m_at, text.size()) != text)
            return fail(tr("A value is expected; text needs quotes."));
        m_at += text.size();
        node.kind = kind;
        node.boolean = boolean;
        return true;
    }

    bool number(JsonNode &node)
    {
        const std::size_t begin = m_at;
        if (isAtEnd())
            return fail(tr("The text ends where a value is expected."));
        take('-');
        if (!isDigit(peek()))
            return failAt(begin, tr("A value is expected; text needs quotes."));
        digits();
        if (take('.') && !digits())
            return failAt(begin, tr("A digit is missing behind the point."));
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (!take('+'))
                take('-');
            if (!digits())
                return failAt(begin, tr("The exponent of the number is missing."));
        }
        node.kind = JsonNode::Kind::Number;
        node.text = m_text.substr(begin, m_at - begin);
        return true;
    }

    bool digits()
    {
        const std::size_t begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > begin;
    }

    bool array(JsonNode &node, int depth)
    {
        const std::size_t begin = m_at++;
        node.kind = JsonNode::Kind::Array;
        skipSpace();
        if (take(']'))
            return true;
        while (true) {
            if (!value(node.items.emplace_back(), depth + 1))
                return false;
            skipSpace();
            if (take(']'))
                return true;
            if (isAtEnd())
                return failAt(begin, tr("The bracket “[” is never closed."));
            if (!take(','))
                return fail(tr("A comma or “]” is expected."));
            skipSpace();
            if (peek() == ']')
                return fail(tr("A value is missing behind the comma."));
        }
    }

    bool object(JsonNode &node, int depth)
    {
        const std::size_t begin = m_at++;
        node.kind = JsonNode::Kind::Object;
        skipSpace();
        if (take('}'))
            return true;
        while (true) {
            skipSpace();
            node.nameOffsets.push_back(static_cast<int>(m_at));
            if (isAtEnd())
                return failAt(begin, tr("The bracket “{” is never closed."));
            if (peek() != '"')
                return fail(tr("A name in quotes is expected."));
            if (!string(node.names.emplace_back()))
                return false;
            skipSpace();
            if (!take(':'))
                return fail(tr("A colon is missing behind the name."));
            if (!value(node.items.emplace_back(), depth + 1))
                return false;
            skipSpace();
            if (take('}'))
                return true;
            if (isAtEnd())
                return failAt(begin, tr("The bracket “{” is never closed."));
            if (!take(','))
                return fail(tr("A comma or “}” is expected."));
        }
    }

    bool string(std::string &out)
    {
        const std::size_t begin = m_at++;
        while (true) {
            if (isAtEnd() || peek() == '\n')
                return failAt(begin, tr("The closing quote is missing."));
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\') {
                if (!escape(out))
                    return false;
                continue;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(tr("A control character must be written as an escape: \\t, \\n, \\u0001."));
            out.push_back(c);
            ++m_at;
        }
    }

    bool escape(std::string &out)
    {
        static constexpr std::string_view kLetters = "\"\\/bfnrt";
        static constexpr std::string_view kMeaning = "\"\\/\b\f\n\r\t";
        const std::size_t begin = m_at++;
        const char letter = peek();
        if (letter == 'u') {
            ++m_at;
            return unicode(begin, out);
        }
        const std::size_t which = kLetters.find(letter);
        if (isAtEnd() || which == std::string_view::npos)
            return failAt(begin, tr("There is no such escape; a backslash is written \\\\."));
        out.push_back(kMeaning[which]);
        ++m_at;
        return true;
    }

    bool unicode(std::size_t begin, std::string &out)
    {
        std::uint32_t code = 0;
        if (!hex(code))
            return failAt(begin, tr("\\u needs four hexadecimal digits."));
        if (code >= 0xDC00 && code < 0xE000)
            return failAt(begin, tr("Half a surrogate pair is not a character."));
        if (code >= 0xD800 && code < 0xDC00) {
            std::uint32_t low = 0;
            if (!take('\\') || !take('u') || !hex(low) || low < 0xDC00 || low >= 0xE000)
                return failAt(begin, tr("Half a surrogate pair is not a character."));
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        appendUtf8(code, out);
        return true;
    }

    bool hex(std::uint32_t &code)
    {
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const int digit = isDigit(c)             ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return false;
            code = code << 4 | static_cast<std::uint32_t>(digit);
            ++m_at;
        }
        return true;
    }

    static void appendUtf8(std::uint32_t code, std::string &out)
    {
        const auto tail = [&](int shift) { out.push_back(static_cast<char>(0x80u | ((code >> shift) & 0x3Fu))); };
        if (code < 0x80) {
            out.push_back(static_cast<char>(code));
        } else if (code < 0x800) {
            out.push_back(static_cast<char>(0xC0u | code >> 6));
            tail(0);
        } else if (code < 0x10000) {
            out.push_back(static_cast<char>(0xE0u | code >> 12));
            tail(6);
            tail(0);
        } else {
            out.push_back(static_cast<char>(0xF0u | code >> 18));
            tail(12);
            tail(6);
            tail(0);
        }
    }

    const std::string_view m_text;
    std::size_t m_at = 0;
    TextFault m_fault;
};

// Reads one character of valid UTF-8 and moves `at` behind it.
std::uint32_t codePoint(std::string_view utf8, std::size_t &at)
{
    const auto first = static_cast<unsigned char>(utf8[at++]);
    const int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    std::uint32_t code = more == 0 ? first : first & (0x3Fu >> more);
    for (int i = 0; i < more && at < utf8.size(); ++i)
        code = code << 6 | (static_cast<unsigned char>(utf8[at++]) & 0x3Fu);
    return code;
}

// What text documents use as marks of their own, normalise, or show as nothing.
bool isSwallowed(std::uint32_t code)
{
    return (code >= 0x7F && code <= 0xA0) || code == 0xAD || (code >= 0x200B && code <= 0x200F)
        || (code >= 0x2028 && code <= 0x202E) || (code >= 0xFDD0 && code <= 0xFDEF) || code == 0xFEFF
        || code == 0xFFFC || (code & 0xFFFE) == 0xFFFE;
}

void appendEscape(std::uint32_t code, std::string &out)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out.push_back(kHex[(code >> shift) & 0xF]);
}

void appendCharacter(std::uint32_t code, std::string_view bytes, std::string &out)
{
    static constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
    static constexpr std::string_view kLetter = "\"\\bfnrt";
    const std::size_t which = code < 0x80 ? kShort.find(static_cast<char>(code)) : std::string_view::npos;
    if (which != std::string_view::npos) {
        out.push_back('\\');
        out.push_back(kLetter[which]);
    } else if (code >= 0x10000 && isSwallowed(code)) {
        appendEscape(0xD800 + ((code - 0x10000) >> 10), out);
        appendEscape(0xDC00 + (code & 0x3FF), out);
    } else if (code < 0x20 || isSwallowed(code)) {
        appendEscape(code, out);
    } else {
        out += bytes;
    }
}

} // namespace

JsonParse parseJson(std::string_view text)
{
    return Parser(text).run();
}

void appendJsonString(std::string_view utf8, std::string &out)
{
    out.push_back('"');
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        const std::uint32_t code = codePoint(utf8, at);
        appendCharacter(code, utf8.substr(begin, at - begin), out);
    }
    out.push_back('"');
}

bool isPlainText(std::string_view utf8)
{
    for (std::size_t at = 0; at < utf8.size();) {
        const std::uint32_t code = codePoint(utf8, at);
        if ((code < 0x20 && code != '\n' && code != '\t') || isSwallowed(code))
            return false;
    }
    return true;
}

} // namespace stator::ui
