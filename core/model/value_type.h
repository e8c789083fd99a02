// The ten attribute types of the service and their names on the wire.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stator::model {

// These values are on disk (document/value_format.md); they never change.
enum class ValueType : std::uint8_t {
    Null = 1,
    Bool = 2,
    N = 3,
    S = 4,
    B = 5,
    NS = 6,
    SS = 7,
    BS = 8,
    L = 9,
    M = 10,
};

// "NULL", "BOOL", "N", …
std::string_view wireName(ValueType type);
std::optional<ValueType> valueTypeFromWireName(std::string_view name);

constexpr bool isSet(ValueType type)
{
    return type == ValueType::NS || type == ValueType::SS || type == ValueType::BS;
}

// The type of a set's elements.
constexpr ValueType elementType(ValueType set)
{
    return set == ValueType::NS ? ValueType::N : set == ValueType::SS ? ValueType::S : ValueType::B;
}

// Types a key attribute may have.
constexpr bool isKeyType(ValueType type)
{
    return type == ValueType::S || type == ValueType::N || type == ValueType::B;
}

} // namespace stator::model
