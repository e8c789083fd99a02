#include "storage/log_frames.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/crc32c.h"

namespace stator::storage {

namespace {

constexpr std::size_t kWindowBytes = 256 * 1024;

// Where the fields of a frame stand.
constexpr std::size_t kCrcAt = 4;
constexpr std::size_t kPreviousCrcAt = 8;
constexpr std::size_t kEpochAt = 12;
constexpr std::size_t kLsnAt = 20;
constexpr std::size_t kSyncedAt = 28;

struct FrameHeader {
    std::uint32_t length = 0;
    std::uint32_t crc = 0;
    std::uint32_t previousCrc = 0;
    encoding::Position position;
    std::uint64_t syncedLsn = 0;
};

FrameHeader parseHeader(const char *at)
{
    FrameHeader header;
    header.length = getLittleEndian<std::uint32_t>(at);
    header.crc = getLittleEndian<std::uint32_t>(at + kCrcAt);
    header.previousCrc = getLittleEndian<std::uint32_t>(at + kPreviousCrcAt);
    header.position.epoch = getLittleEndian<std::uint64_t>(at + kEpochAt);
    header.position.lsn = getLittleEndian<std::uint64_t>(at + kLsnAt);
    header.syncedLsn = getLittleEndian<std::uint64_t>(at + kSyncedAt);
    return header;
}

// `frame`: header and payload.
std::uint32_t checksum(LogSeed seed, std::string_view frame)
{
    return crc32c(crc32c(seed, frame.substr(0, kCrcAt)), frame.substr(kPreviousCrcAt));
}

bool follows(encoding::Position position, encoding::Position before)
{
    return position.lsn > before.lsn && position.epoch >= before.epoch;
}

} // namespace

void appendFrame(const LogFrame &frame, LogSeed seed, std::uint64_t syncedLsn, ChainEnd &end, std::string &out)
{
    STATOR_ASSERT(frame.payload.size() <= CommitLog::kMaxEntryBytes);
    STATOR_ASSERT(follows(frame.position, end.position));
    char header[kFrameHeaderBytes];
    putLittleEndian<std::uint32_t>(header, static_cast<std::uint32_t>(frame.payload.size()));
    putLittleEndian<std::uint32_t>(header + kPreviousCrcAt, end.crc);
    putLittleEndian<std::uint64_t>(header + kEpochAt, frame.position.epoch);
    putLittleEndian<std::uint64_t>(header + kLsnAt, frame.position.lsn);
    putLittleEndian<std::uint64_t>(header + kSyncedAt, syncedLsn);
    const std::string_view covered(header + kPreviousCrcAt, sizeof header - kPreviousCrcAt);
    const std::uint32_t crc = crc32c(crc32c(crc32c(seed, {header, kCrcAt}), covered), frame.payload);
    putLittleEndian<std::uint32_t>(header + kCrcAt, crc);
    out.append(header, sizeof header);
    out += frame.payload;
    end = {frame.position, crc};
}

FrameReader::FrameReader(const ReadFile &file, std::uint64_t begin, std::uint64_t end, LogSeed seed, ChainEnd before)
    : m_file(file), m_offset(begin), m_end(end), m_seed(seed), m_chain(before)
{
}

// The bytes from `offset`, fewer than `count` only at the end of the file.
Result<std::string_view> FrameReader::load(std::uint64_t offset, std::size_t count)
{
    const bool isHere = offset >= m_windowOffset && offset + count <= m_windowOffset + m_window.size();
    if (!isHere) {
        const std::uint64_t left = m_end - offset;
        m_window.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, std::max(count, kWindowBytes))));
        STATOR_TRY(const std::size_t got, m_file.read(offset, m_window.size(), m_window.data()));
        m_window.resize(got);
        m_windowOffset = offset;
    }
    return std::string_view(m_window).substr(static_cast<std::size_t>(offset - m_windowOffset), count);
}

Result<std::optional<LogFrame>> FrameReader::next()
{
    const std::optional<LogFrame> none;
    if (m_offset + kFrameHeaderBytes > m_end)
        return none;
    STATOR_TRY(std::string_view bytes, load(m_offset, kFrameHeaderBytes));
    if (bytes.size() < kFrameHeaderBytes)
        return none;
    const FrameHeader header = parseHeader(bytes.data());
    const std::uint64_t size = kFrameHeaderBytes + std::uint64_t{header.length};
    if (header.length > CommitLog::kMaxEntryBytes || m_offset + size > m_end || header.previousCrc != m_chain.crc
        || !follows(header.position, m_chain.position))
        return none;
    STATOR_TRY(bytes, load(m_offset, static_cast<std::size_t>(size)));
    if (bytes.size() < size || checksum(m_seed, bytes) != header.crc)
        return none;
    m_offset += size;
    m_chain = {header.position, header.crc};
    return std::optional<LogFrame>(LogFrame{header.position, bytes.substr(kFrameHeaderBytes)});
}

Result<bool> FrameReader::isFollowedByProofOfSync()
{
    // The length of the bad frame may itself be damaged, so a frame may begin at any byte. Only few places pass
    // the cheap tests before the checksum: the fields must fit to each other and to the last good frame.
    constexpr std::uint64_t kMostEpochs = 1u << 20;
    for (std::uint64_t offset = m_offset + 1; offset + kFrameHeaderBytes <= m_end; ++offset) {
        STATOR_TRY(const std::string_view bytes, load(offset, kFrameHeaderBytes));
        if (bytes.size() < kFrameHeaderBytes)
            return false;
        const FrameHeader header = parseHeader(bytes.data());
        const std::uint64_t size = kFrameHeaderBytes + std::uint64_t{header.length};
        if (header.syncedLsn <= m_chain.position.lsn || header.position.lsn <= header.syncedLsn
            || header.position.epoch < m_chain.position.epoch
            || header.position.epoch > m_chain.position.epoch + kMostEpochs
            || header.length > CommitLog::kMaxEntryBytes || offset + size > m_end)
            continue;
        STATOR_TRY(const std::string_view frame, load(offset, static_cast<std::size_t>(size)));
        if (frame.size() == size && checksum(m_seed, frame) == header.crc)
            return true;
    }
    return false;
}

} // namespace stator::storage
