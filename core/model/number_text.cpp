// From the bytes of a Number (grammar in number.cpp) to what people and doubles read.
#include <algorithm>
#include <charconv>

#include "model/number_parts.h"

namespace stator::model {

namespace {

char *putPair(char *out, int pair)
{
    *out++ = static_cast<char>('0' + pair / 10);
    *out++ = static_cast<char>('0' + pair % 10);
    return out;
}

} // namespace

void appendNumberText(std::string_view bytes, std::string &out)
{
    if (bytes.size() == 1) {
        out.push_back('0');
        return;
    }
    // The longest: a sign, "0.", 128 zeros (1E-130 and below) and 40 digits.
    char buffer[176];
    char *end = buffer;
    const PairView number(bytes);
    const int count = number.count();
    if (number.isNegative)
        *end++ = '-';

    const int wholePairs = number.exponent + 1;
    if (wholePairs <= 0) {
        *end++ = '0';
        *end++ = '.';
        for (int i = 0; i < 2 * -wholePairs; ++i)
            *end++ = '0';
    }
    for (int i = 0; i < std::max(count, wholePairs); ++i) {
        const int pair = i < count ? number.pair(i) : 0;
        if (i == wholePairs && i > 0)
            *end++ = '.';
        if (i == 0 && wholePairs > 0 && pair < 10)
            *end++ = static_cast<char>('0' + pair);
        else
            end = putPair(end, pair);
    }
    if (count > wholePairs && end[-1] == '0')
        --end; // the second half of the last pair of a fraction
    out.append(buffer, static_cast<std::size_t>(end - buffer));
}

std::string numberText(std::string_view bytes)
{
    std::string text;
    appendNumberText(bytes, text);
    return text;
}

double numberToDouble(std::string_view bytes)
{
    if (bytes.size() == 1)
        return 0;
    // All pairs as one whole number and a power of ten: from_chars rounds it once.
    char buffer[64];
    char *end = buffer;
    const PairView number(bytes);
    if (number.isNegative)
        *end++ = '-';
    for (int i = 0; i < number.count(); ++i)
        end = putPair(end, number.pair(i));
    *end++ = 'e';
    const int exponent = 2 * (number.exponent + 1 - number.count());
    end = std::to_chars(end, buffer + sizeof buffer, exponent).ptr;
    double value = 0;
    std::from_chars(buffer, end, value);
    return value;
}

} // namespace stator::model
