// The questions that model constraints ask of one value; the decoder and the list of violations share them.
#pragma once

#include <optional>
#include <string_view>

#include "api/structure.h"

namespace stator::api {

// Bounds of a string as they count for `text`: a table name may give way to an ARN, which has its own.
struct StringBounds {
    std::int64_t min;
    std::int64_t max;
    const Pattern *pattern;
};
StringBounds stringBounds(const Type &type, std::string_view text);

// The length the service counts: UTF-16 units.
std::int64_t utf16Length(std::string_view utf8);

bool satisfies(const Type &type, std::string_view text);
inline bool isWithin(const Type &type, std::int64_t value)
{
    return value >= type.min && value <= type.max;
}

// Position of `text` among the values, or nothing.
std::optional<std::uint8_t> enumerator(const Enumeration &enumeration, std::string_view text);

} // namespace stator::api
