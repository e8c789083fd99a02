#include "api/pattern.h"

#include <algorithm>

namespace stator::api::patterns {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphanumeric(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

template <class Predicate>
bool all(std::string_view text, Predicate predicate)
{
    return std::all_of(text.begin(), text.end(), predicate);
}

bool matchesName(std::string_view text)
{
    return !text.empty() &&
           all(text, [](char c) { return isAlphanumeric(c) || c == '_' || c == '.' || c == '-'; });
}

bool matchesClientToken(std::string_view text)
{
    return !text.empty() && text.find('$') == std::string_view::npos;
}

bool matchesBucket(std::string_view text)
{
    return text.size() >= 2 && isAlphanumeric(text.front()) && isAlphanumeric(text.back()) &&
           matchesName(text);
}

bool matchesAccountId(std::string_view text)
{
    return text.size() == 12 && all(text, isDigit);
}

bool matchesHexBlocks(std::string_view text)
{
    const auto isHex = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); };
    return !text.empty() && text.size() % 16 == 0 && all(text, isHex);
}

bool matchesCsvDelimiter(std::string_view text)
{
    return text.size() == 1 && std::string_view(",;:|\t ").find(text.front()) != std::string_view::npos;
}

bool matchesCsvHeader(std::string_view text)
{
    return all(text, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != ','; });
}

} // namespace

constinit const Pattern name{"[a-zA-Z0-9_.-]+", matchesName};
constinit const Pattern clientToken{"^[^\\$]+$", matchesClientToken};
constinit const Pattern bucket{"^[a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+$", matchesBucket};
constinit const Pattern accountId{"[0-9]{12}", matchesAccountId};
constinit const Pattern hexBlocks{"([0-9a-f]{16})+", matchesHexBlocks};
constinit const Pattern csvDelimiter{"[,;:|\\t ]", matchesCsvDelimiter};
constinit const Pattern csvHeader{"[\\x20-\\x21\\x23-\\x2B\\x2D-\\x7E]*", matchesCsvHeader};

} // namespace stator::api::patterns
