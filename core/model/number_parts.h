// What the files of Number share: its bytes taken apart and put together. Grammar: number.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/limits.h"
#include "model/number.h"

namespace stator::model {

namespace number_format {

inline constexpr unsigned char kZeroByte = 0x80;
inline constexpr int kPositiveBias = 193;
inline constexpr int kNegativeBias = 62;
inline constexpr int kComplement = 101;
inline constexpr char kTerminator = 102;
inline constexpr int kMaxPairs = 20;
inline constexpr int kMaxExponent = 125;
inline constexpr int kMinExponent = -130;

inline constexpr const char *kOverflow =
    "Number overflow. Attempting to store a number with magnitude larger than supported range";
inline constexpr const char *kUnderflow =
    "Number underflow. Attempting to store a number with magnitude smaller than supported range";

} // namespace number_format

// The pairs of a canonical number where they lie: ± pair(0).pair(1)… × 100^exponent. No pairs: zero.
struct PairView {
    bool isNegative = false;
    int exponent = 0;
    std::string_view digits;

    explicit PairView(std::string_view bytes) : digits(bytes.substr(1))
    {
        if (digits.empty())
            return;
        const int first = static_cast<unsigned char>(bytes[0]);
        isNegative = first < number_format::kZeroByte;
        exponent = isNegative ? number_format::kNegativeBias - first : first - number_format::kPositiveBias;
        if (isNegative && digits.back() == number_format::kTerminator)
            digits.remove_suffix(1);
    }

    int count() const { return static_cast<int>(digits.size()); }
    int pair(int index) const
    {
        const int digit = static_cast<unsigned char>(digits[static_cast<std::size_t>(index)]);
        return isNegative ? number_format::kComplement - digit : digit - 1;
    }
};

// Significant decimal digits and the power of ten of the first one. `count` is at least 1.
struct Decimal {
    bool isNegative = false;
    int exponent = 0;
    int count = 0;
    std::array<std::uint8_t, kNumberDigits> digits{};
};

// The one place that fills in the bytes of a Number.
class NumberBuilder {
public:
    static Number build(const Decimal &decimal);
    static Number copy(std::string_view canonical);
};

} // namespace stator::model
