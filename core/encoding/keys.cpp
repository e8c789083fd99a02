#include "encoding/keys.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "model/limits.h"

namespace stator::encoding {

namespace {

void appendHead(std::uint32_t indexId, std::string &out)
{
    out.push_back(static_cast<char>(indexId == 0 ? Keyspace::Item : Keyspace::Index));
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(indexId >> shift));
}

void appendHash(std::uint64_t hash, std::string &out)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(hash >> shift));
}

// Leaves room for the hash, and fills it in once the partition values stand behind it.
std::size_t beginHash(std::string &out)
{
    const std::size_t at = out.size();
    out.append(kKeyHashBytes, '\0');
    return at;
}

void endHash(std::size_t at, std::string &out)
{
    const std::size_t values = at + kKeyHashBytes;
    const std::uint64_t hash = XXH3_64bits(out.data() + values, out.size() - values);
    for (std::size_t i = 0; i < kKeyHashBytes; ++i)
        out[at + i] = static_cast<char>(hash >> (56 - 8 * i));
}

void appendAttributes(const std::vector<model::KeyAttribute> &attributes, document::ItemView item,
                      std::string &out)
{
    for (const auto &attribute : attributes) {
        const auto value = item.attribute(attribute.name);
        STATOR_ASSERT(value && value->type() == attribute.type);
        appendKeyValue(*value, out);
    }
}

// `maxBytes` holds for all of them together.
bool appendIndexAttributes(const std::vector<model::KeyAttribute> &attributes, std::uint32_t maxBytes,
                           document::ItemView item, std::string &out)
{
    std::uint64_t bytes = 0;
    for (const auto &attribute : attributes) {
        const auto value = item.attribute(attribute.name);
        if (!value || value->type() != attribute.type)
            return false;
        bytes += value->sizeBytes();
        if (bytes > maxBytes || (attribute.type != model::ValueType::N && value->text().empty()))
            return false;
        appendKeyValue(*value, out);
    }
    return true;
}

void appendEscaped(std::string_view bytes, std::string &out)
{
    for (;;) {
        const std::size_t zero = bytes.find('\0');
        out.append(bytes.substr(0, zero));
        if (zero == std::string_view::npos)
            return;
        out.append("\x00\xFF", 2);
        bytes.remove_prefix(zero + 1);
    }
}

} // namespace

// Numbers go the same way as text: their bytes compare as their values do, a shorter one that begins another
// is the smaller, and the terminator keeps it so whatever follows.
void appendKeyValue(document::ValueView value, std::string &out)
{
    const bool isNumber = value.type() == model::ValueType::N;
    appendEscaped(isNumber ? value.numberBytes() : value.text(), out);
    out.append("\x00\x01", 2);
}

void appendKeyBeginning(std::string_view textOrBytes, std::string &out)
{
    appendEscaped(textOrBytes, out);
}

void appendItemKey(const model::KeySchema &keys, document::ItemView item, std::string &out)
{
    appendHead(0, out);
    const std::size_t hash = beginHash(out);
    appendAttributes(keys.partition, item, out);
    endHash(hash, out);
    appendAttributes(keys.sort, item, out);
}

std::string itemKey(const model::KeySchema &keys, document::ItemView item)
{
    std::string key;
    key.reserve(64);
    appendItemKey(keys, item, key);
    return key;
}

bool appendIndexKey(std::uint32_t indexId, const model::KeySchema &index, const model::KeySchema &table,
                    document::ItemView item, std::string &out)
{
    STATOR_ASSERT(indexId != 0);
    const std::size_t before = out.size();
    appendHead(indexId, out);
    const std::size_t hash = beginHash(out);
    if (!appendIndexAttributes(index.partition, model::kPartitionKeyBytes, item, out)) {
        out.resize(before);
        return false;
    }
    endHash(hash, out);
    if (!appendIndexAttributes(index.sort, model::kSortKeyBytes, item, out)) {
        out.resize(before);
        return false;
    }
    appendAttributes(table.partition, item, out);
    appendAttributes(table.sort, item, out);
    return true;
}

std::optional<std::string> indexKey(std::uint32_t indexId, const model::KeySchema &index,
                                    const model::KeySchema &table, document::ItemView item)
{
    std::string key;
    if (!appendIndexKey(indexId, index, table, item, key))
        return std::nullopt;
    return key;
}

std::string partitionPrefix(std::uint32_t indexId, const std::vector<document::ValueView> &partition)
{
    std::string prefix;
    prefix.reserve(64);
    appendHead(indexId, prefix);
    const std::size_t hash = beginHash(prefix);
    for (const auto &value : partition)
        appendKeyValue(value, prefix);
    endHash(hash, prefix);
    return prefix;
}

std::string_view partitionOf(std::string_view key, std::size_t attributes)
{
    std::size_t end = kKeyHeadBytes + kKeyHashBytes;
    for (std::size_t i = 0; i < attributes; ++i) {
        // A zero inside a value is followed by FF.
        for (end = key.find('\0', end); end != std::string_view::npos && key.substr(end + 1, 1) != "\x01";)
            end = key.find('\0', end + 2);
        STATOR_ASSERT(end != std::string_view::npos);
        end += 2;
    }
    return key.substr(0, end);
}

std::string afterPrefix(std::string_view prefix)
{
    std::string after(prefix);
    while (!after.empty() && after.back() == '\xFF')
        after.pop_back();
    if (!after.empty())
        after.back() = static_cast<char>(static_cast<unsigned char>(after.back()) + 1);
    return after;
}

std::string segmentBegin(std::uint32_t indexId, std::uint32_t segment, std::uint32_t total)
{
    STATOR_ASSERT(total > 0 && segment <= total);
    std::string begin;
    appendHead(indexId, begin);
    if (segment == total)
        return afterPrefix(begin);
    // Rounded up, so that segments of equal share meet without a gap: floor would do as well, once and for
    // all.
    __extension__ using Wide = unsigned __int128;
    const Wide scaled = ((static_cast<Wide>(segment) << 64) + total - 1) / total;
    appendHash(static_cast<std::uint64_t>(scaled), begin);
    return begin;
}

std::uint64_t partitionHash(const model::KeySchema &keys, document::ItemView item)
{
    std::string values;
    appendAttributes(keys.partition, item, values);
    return XXH3_64bits(values.data(), values.size());
}

std::uint64_t hashOfKey(std::string_view key)
{
    STATOR_ASSERT(key.size() >= kKeyHeadBytes + kKeyHashBytes);
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < kKeyHashBytes; ++i)
        hash = hash << 8 | static_cast<unsigned char>(key[kKeyHeadBytes + i]);
    return hash;
}

} // namespace stator::encoding
