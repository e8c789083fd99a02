// The 4 KiB that every file of a zone begins with, ours and LevelDB's: what the file is, which one it is, and
// how it is enciphered (not at all in format 1; the fields are there so that it can be).
//
//     header  = magic:8 version:u32 kind:u8 cipher:u8 reserved:u16
//               fileUuid:16 keyId:16 wrappedKeyLength:u16 wrappedKey
//               ownLength:u16 own           what the kind of file adds
//               zeros                       up to 4092
//               crc32c:u32                  of the 4092 bytes before
//
// Integers are little-endian. Golden bytes: tests/core/storage/tst_file_header.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/file_layer.h"
#include "base/random.h"
#include "base/result.h"

namespace stator::storage {

inline constexpr std::size_t kFileHeaderBytes = 4096;
inline constexpr std::uint32_t kFileFormatVersion = 1;

// These values are on disk; they never change.
enum class FileKind : std::uint8_t { Store = 1, LogSegment = 2, ChangeFile = 3 };

using FileUuid = std::array<char, 16>;

struct FileHeader {
    FileKind kind = FileKind::Store;
    FileUuid uuid = {};
    std::string own;
};

FileUuid makeFileUuid(Random &random);

// Exactly kFileHeaderBytes.
std::string encodeFileHeader(const FileHeader &header);
// Corruption or NewerFormat; the text names `path`.
Result<FileHeader> decodeFileHeader(std::string_view bytes, FileKind kind, const std::string &path);
// Reads and decodes the beginning of a file.
Result<FileHeader> readFileHeader(const ReadFile &file, FileKind kind, const std::string &path);

} // namespace stator::storage
