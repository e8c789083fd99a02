// The bytes of a Number:
//
//     number    = zero | positive | negative
//     zero      = 80
//     positive  = exponent:80…FF digit{1,20}             exponent = 193 + p, digit = 1 + pair
//     negative  = exponent:00…7F digit{1,20} [66]        exponent = 62 - p,  digit = 101 - pair
//
// The value is ± pair₀.pair₁pair₂… × 100^p, each pair a base-100 digit aligned on the decimal point, the
// first and the last one not 0; p = ⌊e/2⌋ for a leading decimal digit at 10^e. A negative number ends with
// the terminator 66, greater than every digit, unless it has 20 pairs and nothing can follow them anyway.
//
// Why this orders: exponent bytes grow with the magnitude of positive numbers and fall with that of negative
// ones; p reaches from -65 to 62, so 1E-130 shares its first byte with zero but is longer. Digits of negative
// numbers are complemented, and the terminator puts -1 (3E 64 66) after -1.5 (3E 64 33 66).
//
// Negative numbers are never the beginning of one another. Others may be (1 is C1 02, 1.5 is C1 02 33), so a
// key in which something follows has to end them with a byte less than every digit: 00.
#include "model/number.h"

#include <algorithm>
#include <cstring>

#include "model/number_parts.h"

namespace stator::model {

using namespace number_format;

namespace {

constexpr const char *kTooManyDigits = "Attempting to store more than 38 significant digits in a Number";

constexpr int floorHalf(int value)
{
    return value >= 0 ? value / 2 : -((1 - value) / 2);
}

Error notANumber(std::string_view text)
{
    std::string message = "The parameter cannot be converted to a numeric value";
    if (!text.empty())
        message.append(": ").append(text);
    return Error::validation(std::move(message));
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

Number NumberBuilder::build(const Decimal &decimal)
{
    Number number;
    const int p = floorHalf(decimal.exponent);
    number.m_bytes[0] = static_cast<char>(decimal.isNegative ? kNegativeBias - p : kPositiveBias + p);
    // With an even exponent the first digit stands alone before the decimal point of its pair.
    int at = decimal.exponent % 2 == 0 ? -1 : 0;
    std::uint8_t size = 1;
    for (; at < decimal.count; at += 2) {
        const int high = at < 0 ? 0 : decimal.digits[static_cast<std::size_t>(at)];
        const int low = at + 1 < decimal.count ? decimal.digits[static_cast<std::size_t>(at + 1)] : 0;
        const int pair = high * 10 + low;
        number.m_bytes[size++] = static_cast<char>(decimal.isNegative ? kComplement - pair : pair + 1);
    }
    if (decimal.isNegative && size <= kMaxPairs)
        number.m_bytes[size++] = kTerminator;
    number.m_size = size;
    return number;
}

Number NumberBuilder::copy(std::string_view canonical)
{
    Number number;
    std::memcpy(number.m_bytes.data(), canonical.data(), canonical.size());
    number.m_size = static_cast<std::uint8_t>(canonical.size());
    return number;
}

Number::Number() : m_bytes{}, m_size(1)
{
    m_bytes[0] = static_cast<char>(kZeroByte);
}

Number::Number(std::int64_t value) : Number()
{
    if (value == 0)
        return;
    Decimal decimal;
    decimal.isNegative = value < 0;
    std::uint64_t rest = static_cast<std::uint64_t>(value);
    if (decimal.isNegative)
        rest = ~rest + 1;
    std::array<std::uint8_t, 20> reversed{};
    int count = 0;
    for (; rest != 0; rest /= 10)
        reversed[static_cast<std::size_t>(count++)] = static_cast<std::uint8_t>(rest % 10);
    decimal.exponent = count - 1;
    int trailing = 0;
    while (reversed[static_cast<std::size_t>(trailing)] == 0)
        ++trailing;
    for (int i = count - 1; i >= trailing; --i)
        decimal.digits[static_cast<std::size_t>(decimal.count++)] = reversed[static_cast<std::size_t>(i)];
    *this = NumberBuilder::build(decimal);
}

Result<Number> Number::parse(std::string_view text)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    const auto skipDigits = [&] {
        while (at != end && isDigit(*at))
            ++at;
    };

    Decimal decimal;
    if (at != end && (*at == '+' || *at == '-'))
        decimal.isNegative = *at++ == '-';
    const char *const digitsBegin = at;
    skipDigits();
    const char *const point = at;
    if (at != end && *at == '.') {
        ++at;
        skipDigits();
    }
    const char *const digitsEnd = at;
    const std::int64_t wholeDigits = point - digitsBegin;
    const std::int64_t fractionDigits = digitsEnd == point ? 0 : digitsEnd - point - 1;
    if (wholeDigits + fractionDigits == 0)
        return notANumber(text);

    std::int64_t scale = 0;
    if (at != end && (*at == 'e' || *at == 'E')) {
        ++at;
        const bool isNegative = at != end && *at == '-';
        if (at != end && (*at == '+' || *at == '-'))
            ++at;
        const char *const scaleBegin = at;
        // Larger than any count of digits that fits into memory; what is beyond makes no difference.
        constexpr std::int64_t kScaleBound = std::int64_t(1) << 56;
        for (; at != end && isDigit(*at); ++at)
            scale = std::min(scale * 10 + (*at - '0'), kScaleBound);
        if (at == scaleBegin)
            return notANumber(text);
        if (isNegative)
            scale = -scale;
    }
    if (at != end)
        return notANumber(text);

    const auto isSignificant = [](char c) { return c != '0' && c != '.'; };
    const char *const first = std::find_if(digitsBegin, digitsEnd, isSignificant);
    // Of a zero the service judges the place of its last digit: 0e126 overflows, 0.0e126 does not.
    const std::int64_t place = first == digitsEnd ? -fractionDigits
                               : first < point    ? point - first - 1
                                                  : point - first;
    const std::int64_t exponent = place + scale;
    if (exponent > kMaxExponent)
        return Error::validation(kOverflow);
    if (exponent < kMinExponent)
        return Error::validation(kUnderflow);
    if (first == digitsEnd)
        return Number();

    const char *last = digitsEnd;
    while (!isSignificant(last[-1]))
        --last;
    const bool isPointInside = first < point && last > point;
    const std::int64_t count = last - first - (isPointInside ? 1 : 0);
    if (count > static_cast<std::int64_t>(kNumberDigits))
        return Error::validation(kTooManyDigits);

    decimal.exponent = static_cast<int>(exponent);
    for (const char *digit = first; digit != last; ++digit)
        if (*digit != '.')
            decimal.digits[static_cast<std::size_t>(decimal.count++)] =
                static_cast<std::uint8_t>(*digit - '0');
    return NumberBuilder::build(decimal);
}

bool Number::isCanonical(std::string_view bytes)
{
    if (bytes.empty() || bytes.size() > kMaxBytes)
        return false;
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (bytes.size() == 1)
        return first == kZeroByte;
    const bool isNegative = first < kZeroByte;
    std::string_view digits = bytes.substr(1);
    if (isNegative && digits.back() == kTerminator)
        digits.remove_suffix(1);
    else if (isNegative && digits.size() != kMaxPairs)
        return false;
    if (digits.empty())
        return false;
    for (const char digit : digits) {
        const int value = static_cast<unsigned char>(digit);
        const int pair = isNegative ? kComplement - value : value - 1;
        if (pair < 0 || pair > 99)
            return false;
    }
    const PairView pairs(bytes);
    const int leading = pairs.pair(0);
    const int trailing = pairs.pair(pairs.count() - 1);
    if (leading == 0 || trailing == 0)
        return false;
    const int decimals = 2 * pairs.count() - (leading < 10 ? 1 : 0) - (trailing % 10 == 0 ? 1 : 0);
    return decimals <= static_cast<int>(kNumberDigits);
}

Result<Number> Number::decode(std::string_view bytes)
{
    if (!isCanonical(bytes))
        return Error::corruption("the bytes are not a number");
    return NumberBuilder::copy(bytes);
}

std::strong_ordering Number::operator<=>(const Number &other) const
{
    return bytes().compare(other.bytes()) <=> 0;
}

} // namespace stator::model
