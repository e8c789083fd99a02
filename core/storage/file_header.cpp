#include "storage/file_header.h"

#include "base/bytes.h"
#include "base/crc32c.h"

namespace stator::storage {

namespace {

// The line ends show a file that went through a transfer as text.
constexpr std::string_view kMagic("STATOR\r\n", 8);
constexpr std::size_t kCheckedBytes = kFileHeaderBytes - sizeof(std::uint32_t);
constexpr std::uint8_t kNoCipher = 0;

Error damaged(const std::string &path, std::string_view what)
{
    return Error::corruption(path + " is damaged: " + std::string(what)
                             + ". Put the file back from a backup of the workspace.");
}

} // namespace

FileUuid makeFileUuid(Random &random)
{
    FileUuid uuid;
    putLittleEndian<std::uint64_t>(uuid.data(), random.next());
    putLittleEndian<std::uint64_t>(uuid.data() + 8, random.next());
    return uuid;
}

std::string encodeFileHeader(const FileHeader &header)
{
    std::string out;
    out.reserve(kFileHeaderBytes);
    out += kMagic;
    appendLittleEndian<std::uint32_t>(out, kFileFormatVersion);
    appendLittleEndian<std::uint8_t>(out, static_cast<std::uint8_t>(header.kind));
    appendLittleEndian<std::uint8_t>(out, kNoCipher);
    appendLittleEndian<std::uint16_t>(out, 0);
    out.append(header.uuid.data(), header.uuid.size());
    out.append(16, '\0'); // key id: none
    appendLittleEndian<std::uint16_t>(out, 0);
    appendLittleEndian<std::uint16_t>(out, static_cast<std::uint16_t>(header.own.size()));
    out += header.own;
    STATOR_ASSERT(out.size() <= kCheckedBytes);
    out.resize(kCheckedBytes, '\0');
    appendLittleEndian<std::uint32_t>(out, crc32c(0, out));
    return out;
}

Result<FileHeader> decodeFileHeader(std::string_view bytes, FileKind kind, const std::string &path)
{
    if (bytes.size() < kFileHeaderBytes)
        return damaged(path, "its beginning is missing");
    if (bytes.substr(0, kMagic.size()) != kMagic)
        return damaged(path, "it does not begin as a file of Stator");
    if (getLittleEndian<std::uint32_t>(bytes.data() + kCheckedBytes) != crc32c(0, bytes.substr(0, kCheckedBytes)))
        return damaged(path, "its first 4096 bytes do not match their checksum");
    ByteReader reader(bytes.substr(kMagic.size(), kCheckedBytes - kMagic.size()));
    const auto version = reader.takeLittleEndian<std::uint32_t>();
    if (version > kFileFormatVersion)
        return Error::newerFormat(path + " was written by a newer Stator (format " + std::to_string(version)
                                  + "). Open the workspace with that version.");
    FileHeader header;
    header.kind = static_cast<FileKind>(reader.takeLittleEndian<std::uint8_t>());
    const auto cipher = reader.takeLittleEndian<std::uint8_t>();
    reader.take(sizeof(std::uint16_t));
    const std::string_view uuid = reader.take(header.uuid.size());
    reader.take(16);
    reader.take(reader.takeLittleEndian<std::uint16_t>());
    header.own = reader.take(reader.takeLittleEndian<std::uint16_t>());
    if (!reader.ok() || header.kind != kind)
        return damaged(path, "it is not the kind of file that belongs here");
    if (cipher != kNoCipher)
        return Error::newerFormat(path + " is enciphered in a way this version of Stator does not know.");
    std::copy(uuid.begin(), uuid.end(), header.uuid.begin());
    return header;
}

Result<FileHeader> readFileHeader(const ReadFile &file, FileKind kind, const std::string &path)
{
    char bytes[kFileHeaderBytes];
    STATOR_TRY(const std::size_t got, file.read(0, sizeof bytes, bytes));
    return decodeFileHeader({bytes, got}, kind, path);
}

} // namespace stator::storage
