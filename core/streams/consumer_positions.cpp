#include "streams/consumer_positions.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/crc32c.h"
#include "encoding/wire.h"

namespace stator::streams {

namespace {

constexpr std::uint8_t kPositionsVersion = 1;
constexpr std::string_view kExtension = ".position";
constexpr std::size_t kLongestName = 200;

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= kLongestName && isWordCharacter(name.front()) &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return isWordCharacter(c) || c == '-' || c == '_' || c == '.'; });
}

//     file = version:u8=1 storageId:varint created:zigzag count:varint { shard:varint epoch:varint lsn:varint
//            index:varint } crc32c:u32le
std::string encode(const ConsumerPosition &position)
{
    std::string bytes;
    encoding::putByte(bytes, kPositionsVersion);
    encoding::putVarint(bytes, position.storageId);
    encoding::putSigned(bytes, position.created);
    encoding::putVarint(bytes, position.places.size());
    for (const auto &place : position.places) {
        encoding::putVarint(bytes, place.first);
        encoding::putVarint(bytes, place.second.position.epoch);
        encoding::putVarint(bytes, place.second.position.lsn);
        encoding::putVarint(bytes, place.second.index);
    }
    appendLittleEndian<std::uint32_t>(bytes, crc32c(0, bytes));
    return bytes;
}

std::optional<ConsumerPosition> decode(std::string_view bytes)
{
    if (bytes.size() < sizeof(std::uint32_t))
        return std::nullopt;
    const std::string_view checked = bytes.substr(0, bytes.size() - sizeof(std::uint32_t));
    if (getLittleEndian<std::uint32_t>(bytes.data() + checked.size()) != crc32c(0, checked))
        return std::nullopt;
    encoding::WireReader reader(checked);
    if (reader.byte() != kPositionsVersion)
        return std::nullopt;
    ConsumerPosition position;
    position.storageId = reader.varint();
    position.created = reader.zigzag();
    const std::size_t count = reader.count();
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i) {
        const std::uint32_t shard = reader.varint32();
        encoding::RecordPlace &place = position.places[shard];
        place.position.epoch = reader.varint();
        place.position.lsn = reader.varint();
        place.index = reader.varint32();
    }
    return reader.isAtEnd() ? std::optional(std::move(position)) : std::nullopt;
}

} // namespace

ConsumerPositions::ConsumerPositions(std::shared_ptr<FileLayer> files, std::string directory)
    : m_files(std::move(files)), m_directory(std::move(directory))
{}

Result<std::string> ConsumerPositions::pathOf(std::string_view consumer) const
{
    if (!isName(consumer))
        return Error::validation("'" + std::string(consumer) + "' is not a name of a consumer");
    return m_directory + "/" + std::string(consumer) + std::string(kExtension);
}

Result<void> ConsumerPositions::save(std::string_view consumer, const ConsumerPosition &position)
{
    STATOR_TRY(const std::string path, pathOf(consumer));
    STATOR_CHECK(m_files->createDirectories(m_directory));
    return m_files->replaceFile(path, encode(position));
}

Result<std::optional<ConsumerPosition>> ConsumerPositions::find(std::string_view consumer) const
{
    STATOR_TRY(const std::string path, pathOf(consumer));
    STATOR_TRY(const bool isThere, m_files->exists(path));
    if (!isThere)
        return std::optional<ConsumerPosition>();
    STATOR_TRY(const std::string bytes, m_files->readFile(path));
    auto position = decode(bytes);
    if (!position)
        return Error::corruption(path + " is damaged. Remove it, and the consumer begins anew.");
    return position;
}

Result<void> ConsumerPositions::forget(std::string_view consumer)
{
    STATOR_TRY(const std::string path, pathOf(consumer));
    STATOR_TRY(const bool isThere, m_files->exists(path));
    if (!isThere)
        return {};
    STATOR_CHECK(m_files->removeFile(path));
    return m_files->syncDirectory(m_directory);
}

Result<std::vector<std::string>> ConsumerPositions::names() const
{
    std::vector<std::string> names;
    STATOR_TRY(const bool isThere, m_files->exists(m_directory));
    if (!isThere)
        return names;
    STATOR_TRY(const auto entries, m_files->list(m_directory));
    for (const DirectoryEntry &entry : entries)
        if (entry.name.ends_with(kExtension))
            names.push_back(entry.name.substr(0, entry.name.size() - kExtension.size()));
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace stator::streams
