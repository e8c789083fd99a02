// Between a vector as an attribute holds it, a list of numbers, and as an index does: 32-bit floats, least
// byte first where they are bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/value_view.h"
#include "document/writer.h"

namespace stator::vector {

// Why a value is no vector of so many dimensions.
struct VectorFault {
    enum class Kind : std::uint8_t {
        NotAList,     // `type` instead
        WrongLength,  // `length`
        NotANumber,   // the element at `element` is of `type`
        OutOfRange,   // the number at `element` is beyond a 32-bit float
    };
    Kind kind = Kind::NotAList;
    document::ValueType type = document::ValueType::Null;
    std::uint32_t length = 0;
    std::uint32_t element = 0;
};

// Reads a number as the nearest float; nothing if it is no number, or beyond the range of one.
std::optional<float> readFloat(document::ValueView value);
// Replaces `out`; a fault leaves it unspecified.
std::optional<VectorFault> readVector(document::ValueView value, std::uint32_t dimensions,
                                      std::vector<float> &out);

// Writes a list of the shortest numbers that read back as these floats.
void writeVector(std::span<const float> vector, document::ValueWriter &writer);

void appendFloats(std::span<const float> vector, std::string &out);
// `bytes` hold four for each float.
void readFloats(std::string_view bytes, std::vector<float> &out);

} // namespace stator::vector
