// Fixed-width integers in byte strings: little-endian where a machine reads them, big-endian where their
// order as bytes must be their order as numbers.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/assert.h"

namespace stator {

template <std::unsigned_integral T>
constexpr T swapBytes(T value)
{
    if constexpr (sizeof(T) == 1)
        return value;
    else if constexpr (sizeof(T) == 2)
        return __builtin_bswap16(value);
    else if constexpr (sizeof(T) == 4)
        return __builtin_bswap32(value);
    else
        return __builtin_bswap64(value);
}

template <std::unsigned_integral T>
constexpr T littleEndian(T value)
{
    return std::endian::native == std::endian::little ? value : swapBytes(value);
}

template <std::unsigned_integral T>
constexpr T bigEndian(T value)
{
    return std::endian::native == std::endian::big ? value : swapBytes(value);
}

template <std::unsigned_integral T>
void putLittleEndian(char *at, std::type_identity_t<T> value)
{
    const T bytes = littleEndian<T>(value);
    std::memcpy(at, &bytes, sizeof bytes);
}

template <std::unsigned_integral T>
T getLittleEndian(const char *at)
{
    T bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return littleEndian(bytes);
}

template <std::unsigned_integral T>
void appendLittleEndian(std::string &out, std::type_identity_t<T> value)
{
    const T bytes = littleEndian<T>(value);
    out.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

template <std::unsigned_integral T>
void appendBigEndian(std::string &out, std::type_identity_t<T> value)
{
    const T bytes = bigEndian<T>(value);
    out.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

template <std::unsigned_integral T>
T getBigEndian(const char *at)
{
    T bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bigEndian(bytes);
}

// Reads fields one after the other; once the bytes do not suffice everything reads as zero and ok() is false.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_left(bytes) {}

    template <std::unsigned_integral T>
    T takeLittleEndian()
    {
        const std::string_view field = take(sizeof(T));
        return m_ok ? getLittleEndian<T>(field.data()) : T{0};
    }
    std::string_view take(std::size_t count)
    {
        m_ok = m_ok && m_left.size() >= count;
        if (!m_ok)
            return {};
        const std::string_view field = m_left.substr(0, count);
        m_left.remove_prefix(count);
        return field;
    }

    bool ok() const { return m_ok; }
    std::string_view left() const { return m_left; }

private:
    std::string_view m_left;
    bool m_ok = true;
};

} // namespace stator
