// Segments of the commit log: their names and headers (commit_log_format.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/file_header.h"
#include "storage/log_frames.h"

namespace stator::storage {

struct SegmentHeader {
    FileUuid logId = {};
    std::uint64_t number = 0;
    ChainEnd before; // the last frame of the segment before
    LogIdentity owner;
};

// "DIRECTORY/0000000001.log"
std::string segmentPath(const std::string &directory, std::uint64_t number);
// The number in the name of a segment; nothing if it is another file.
std::optional<std::uint64_t> segmentNumber(const std::string &name);
// Ascending. Corruption: one is missing between others.
Result<std::vector<std::uint64_t>> listSegments(FileLayer &files, const std::string &directory);

// Exactly kFileHeaderBytes.
std::string encodeSegmentHeader(const SegmentHeader &header, const FileUuid &fileUuid);
// Corruption also if the log is not `owner`'s, or the number not the one of the name.
Result<SegmentHeader> readSegmentHeader(const ReadFile &file, std::uint64_t number, const LogIdentity &owner,
                                        const std::string &path);

Error segmentDamaged(const std::string &path, std::uint64_t offset, const std::string &what);

} // namespace stator::storage
