// A ChangeLog keeps the frames of one stream in change files: a directory of segments, appended at the end and
// unlinked from the beginning (change_log_format.md).
//
// What it holds follows from the commit log, so it need not be as durable: whoever trims the commit log keeps
// what is after syncedPosition(), and writes it here again after a crash. After an error of append(), roll() or
// sync() the log is out; opened again through syncedPosition(), it goes on from there.
//
// Threads: append(), roll() and trimBefore() one at a time; sync(), questions and readers from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/file_layer.h"
#include "base/logger.h"
#include "base/random.h"
#include "base/result.h"
#include "encoding/position.h"
#include "storage/commit_log.h"
#include "storage/log_frames.h"

namespace stator::storage {

struct ChangeLogOptions {
    std::shared_ptr<Random> random = systemRandom(); // for the identity of files
    Logger logger;
};

class ChangeLog {
public:
    using Visit = std::function<Result<void>(const LogFrame &)>;

    // Makes the directory with one segment that begins with `first`. What an interrupted attempt left is
    // replaced. `description`: what every segment's header holds, at most 3 KiB.
    static Result<std::shared_ptr<ChangeLog>> create(FileLayer &files, const std::string &directory,
                                                     std::string description, const LogFrame &first, TimeMicros time,
                                                     ChangeLogOptions options = {});
    // Opens what is there up to `through`, cuts off what is after it or torn, and shows `visit` the frames of
    // the last segment. Null: no segment of a time up to `through` was begun. Corruption: bytes that were known
    // synced are damaged; the text names file and offset.
    static Result<std::shared_ptr<ChangeLog>> open(FileLayer &files, const std::string &directory,
                                                   encoding::Position through, const Visit &visit,
                                                   ChangeLogOptions options = {});
    ~ChangeLog();

    // Hands the frames to the kernel with one write.
    Result<void> append(const std::vector<LogFrame> &frames);
    // Ends the current segment, durably, and begins the next with `first`, whose position may be the last one.
    // `time`: everything in the segments before is of before it.
    Result<void> roll(const LogFrame &first, TimeMicros time);
    // Makes everything appended before this call durable.
    Result<void> sync();
    // Unlinks segments that were ended at or before `time`; the current one stays.
    Result<void> trimBefore(TimeMicros time);

    // open() cut bytes off that were no whole frames: what was after lastPosition() is to be written again.
    bool wasTorn() const;
    const std::string &directory() const;
    const std::string &description() const;
    // Frames after this position are here; it was trimmed up to there, or made there.
    encoding::Position startPosition() const;
    encoding::Position lastPosition() const;
    encoding::Position syncedPosition() const;
    std::uint64_t sizeBytes() const;
    std::uint64_t unsyncedBytes() const;
    // Of the current segment.
    std::uint64_t segmentBytes() const;
    TimeMicros segmentTime() const;
    std::size_t segmentCount() const;
    TimeMicros firstSegmentEnd() const; // the time the segment after the first was begun; 0: there is one

    struct Impl;

private:
    explicit ChangeLog(std::unique_ptr<Impl> impl);
    friend class ChangeReader;
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::storage
