#include "api/number_range.h"

#include <algorithm>

namespace stator::api {

namespace {

constexpr std::size_t kSafeDigits = 18; // of a whole number that fits
constexpr std::string_view kLargest = "9223372036854775807";
constexpr std::string_view kLargestDecimal = "1.7e308";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Behind the string that begins at `at`.
std::size_t skipString(std::string_view json, std::size_t at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\')
            ++at;
    return std::min(at + 1, json.size());
}

struct Number {
    std::size_t end = 0; // behind it; where it began if it is none
    bool isDecimal = false;
    bool isLarge = false; // it may not fit
};

// Without its sign.
Number numberAt(std::string_view json, std::size_t begin)
{
    std::size_t at = begin;
    const auto digits = [&] {
        const std::size_t first = at;
        while (at < json.size() && isDigit(json[at]))
            ++at;
        return at - first;
    };
    Number number;
    number.end = begin;
    number.isLarge = digits() > kSafeDigits;
    if (json[begin] == '0' && at - begin > 1)
        return number;
    if (at < json.size() && json[at] == '.') {
        number.isDecimal = true;
        ++at;
        if (digits() == 0)
            return number;
    }
    if (at < json.size() && (json[at] == 'e' || json[at] == 'E')) {
        number.isDecimal = true;
        ++at;
        if (at < json.size() && (json[at] == '+' || json[at] == '-'))
            ++at;
        const std::size_t exponent = digits();
        if (exponent == 0)
            return number;
        number.isLarge = number.isLarge || exponent > 2;
    }
    number.end = at;
    return number;
}

} // namespace

std::string withNumbersInRange(std::string_view json)
{
    std::string text;
    text.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"') {
            const std::size_t end = skipString(json, at);
            text.append(json.substr(at, end - at));
            at = end;
            continue;
        }
        if (!isDigit(json[at])) {
            text += json[at++];
            continue;
        }
        // The sign was copied. What is no number stays as it is, for the parser to refuse.
        const Number number = numberAt(json, at);
        const std::size_t end = std::max(number.end, at + 1);
        if (number.end > at && number.isLarge)
            text += number.isDecimal ? kLargestDecimal : kLargest;
        else
            text.append(json.substr(at, end - at));
        at = end;
    }
    return text;
}

} // namespace stator::api
