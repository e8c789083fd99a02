#include "conformance/runner/text.h"

#include <algorithm>
#include <cctype>

namespace stator::conformance {

namespace {

bool isNameCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

void appendEscaped(std::string_view text, std::string &out)
{
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
}

std::string_view takeWord(std::string_view &text)
{
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

void appendRepeated(std::string_view count, std::string_view text, std::string &out)
{
    for (auto left = std::stoul(std::string(count)); left > 0; --left)
        out += text;
}

void appendCounted(std::string_view range, std::string_view text, std::string &out)
{
    const std::size_t dots = range.find("..");
    const int first = std::stoi(std::string(range.substr(0, dots)));
    const int last = std::stoi(std::string(range.substr(dots + 2)));
    for (int number = first; number <= last; ++number) {
        if (number != first)
            out += ',';
        for (const char c : text)
            c == '%' ? out += std::to_string(number) : out += c;
    }
}

void appendBytes(std::string_view digits, std::string &out)
{
    while (!digits.empty())
        out += static_cast<char>(std::stoi(std::string(takeWord(digits)), nullptr, 16));
}

// What stood between ${ and }$.
void appendMacro(std::string_view text, std::string &out)
{
    const std::string_view first = takeWord(text);
    if (first == "bytes")
        return appendBytes(text, out);
    if (first.find("..") != std::string_view::npos)
        return appendCounted(first, text, out);
    takeWord(text); // "times"
    appendRepeated(first, text, out);
}

// Where the macro ends whose inside begins at `at`.
std::size_t endOfMacro(std::string_view text, std::size_t at)
{
    for (int depth = 1; at + 1 < text.size(); ++at) {
        if (text[at] == '}' && text[at + 1] == '$' && --depth == 0)
            return at;
        depth += text[at] == '$' && text[at + 1] == '{' && text[at - 1] != '}';
    }
    return std::string_view::npos;
}

std::string withoutMacros(std::string_view text)
{
    std::string out;
    for (;;) {
        const std::size_t begin = text.find("${");
        const std::size_t end = begin == std::string_view::npos ? begin : endOfMacro(text, begin + 2);
        out += text.substr(0, end == std::string_view::npos ? end : begin);
        if (end == std::string_view::npos)
            return out;
        appendMacro(withoutMacros(text.substr(begin + 2, end - begin - 2)), out);
        text.remove_prefix(end + 2);
    }
}

} // namespace

std::string withVariables(std::string_view text, const Variables &variables)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (text[i] == '$')
            while (end < text.size() && isNameCharacter(text[end]))
                ++end;
        const auto found = end > i + 1 ? variables.find(text.substr(i + 1, end - i - 1)) : variables.end();
        if (found == variables.end()) {
            out += text[i++];
            continue;
        }
        const bool isQuoted = i > 0 && text[i - 1] == '"' && end < text.size() && text[end] == '"';
        if (isQuoted)
            appendEscaped(found->second, out);
        else
            out += found->second;
        i = end;
    }
    return out;
}

std::string expanded(std::string_view text, const Variables &variables)
{
    return withoutMacros(withVariables(text, variables));
}

} // namespace stator::conformance
