#include "api/constraint.h"

#include "api/pattern.h"

namespace stator::api {

StringBounds stringBounds(const Type &type, std::string_view text)
{
    if (!type.isTableName)
        return {type.min, type.max, type.pattern};
    if (text.substr(0, 4) == "arn:")
        return {1, 1024, nullptr};
    // An empty name is told apart from a short one.
    const std::int64_t min = text.empty() || type.min == kNoMinimum ? 1 : type.min;
    return {min, 255, text.empty() ? nullptr : &patterns::name};
}

std::int64_t utf16Length(std::string_view utf8)
{
    std::int64_t length = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        length += (byte & 0xC0) != 0x80; // not a continuation
        length += byte >= 0xF0;          // a surrogate pair
    }
    return length;
}

bool satisfies(const Type &type, std::string_view text)
{
    if (type.min == kNoMinimum && type.max == kNoMaximum && !type.pattern && !type.isTableName)
        return true;
    const StringBounds bounds = stringBounds(type, text);
    const std::int64_t length = utf16Length(text);
    return length >= bounds.min && length <= bounds.max && (!bounds.pattern || bounds.pattern->matches(text));
}

std::optional<std::uint8_t> enumerator(const Enumeration &enumeration, std::string_view text)
{
    for (std::size_t i = 0; i < enumeration.values.size(); ++i)
        if (enumeration.values[i] == text)
            return static_cast<std::uint8_t>(i);
    return std::nullopt;
}

} // namespace stator::api
