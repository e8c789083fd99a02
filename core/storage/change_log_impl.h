// What a ChangeLog is made of; its readers reach into it.
//
// Threads: as ChangeLog and ChangeReader say; the mutexes name what they guard.
#pragma once

#include <deque>
#include <mutex>

#include "base/crc32c.h"
#include "storage/change_log.h"
#include "storage/file_header.h"
#include "storage/log_segment.h"

namespace stator::storage {

// A place where a frame begins.
struct ChangeMark {
    ChainEnd before;
    std::uint64_t offset = 0;
};

struct ChangeSegment {
    ChangeSegment(std::uint64_t theNumber, std::string thePath, const FileUuid &uuid, TimeMicros theBegun)
        : number(theNumber), path(std::move(thePath)), seed(crc32c(0, {uuid.data(), uuid.size()})), begun(theBegun)
    {}

    const std::uint64_t number;
    const std::string path;
    const LogSeed seed;
    const TimeMicros begun;

    // From here on guarded by the log's stateMutex.
    encoding::Position first; // of its first frame
    encoding::Position last;
    std::uint64_t bytes = kFileHeaderBytes; // whole frames
    bool hasMarks = false;                  // they cover all frames
    std::vector<ChangeMark> marks;
    std::shared_ptr<ReadFile> file; // of the current segment
};

struct ChangeLog::Impl {
    Impl(FileLayer &theFiles, std::string theDirectory, ChangeLogOptions theOptions)
        : files(theFiles), directory(std::move(theDirectory)), options(std::move(theOptions))
    {}

    Result<void> beginSegment(std::uint64_t number, const LogFrame &first, TimeMicros time);
    Result<bool> openLast(std::uint64_t number, encoding::Position through, const Visit &visit);
    Result<void> addOlder(std::uint64_t number);
    Result<void> drop(const std::string &path);
    Result<void> syncCurrent(); // needs syncMutex
    Result<void> indexSegment(const std::shared_ptr<ChangeSegment> &segment, const ReadFile &file) const;

    FileLayer &files;
    const std::string directory;
    const ChangeLogOptions options;
    std::string description; // constant after it is made or opened
    bool wasTorn = false;    // the same

    std::string buffer; // the appender's
    ChainEnd chain;     // the appender's

    std::mutex syncMutex; // one sync or roll at a time; taken before stateMutex
    mutable std::mutex stateMutex;
    std::shared_ptr<AppendFile> current; // from here on guarded by stateMutex
    std::deque<std::shared_ptr<ChangeSegment>> segments; // the last one is `current`
    encoding::Position synced;
    std::uint64_t syncedBytes = 0; // of the current segment
};

// Corruption: a frame of the segment does not match its checksum.
Error damagedFrame(const std::string &path, std::uint64_t offset);

} // namespace stator::storage
