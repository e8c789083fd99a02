// A Number of the service: exact to 38 significant digits, magnitude 0 or 1E-130 … 9.99E+125.
//
// It is held in the form that keys, documents and sizes share (grammar in number.cpp): one exponent byte
// and base-100 digits, complemented and terminated when negative, so that comparing the bytes compares the
// values, equal values have equal bytes, and their count is the service's size of the number.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace stator::model {

class Number {
public:
    // 1 exponent byte and 20 base-100 digits; or 19, and the terminator of a negative number.
    static constexpr std::size_t kMaxBytes = 21;

    Number(); // zero
    explicit Number(std::int64_t value);

    // Reads the service's number grammar and range; the errors are the service's texts.
    static Result<Number> parse(std::string_view text);
    // `bytes` as bytes() gave them; anything else is Corruption.
    static Result<Number> decode(std::string_view bytes);
    // Whether decode() would take them.
    static bool isCanonical(std::string_view bytes);

    std::string_view bytes() const { return {m_bytes.data(), m_size}; }

    // Exact in 38 digits; a result that needs more is refused with the overflow text.
    static Result<Number> add(const Number &a, const Number &b);
    static Result<Number> subtract(const Number &a, const Number &b);

    std::strong_ordering operator<=>(const Number &other) const;
    bool operator==(const Number &other) const { return bytes() == other.bytes(); }

private:
    friend class NumberBuilder;

    std::array<char, kMaxBytes> m_bytes;
    std::uint8_t m_size;
};

// The normalised text of a number held as bytes: plain decimal, no exponent, no leading or trailing zeros.
// Appends to `out`. `bytes` must be canonical.
void appendNumberText(std::string_view bytes, std::string &out);
std::string numberText(std::string_view bytes);

// The nearest double; for charts and sorting aids, never for the engine's decisions.
double numberToDouble(std::string_view bytes);

// The service's size of a number, from its canonical bytes.
inline std::uint32_t numberSizeBytes(std::string_view bytes)
{
    return static_cast<std::uint32_t>(bytes.size());
}

} // namespace stator::model
