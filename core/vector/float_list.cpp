#include "vector/float_list.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "model/number.h"

namespace stator::vector {

using document::ValueType;
using document::ValueView;

std::optional<float> readFloat(ValueView value)
{
    if (value.type() != ValueType::N)
        return std::nullopt;
    const double number = model::numberToDouble(value.numberBytes());
    // From halfway between the greatest float and 2^128 on, the nearest float would be infinite.
    constexpr double kEdge = 0x1.ffffffp127;
    return std::abs(number) < kEdge ? std::optional(static_cast<float>(number)) : std::nullopt;
}

std::optional<VectorFault> readVector(ValueView value, std::uint32_t dimensions, std::vector<float> &out)
{
    out.clear();
    VectorFault fault;
    fault.type = value.type();
    if (value.type() != ValueType::L)
        return fault;
    fault.length = value.count();
    // An element of the wrong type is told before a wrong length, as for the vector of a search.
    for (const ValueView element : value.elements()) {
        const auto number = readFloat(element);
        if (!number) {
            fault.type = element.type();
            fault.kind = fault.type == ValueType::N ? VectorFault::Kind::OutOfRange : VectorFault::Kind::NotANumber;
            return fault;
        }
        ++fault.element;
        if (fault.length == dimensions)
            out.push_back(*number);
    }
    if (fault.length == dimensions)
        return std::nullopt;
    fault.kind = VectorFault::Kind::WrongLength;
    return fault;
}

void writeVector(std::span<const float> vector, document::ValueWriter &writer)
{
    char text[64];
    writer.beginList();
    for (const float element : vector) {
        const auto end = std::to_chars(text, text + sizeof text, element).ptr;
        const auto number = model::Number::parse({text, static_cast<std::size_t>(end - text)});
        STATOR_ASSERT(number.ok()); // floats lie well inside the range of numbers
        writer.numberBytes(number->bytes());
    }
    writer.endList();
}

void appendFloats(std::span<const float> vector, std::string &out)
{
    const std::size_t before = out.size();
    out.resize(before + vector.size() * sizeof(float));
    if constexpr (std::endian::native == std::endian::little) {
        if (!vector.empty())
            std::memcpy(out.data() + before, vector.data(), vector.size() * sizeof(float));
    } else {
        char *at = out.data() + before;
        for (const float element : vector) {
            const auto bits = std::bit_cast<std::uint32_t>(element);
            for (int shift = 0; shift < 32; shift += 8)
                *at++ = static_cast<char>(bits >> shift);
        }
    }
}

void readFloats(std::string_view bytes, std::vector<float> &out)
{
    STATOR_ASSERT(bytes.size() % sizeof(float) == 0);
    out.resize(bytes.size() / sizeof(float));
    if constexpr (std::endian::native == std::endian::little) {
        if (!bytes.empty())
            std::memcpy(out.data(), bytes.data(), bytes.size());
    } else {
        const char *at = bytes.data();
        for (float &element : out) {
            std::uint32_t bits = 0;
            for (int shift = 0; shift < 32; shift += 8)
                bits |= static_cast<std::uint32_t>(static_cast<unsigned char>(*at++)) << shift;
            element = std::bit_cast<float>(bits);
        }
    }
}

} // namespace stator::vector
