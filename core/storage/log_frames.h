// Frames of the commit log: making them, and reading them one after the other (commit_log_format.md).
//
// Threads: a reader belongs to one thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_layer.h"
#include "base/result.h"
#include "encoding/position.h"
#include "storage/commit_log.h"

namespace stator::storage {

inline constexpr std::size_t kFrameHeaderBytes = 36;

// CRC-32C of the log's identity: where the checksum of each of its frames begins.
using LogSeed = std::uint32_t;

// What the next frame stands behind.
struct ChainEnd {
    encoding::Position position;
    std::uint32_t crc = 0;
};

// Appends `frame` to `out` and moves `end` behind it.
void appendFrame(const LogFrame &frame, LogSeed seed, std::uint64_t syncedLsn, ChainEnd &end, std::string &out);

class FrameReader {
public:
    // Reads the frames between two offsets of `file`, the first of which stands behind `before`.
    FrameReader(const ReadFile &file, std::uint64_t begin, std::uint64_t end, LogSeed seed, ChainEnd before);

    // The next frame, valid until the next call; nothing at the end, or where the bytes are not the frame that
    // must stand there. Io: they could not be read.
    Result<std::optional<LogFrame>> next();
    // Whether a good frame somewhere behind offset() says that an entry beyond the last good one was synced.
    Result<bool> isFollowedByProofOfSync();

    std::uint64_t offset() const { return m_offset; } // behind the last good frame
    ChainEnd chainEnd() const { return m_chain; }

private:
    Result<std::string_view> load(std::uint64_t offset, std::size_t count);

    const ReadFile &m_file;
    std::uint64_t m_offset;
    const std::uint64_t m_end;
    const LogSeed m_seed;
    ChainEnd m_chain;
    std::string m_window; // bytes of the file from m_windowOffset
    std::uint64_t m_windowOffset = 0;
};

} // namespace stator::storage
