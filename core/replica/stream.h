// A Stream is the records of one table's changes from the moment it was enabled until it was disabled or its
// table went, kept for a day.
//
// The zone writes it as it applies entries: a record is here when the write it tells of is answered, and a
// consumer that knows a place in it can go on from there as long as the records are kept. Reading it is
// streams/cursor.h; what a record is, encoding/stream.h.
//
// Threads: every method from any thread.
// Ownership: a handle may outlive the stream's retention, and then reads what it can. Handles must be gone
// before the zone is closed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/completion.h"
#include "encoding/stream.h"
#include "storage/change_log.h"

namespace stator::replica {

// So long are records kept, and closed shards and streams listed (Developer Guide, "DynamoDB Streams").
inline constexpr TimeMicros kStreamRetention = 24LL * 3600 * 1'000'000;

class Stream {
public:
    ~Stream();

    const encoding::StreamDescription &description() const;
    // The shards at one moment; it never changes.
    std::shared_ptr<const encoding::ShardLineage> lineage() const;
    // No shard is open: nothing will be added.
    bool isClosed() const { return lineage()->isClosed(); }

    // Records of entries up to this one were trimmed.
    encoding::Position startPosition() const;
    // Of the last entry that left something here.
    encoding::Position lastPosition() const;
    std::uint64_t sizeBytes() const;

    // Where the frames are; another one after a failure of the drive. Null while it cannot be opened.
    std::shared_ptr<const storage::ChangeLog> log() const;

    // Runs `task` once there is something after `position`, or the stream is closed; at once if that is so. It
    // runs on the thread that wrote, before the write is answered: it should only post work elsewhere. What
    // still waits when the zone is closed is dropped.
    void whenAfter(encoding::Position position, Task task) const;

    // The zone's side (stream_impl.h).
    struct Impl;
    explicit Stream(std::unique_ptr<Impl> impl);
    Impl &impl() const { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

using StreamHandle = std::shared_ptr<const Stream>;

} // namespace stator::replica
