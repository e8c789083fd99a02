#include "storage/log_segment.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/bytes.h"

namespace stator::storage {

namespace {

constexpr std::size_t kNumberDigits = 10;
constexpr std::string_view kExtension = ".log";

void appendText(std::string &out, const std::string &text)
{
    appendLittleEndian<std::uint16_t>(out, static_cast<std::uint16_t>(text.size()));
    out += text;
}

std::string takeText(ByteReader &reader)
{
    const auto length = reader.takeLittleEndian<std::uint16_t>();
    return std::string(reader.take(length));
}

} // namespace

std::string segmentPath(const std::string &directory, std::uint64_t number)
{
    char name[32];
    std::snprintf(name, sizeof name, "%010llu", static_cast<unsigned long long>(number));
    return directory + "/" + name + std::string(kExtension);
}

std::optional<std::uint64_t> segmentNumber(const std::string &name)
{
    if (name.size() < kNumberDigits + kExtension.size() || !name.ends_with(kExtension))
        return std::nullopt;
    const char *const end = name.data() + name.size() - kExtension.size();
    std::uint64_t number = 0;
    const auto [stopped, problem] = std::from_chars(name.data(), end, number);
    if (problem != std::errc() || stopped != end || number == 0)
        return std::nullopt;
    return number;
}

Result<std::vector<std::uint64_t>> listSegments(FileLayer &files, const std::string &directory)
{
    STATOR_TRY(const std::vector<DirectoryEntry> entries, files.list(directory));
    std::vector<std::uint64_t> numbers;
    for (const DirectoryEntry &entry : entries) {
        if (const auto number = segmentNumber(entry.name); number && !entry.isDirectory)
            numbers.push_back(*number);
    }
    std::sort(numbers.begin(), numbers.end());
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (numbers[i] != numbers[i - 1] + 1)
            return Error::corruption(segmentPath(directory, numbers[i - 1] + 1)
                                     + " is missing. Put the file back from a backup of the workspace.");
    }
    return numbers;
}

std::string encodeSegmentHeader(const SegmentHeader &header, const FileUuid &fileUuid)
{
    FileHeader file;
    file.kind = FileKind::LogSegment;
    file.uuid = fileUuid;
    file.own.append(header.logId.data(), header.logId.size());
    appendLittleEndian<std::uint64_t>(file.own, header.number);
    appendLittleEndian<std::uint64_t>(file.own, header.before.position.epoch);
    appendLittleEndian<std::uint64_t>(file.own, header.before.position.lsn);
    appendLittleEndian<std::uint32_t>(file.own, header.before.crc);
    appendText(file.own, header.owner.workspace);
    appendText(file.own, header.owner.region);
    appendText(file.own, header.owner.incarnation);
    return encodeFileHeader(file);
}

Result<SegmentHeader> readSegmentHeader(const ReadFile &file, std::uint64_t number, const LogIdentity &owner,
                                        const std::string &path)
{
    STATOR_TRY(const FileHeader fileHeader, readFileHeader(file, FileKind::LogSegment, path));
    ByteReader reader(fileHeader.own);
    SegmentHeader header;
    const std::string_view logId = reader.take(header.logId.size());
    header.number = reader.takeLittleEndian<std::uint64_t>();
    header.before.position.epoch = reader.takeLittleEndian<std::uint64_t>();
    header.before.position.lsn = reader.takeLittleEndian<std::uint64_t>();
    header.before.crc = reader.takeLittleEndian<std::uint32_t>();
    header.owner.workspace = takeText(reader);
    header.owner.region = takeText(reader);
    header.owner.incarnation = takeText(reader);
    if (!reader.ok())
        return segmentDamaged(path, 0, "its header is too short");
    std::copy(logId.begin(), logId.end(), header.logId.begin());
    const bool isOwners = header.owner.workspace == owner.workspace && header.owner.region == owner.region
                          && header.owner.incarnation == owner.incarnation;
    if (!isOwners)
        return Error::corruption(path + " belongs to another zone (workspace " + header.owner.workspace + ", region "
                                 + header.owner.region + "). Put the directory of the zone back in its place.");
    if (header.number != number)
        return segmentDamaged(path, 0, "it is another segment under a wrong name");
    return header;
}

Error segmentDamaged(const std::string &path, std::uint64_t offset, const std::string &what)
{
    return Error::corruption("The commit log is damaged: " + path + " at byte " + std::to_string(offset) + ": " + what
                             + ". Nothing was changed. Put the directory of the zone back from a backup of the "
                               "workspace.");
}

} // namespace stator::storage
