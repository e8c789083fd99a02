#include "encoding/time_to_live.h"

#include <charconv>

#include "encoding/keys.h"
#include "model/number.h"

namespace stator::encoding {

namespace {

constexpr std::size_t kExpiryBytes = 8;

template <class Integer>
void putBigEndian(Integer value, std::string &out)
{
    for (int shift = static_cast<int>(sizeof value * 8) - 8; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(value >> shift));
}

void appendHead(Keyspace keyspace, std::uint32_t indexId, std::string &out)
{
    out.push_back(static_cast<char>(keyspace));
    putBigEndian(indexId, out);
}

} // namespace

std::optional<std::uint64_t> expiryOf(std::string_view attribute, document::ItemView item)
{
    const auto value = item.attribute(attribute);
    if (!value || value->type() != document::ValueType::N)
        return std::nullopt;
    // Plain decimal, as a reply shows it: a sign, a point or too many digits end the reading.
    const std::string text = model::numberText(value->numberBytes());
    std::uint64_t seconds = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (fault != std::errc() || (end != text.data() + text.size() && *end != '.'))
        return std::nullopt;
    return seconds;
}

void appendExpiryKey(std::uint32_t indexId, std::uint64_t expiry, std::string_view itemKey, std::string &out)
{
    appendHead(Keyspace::TimeToLive, indexId, out);
    putBigEndian(expiry, out);
    out.append(itemKey.substr(kKeyHeadBytes));
}

std::string expiryBegin(std::uint32_t indexId, std::uint64_t expiry)
{
    std::string begin;
    appendHead(Keyspace::TimeToLive, indexId, begin);
    putBigEndian(expiry, begin);
    return begin;
}

std::string expiryEnd(std::uint32_t indexId)
{
    std::string head;
    appendHead(Keyspace::TimeToLive, indexId, head);
    return afterPrefix(head);
}

bool isExpiryKey(std::string_view key)
{
    return !key.empty() && key.front() == static_cast<char>(Keyspace::TimeToLive);
}

std::uint64_t expiryOfKey(std::string_view key)
{
    STATOR_ASSERT(key.size() >= kKeyHeadBytes + kExpiryBytes);
    std::uint64_t expiry = 0;
    for (std::size_t i = 0; i < kExpiryBytes; ++i)
        expiry = expiry << 8 | static_cast<unsigned char>(key[kKeyHeadBytes + i]);
    return expiry;
}

std::string itemKeyOf(std::string_view expiryKey)
{
    STATOR_ASSERT(expiryKey.size() >= kKeyHeadBytes + kExpiryBytes);
    std::string key;
    appendHead(Keyspace::Item, 0, key);
    key.append(expiryKey.substr(kKeyHeadBytes + kExpiryBytes));
    return key;
}

} // namespace stator::encoding
