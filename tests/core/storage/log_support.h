// What the tests of the commit log share: a log with entries that are recognised by their number.
#pragma once

#include <memory>
#include <string>

#include "base/crc32c.h"
#include "base/file_layer.h"
#include "base/random.h"
#include "storage/commit_log.h"

namespace stator::storage {

inline const LogIdentity kOwner = {"workspace", "region", "zone"};
inline const std::string kFirstSegment = "/log/0000000001.log";

inline Result<std::unique_ptr<CommitLog>> openLog(FileLayer &files, std::uint64_t segmentBytes = 64u << 20,
                                                  Logger logger = {})
{
    CommitLogOptions options;
    options.segmentBytes = segmentBytes;
    options.lowWaterBytes = 0;
    options.random = std::make_shared<SeededRandom>(1);
    options.logger = std::move(logger);
    return CommitLog::open(files, "/log", kOwner, options);
}

// 20 to 150 bytes.
inline std::string payloadOf(std::uint64_t lsn)
{
    return "entry " + std::to_string(lsn) + std::string(10 + lsn * 37 % 130, static_cast<char>('a' + lsn % 26));
}

// Appends these entries in one group.
inline Result<void> appendEntries(CommitLog &log, std::uint64_t first, std::uint64_t last, std::uint64_t epoch = 1)
{
    std::vector<std::string> payloads;
    for (std::uint64_t lsn = first; lsn <= last; ++lsn)
        payloads.push_back(payloadOf(lsn));
    std::vector<LogFrame> frames;
    for (std::uint64_t lsn = first; lsn <= last; ++lsn)
        frames.push_back({{epoch, lsn}, payloads[lsn - first]});
    return log.append(frames);
}

inline Result<std::string> entriesAfter(const CommitLog &log, std::uint64_t lsn)
{
    std::string entries;
    // Epochs differ; numbers do not.
    STATOR_CHECK(log.replay(log.startPosition(), [&](const LogFrame &frame) -> Result<void> {
        if (frame.position.lsn > lsn)
            entries += std::to_string(frame.position.lsn) + "=" + std::string(frame.payload) + ";";
        return {};
    }));
    return entries;
}

inline std::string expectedEntries(std::uint64_t after, std::uint64_t last)
{
    std::string entries;
    for (std::uint64_t lsn = after + 1; lsn <= last; ++lsn)
        entries += std::to_string(lsn) + "=" + payloadOf(lsn) + ";";
    return entries;
}

} // namespace stator::storage
