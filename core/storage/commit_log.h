// The CommitLog of one zone: entries in order, in segment files, each frame guarded by a checksum that
// covers the log's identity and the previous frame, so that a tear and damage can be told apart
// (ARCHITECTURE.md, "The commit log"; layout in commit_log_format.md).
//
// Threads: append() and sync() from one thread at a time each, and from two threads at once; the questions
// from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_layer.h"
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

    // Opens or makes the log in `directory`, checks every frame after `checkedThrough`, cuts a torn tail.
    // Corruption: bytes that were known synced are damaged; the text names the file and offset.
    static Result<std::unique_ptr<CommitLog>> open(FileLayer &files, const std::string &directory,
                                                   const LogIdentity &identity, CommitLogOptions options = {});
    ~CommitLog();

    // Hands the frames to the kernel with one write. On failure the file is cut back to the last whole frame.
    Result<void> append(const std::vector<LogFrame> &frames);
    // Makes everything appended before this call durable. Never tried again after a failure: the log then
    // refuses everything.
    Result<void> sync();

    encoding::Position lastPosition() const;
    encoding::Position syncedPosition() const;
    std::uint64_t sizeBytes() const;
    bool hasFailed() const;

    // Calls `visit` for each frame after `after`, in order, until it returns an error.
    Result<void> replay(encoding::Position after,
                        const std::function<Result<void>(const LogFrame &)> &visit) const;
    // Unlinks whole segments that end at or before `position`.
    Result<void> trim(encoding::Position position);

private:
    struct Impl;
    explicit CommitLog(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::storage
