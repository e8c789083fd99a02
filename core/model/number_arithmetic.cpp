// Sums of Numbers, exact or refused.
#include <algorithm>
#include <cstdlib>

#include "model/number_parts.h"

namespace stator::model {

using namespace number_format;

namespace {

// The sum of two numbers over their common digits, most significant pair first.
struct Sum {
    // 20 pairs at most 22 apart, and a carry.
    static constexpr int kPairs = 44;

    int exponent = 0; // of pairs[0]
    std::array<int, kPairs> pairs{};

    void add(const PairView &number, int sign)
    {
        const int begin = exponent - number.exponent;
        for (int i = 0; i < number.count(); ++i)
            pairs[static_cast<std::size_t>(begin + i)] += sign * number.pair(i);
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
    const PairView left(a.bytes());
    const PairView right(b.bytes());
    if (right.count() == 0)
        return a;
    const int leftSign = left.isNegative ? -1 : 1;
    const int rightSign = right.isNegative != isSubtraction ? -1 : 1;
    Sum sum;
    if (left.count() == 0) {
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

Result<Number> Number::add(const Number &a, const Number &b)
{
    return addSigned(a, b, false);
}

Result<Number> Number::subtract(const Number &a, const Number &b)
{
    return addSigned(a, b, true);
}

} // namespace stator::model
