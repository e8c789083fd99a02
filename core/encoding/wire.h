// The small numbers and strings that rows and entries are written with.
//
//     varint = 7 bits a byte, least first, high bit: more follow
//     zigzag = varint of a signed number: 0, -1, 1, -2 … as 0, 1, 2, 3 …
//     str    = length:varint bytes
//
// A WireReader never reads beyond its bytes: after the first fault every answer is empty, and hasFailed()
// says so once at the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stator::encoding {

inline void putByte(std::string &out, std::uint8_t value) { out.push_back(static_cast<char>(value)); }

inline void putVarint(std::string &out, std::uint64_t value)
{
    while (value >= 0x80) {
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(value) | 0x80u));
        value >>= 7;
    }
    out.push_back(static_cast<char>(value));
}

inline void putBool(std::string &out, bool value) { putByte(out, value ? 1 : 0); }

inline void putSigned(std::string &out, std::int64_t value)
{
    putVarint(out, static_cast<std::uint64_t>(value) << 1 ^ (value < 0 ? ~std::uint64_t(0) : 0));
}

inline void putFixed64(std::string &out, std::uint64_t value)
{
    char bytes[8];
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(value >> (8 * i));
    out.append(bytes, 8);
}

inline void putTime(std::string &out, std::int64_t time) { putFixed64(out, static_cast<std::uint64_t>(time)); }

inline void putString(std::string &out, std::string_view bytes)
{
    putVarint(out, bytes.size());
    out.append(bytes);
}

class WireReader {
public:
    explicit WireReader(std::string_view bytes) : m_rest(bytes) {}

    std::uint8_t byte()
    {
        if (m_rest.empty()) {
            fail();
            return 0;
        }
        const auto value = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        return value;
    }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            // The tenth byte has room for one bit; a last byte of zero would be a second way to say the same.
            if ((shift == 63 && next > 1) || (shift > 0 && next == 0)) {
                fail();
                return 0;
            }
            value |= static_cast<std::uint64_t>(next & 0x7Fu) << shift;
            if (next < 0x80)
                return value;
        }
        fail();
        return 0;
    }
    std::uint32_t varint32()
    {
        const std::uint64_t value = varint();
        if (value > UINT32_MAX) {
            fail();
            return 0;
        }
        return static_cast<std::uint32_t>(value);
    }
    std::int64_t zigzag()
    {
        const std::uint64_t value = varint();
        return static_cast<std::int64_t>(value >> 1 ^ ((value & 1) != 0 ? ~std::uint64_t(0) : 0));
    }
    bool boolean()
    {
        const std::uint8_t value = byte();
        if (value > 1)
            fail();
        return value == 1;
    }
    // One between the first and the last of its kind.
    template <class Enum>
    Enum enumerator(Enum first, Enum last)
    {
        const std::uint8_t value = byte();
        if (value < static_cast<std::uint8_t>(first) || value > static_cast<std::uint8_t>(last)) {
            fail();
            return first;
        }
        return static_cast<Enum>(value);
    }
    // How many things follow, each of at least one byte: never more than bytes are left.
    std::size_t count()
    {
        const std::uint64_t value = varint();
        if (value > m_rest.size()) {
            fail();
            return 0;
        }
        return static_cast<std::size_t>(value);
    }
    std::int64_t time()
    {
        if (m_rest.size() < 8) {
            fail();
            return 0;
        }
        std::uint64_t value = 0;
        for (unsigned i = 0; i < 8; ++i)
            value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(m_rest[i])) << (8 * i);
        m_rest.remove_prefix(8);
        return static_cast<std::int64_t>(value);
    }
    std::string_view string()
    {
        const std::size_t size = count();
        const std::string_view value = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return value;
    }

    std::string_view rest() const { return m_rest; }
    void fail()
    {
        m_hasFailed = true;
        m_rest = {};
    }
    bool hasFailed() const { return m_hasFailed; }
    // Everything was read and made sense.
    bool isAtEnd() const { return !m_hasFailed && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_hasFailed = false;
};

} // namespace stator::encoding
