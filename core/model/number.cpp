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
#include <cstdlib>
#include <cstring>

#include "model/limits.h"

namespace stator::model {

namespace {

constexpr unsigned char kZeroByte = 0x80;
constexpr int kPositiveBias = 193;
constexpr int kNegativeBias = 62;
constexpr int kComplement = 101;
constexpr char kTerminator = 102;
constexpr int kMaxPairs = 20;
constexpr int kMaxExponent = 125;
constexpr int kMinExponent = -130;

constexpr const char *kOverflow =
    "Number overflow. Attempting to store a number with magnitude larger than supported range";
constexpr const char *kUnderflow =
    "Number underflow. Attempting to store a number with magnitude smaller than supported range";
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

// A number taken apart: ± pairs[0].pairs[1]… × 100^exponent. No pairs: zero.
struct Pairs {
    bool isNegative = false;
    int exponent = 0;
    int count = 0;
    std::array<std::uint8_t, kMaxPairs> pairs{};
};

Pairs takeApart(std::string_view bytes)
{
    Pairs parts;
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (bytes.size() == 1)
        return parts;
    parts.isNegative = first < kZeroByte;
    parts.exponent = parts.isNegative ? kNegativeBias - first : first - kPositiveBias;
    std::string_view digits = bytes.substr(1);
    if (parts.isNegative && digits.back() == kTerminator)
        digits.remove_suffix(1);
    parts.count = static_cast<int>(digits.size());
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = static_cast<unsigned char>(digits[i]);
        parts.pairs[i] = static_cast<std::uint8_t>(parts.isNegative ? kComplement - digit : digit - 1);
    }
    return parts;
}

// Significant decimal digits and the power of ten of the first one. `count` is at least 1.
struct Decimal {
    bool isNegative = false;
    int exponent = 0;
    int count = 0;
    std::array<std::uint8_t, kNumberDigits> digits{};
};

} // namespace

// The one place that fills in the bytes of a Number.
class NumberBuilder {
public:
    static Number build(const Decimal &decimal)
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

    static Number copy(std::string_view bytes)
    {
        Number number;
        std::memcpy(number.m_bytes.data(), bytes.data(), bytes.size());
        number.m_size = static_cast<std::uint8_t>(bytes.size());
        return number;
    }
};

namespace {

// The sum of two numbers over their common digits, most significant pair first.
struct Sum {
    // 20 pairs at most 22 apart, and a carry.
    static constexpr int kPairs = 44;

    int exponent = 0; // of pairs[0]
    std::array<int, kPairs> pairs{};

    void add(const Pairs &number, int sign)
    {
        const int begin = exponent - number.exponent;
        for (int i = 0; i < number.count; ++i)
            pairs[static_cast<std::size_t>(begin + i)] += sign * number.pairs[static_cast<std::size_t>(i)];
    }

    // Brings every pair into 0…99; true if the sum was negative and is its magnitude now.
    bool normalise()
    {
        if (carry() >= 0)
            return false;
        // The pairs are the complement of the magnitude.
        for (int &pair : pairs)
            pair = -pair;
        carry();
        return true;
    }

private:
    int carry()
    {
        int carried = 0;
        for (std::size_t i = pairs.size(); i-- > 0;) {
            const int value = pairs[i] + carried;
            carried = value >= 0 ? value / 100 : -((99 - value) / 100);
            pairs[i] = value - carried * 100;
        }
        return carried;
    }
};

Result<Number> numberOf(const Sum &sum, bool isNegative)
{
    std::array<std::uint8_t, Sum::kPairs * 2> digits{};
    for (std::size_t i = 0; i < sum.pairs.size(); ++i) {
        digits[2 * i] = static_cast<std::uint8_t>(sum.pairs[i] / 10);
        digits[2 * i + 1] = static_cast<std::uint8_t>(sum.pairs[i] % 10);
    }
    const auto isSet = [](std::uint8_t digit) { return digit != 0; };
    const auto first = std::find_if(digits.begin(), digits.end(), isSet);
    if (first == digits.end())
        return Number();
    const auto last = std::find_if(digits.rbegin(), digits.rend(), isSet).base();

    Decimal decimal;
    decimal.isNegative = isNegative;
    decimal.exponent = sum.exponent * 2 + 1 - static_cast<int>(first - digits.begin());
    decimal.count = static_cast<int>(last - first);
    if (decimal.exponent > kMaxExponent || decimal.count > static_cast<int>(kNumberDigits))
        return Error::validation(kOverflow);
    if (decimal.exponent < kMinExponent)
        return Error::validation(kUnderflow);
    std::copy(first, last, decimal.digits.begin());
    return NumberBuilder::build(decimal);
}

Result<Number> addSigned(const Number &a, const Number &b, bool isSubtraction)
{
    const Pairs left = takeApart(a.bytes());
    const Pairs right = takeApart(b.bytes());
    if (right.count == 0)
        return a;
    const int leftSign = left.isNegative ? -1 : 1;
    const int rightSign = right.isNegative != isSubtraction ? -1 : 1;
    Sum sum;
    if (left.count == 0) {
        sum.exponent = right.exponent;
    } else {
        // Further apart, the result needs more than 38 digits whatever they are.
        if (std::abs(left.exponent - right.exponent) > 22)
            return Error::validation(kOverflow);
        sum.exponent = std::max(left.exponent, right.exponent) + 1;
        sum.add(left, leftSign);
    }
    sum.add(right, rightSign);
    const bool isNegative = sum.normalise();
    return numberOf(sum, isNegative);
}

} // namespace

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
    const Pairs parts = takeApart(bytes);
    const int leading = parts.pairs[0];
    const int trailing = parts.pairs[static_cast<std::size_t>(parts.count - 1)];
    if (leading == 0 || trailing == 0)
        return false;
    const int decimals = 2 * parts.count - (leading < 10 ? 1 : 0) - (trailing % 10 == 0 ? 1 : 0);
    return decimals <= static_cast<int>(kNumberDigits);
}

Result<Number> Number::decode(std::string_view bytes)
{
    if (!isCanonical(bytes))
        return Error::corruption("the bytes are not a number");
    return NumberBuilder::copy(bytes);
}

Result<Number> Number::add(const Number &a, const Number &b)
{
    return addSigned(a, b, false);
}

Result<Number> Number::subtract(const Number &a, const Number &b)
{
    return addSigned(a, b, true);
}

std::strong_ordering Number::operator<=>(const Number &other) const
{
    return bytes().compare(other.bytes()) <=> 0;
}

} // namespace stator::model
