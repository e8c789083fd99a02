// The CommitLog of one zone: entries in order, in segment files, each frame guarded by a checksum that
// covers the log's identity and the previous frame, so that a tear and damage can be told apart
// (ARCHITECTURE.md, "The commit log"; layout in commit_log_format.md).
//
// Threads: every method from any thread. append() is not held up by a sync() that runs, except when a new
// segment begins; replay() sees what was appended before it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_layer.h"
#include "base/logger.h"
#include "base/random.h"
#include "base/result.h"
#include "encoding/position.h"

namespace stator::storage {

struct LogFrame {
    encoding::Position position;
    std::string_view payload; // at most kMaxEntryBytes
};

struct CommitLogOptions {
    std::uint64_t segmentBytes = 64u << 20;  // a new segment is begun beyond this
    std::uint64_t lowWaterBytes = 64u << 20; // appends are refused (NoSpace) below this much free space
    std::shared_ptr<Random> random = systemRandom(); // for the identity of a new log
    Logger logger;
    // False: positions are counted and entries let go. For a zone in memory: whatever its stores do not
    // survive, its log would not either.
    bool keepsEntries = true;
};

// Who a log belongs to; a log of another workspace, region or zone is refused.
struct LogIdentity {
    std::string workspace; // uuid
    std::string region;
    std::string incarnation; // uuid of the zone's directory
};

class CommitLog {
public:
    static constexpr std::uint32_t kMaxEntryBytes = 64u << 20;

    // Opens or makes the log in `directory`, checks every frame, cuts a torn tail, and syncs what is left.
    // Corruption: bytes that were known synced are damaged, or the log is another zone's; the text names file
    // and offset. NewerFormat: written by a newer Stator.
    static Result<std::unique_ptr<CommitLog>> open(FileLayer &files, const std::string &directory,
                                                   const LogIdentity &identity, CommitLogOptions options = {});
    ~CommitLog();

    // Hands the frames to the kernel with one write. On failure the file is cut back to the last whole frame.
    Result<void> append(const std::vector<LogFrame> &frames);
    // Makes everything appended before this call durable. Never tried again after a failure: the log then
    // refuses everything.
    Result<void> sync();
    // The same, but does nothing if the log is already synced through `position`.
    Result<void> syncThrough(encoding::Position position);

    // The position before the first entry that is still here; {0, 0} if nothing was ever trimmed.
    encoding::Position startPosition() const;
    encoding::Position lastPosition() const;
    encoding::Position syncedPosition() const;
    std::uint64_t sizeBytes() const;
    bool hasFailed() const;

    // Calls `visit` for each frame after `after`, in order, until it returns an error. Corruption if `after` is
    // before startPosition(): entries that are wanted are no longer here.
    Result<void> replay(encoding::Position after,
                        const std::function<Result<void>(const LogFrame &)> &visit) const;
    // Unlinks whole segments that end at or before `position`. At lastPosition() a segment of some size is
    // ended first, so that the next opening has little to read.
    Result<void> trim(encoding::Position position);
    // Takes away the entries after `position`, which is not before startPosition(); durable when it returns.
    Result<void> cutBack(encoding::Position position);

private:
    struct Impl;
    explicit CommitLog(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::storage
