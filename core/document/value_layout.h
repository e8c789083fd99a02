// Reading the bytes of value_format.md; shared by views, writer and check.
//
// Nothing here looks for an end: bytes that were not written by a writer go through check() first.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>

namespace stator::document::layout {

inline constexpr std::size_t kHeadBytes = 12;
inline constexpr std::size_t kContainerBytes = 1 + kHeadBytes; // tag and head

inline constexpr std::size_t kLengthAt = 1;
inline constexpr std::size_t kCountAt = 5;
inline constexpr std::size_t kSizeAt = 9;

// What the service adds to the sizes of a list's or map's entries, and to each of them.
inline constexpr std::uint32_t kContainerSize = 3;
inline constexpr std::uint32_t kEntrySize = 1;

inline std::uint32_t readU32(const char *at)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(at);
    return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8 |
           static_cast<std::uint32_t>(bytes[2]) << 16 | static_cast<std::uint32_t>(bytes[3]) << 24;
}

inline void writeU32(char *at, std::uint32_t value)
{
    at[0] = static_cast<char>(value);
    at[1] = static_cast<char>(value >> 8);
    at[2] = static_cast<char>(value >> 16);
    at[3] = static_cast<char>(value >> 24);
}

// Reads a varint and moves `at` behind it.
inline std::uint32_t readVarint(const char *&at)
{
    auto byte = static_cast<unsigned char>(*at++);
    std::uint32_t value = byte & 0x7Fu;
    for (int shift = 7; byte >= 0x80; shift += 7) {
        byte = static_cast<unsigned char>(*at++);
        value |= (byte & 0x7Fu) << shift;
    }
    return value;
}

inline void appendVarint(std::uint32_t value, std::string &out)
{
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<char>(value | 0x80));
    out.push_back(static_cast<char>(value));
}

} // namespace stator::document::layout
