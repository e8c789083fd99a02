#include <array>
#include <cstdint>

#include "document/json_reader.h"
#include "document/json_writer.h"

namespace stator::document {

namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kInvalid = 0xFF;

constexpr std::array<std::uint8_t, 256> makeDecoding()
{
    std::array<std::uint8_t, 256> table{};
    table.fill(kInvalid);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
    return table;
}

constexpr auto kDecoding = makeDecoding();

std::uint32_t digit(char c)
{
    return kDecoding[static_cast<unsigned char>(c)];
}

// The text of characters outside the alphabet is unverified.
Error invalidCharacter(std::string_view text)
{
    for (const char c : text)
        if (digit(c) == kInvalid)
            return Error::serialization(std::string("Invalid Base64 character: '").append(1, c).append(1, '\''));
    return Error::serialization("Invalid Base64 character");
}

} // namespace

Result<void> decodeBase64(std::string_view text, std::string &out)
{
    if (text.size() % 4 != 0)
        return Error::serialization("Base64 encoded length is expected a multiple of 4 bytes but found: " +
                                    std::to_string(text.size()));
    if (text.empty())
        return {};
    const std::size_t padding = text.back() != '=' ? 0 : text[text.size() - 2] != '=' ? 1 : 2;
    const std::size_t whole = text.size() / 4 - (padding != 0 ? 1 : 0);

    const std::size_t begin = out.size();
    out.resize(begin + whole * 3);
    char *to = out.data() + begin;
    const char *from = text.data();
    std::uint32_t seen = 0; // digits are below 64: a high bit betrays an invalid one
    for (std::size_t i = 0; i < whole; ++i, from += 4, to += 3) {
        const std::uint32_t a = digit(from[0]), b = digit(from[1]), c = digit(from[2]), d = digit(from[3]);
        seen |= a | b | c | d;
        const std::uint32_t bits = a << 18 | b << 12 | c << 6 | d;
        to[0] = static_cast<char>(bits >> 16);
        to[1] = static_cast<char>(bits >> 8);
        to[2] = static_cast<char>(bits);
    }
    if ((seen & 0xC0) != 0)
        return invalidCharacter(text);
    if (padding == 0)
        return {};

    const std::uint32_t a = digit(from[0]), b = digit(from[1]), c = padding == 1 ? digit(from[2]) : 0;
    if (((a | b | c) & 0xC0) != 0)
        return invalidCharacter(text.substr(0, text.size() - padding));
    const std::uint32_t unused = padding == 1 ? c & 0x03 : b & 0x0F;
    if (unused != 0)
        return Error::serialization("Invalid last non-pad Base64 character dectected");
    out.push_back(static_cast<char>(a << 2 | b >> 4));
    if (padding == 1)
        out.push_back(static_cast<char>(b << 4 | c >> 2));
    return {};
}

void writeBase64(std::string_view bytes, std::string &out)
{
    const std::size_t begin = out.size();
    out.resize(begin + (bytes.size() + 2) / 3 * 4);
    char *to = out.data() + begin;
    const auto *from = reinterpret_cast<const unsigned char *>(bytes.data());
    std::size_t left = bytes.size();
    for (; left >= 3; left -= 3, from += 3) {
        const std::uint32_t bits = static_cast<std::uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
        *to++ = kAlphabet[bits >> 18];
        *to++ = kAlphabet[bits >> 12 & 63];
        *to++ = kAlphabet[bits >> 6 & 63];
        *to++ = kAlphabet[bits & 63];
    }
    if (left == 0)
        return;
    const std::uint32_t bits = static_cast<std::uint32_t>(from[0] << 16 | (left == 2 ? from[1] << 8 : 0));
    *to++ = kAlphabet[bits >> 18];
    *to++ = kAlphabet[bits >> 12 & 63];
    *to++ = left == 2 ? kAlphabet[bits >> 6 & 63] : '=';
    *to++ = '=';
}

} // namespace stator::document
