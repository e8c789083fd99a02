// The inside of a Stream: what the zone does with it, and readers must not.
#pragma once

#include <atomic>
#include <mutex>

#include "replica/stream.h"

namespace stator::replica {

// Threads: under the zone's apply lock, but for what `stateMutex` guards.
struct Stream::Impl {
    Impl(FileLayer &theFiles, std::string theDirectory, storage::ChangeLogOptions theOptions, bool inMemory)
        : files(theFiles), directory(std::move(theDirectory)), options(std::move(theOptions)), isInMemory(inMemory)
    {}

    // Makes the stream as of the entry at `position`, which enabled it.
    Result<void> make(encoding::StreamDescription what, std::vector<std::uint64_t> boundaries,
                      encoding::Position position, TimeMicros time);
    // Opens what is on disk up to `through`; false: nothing is.
    Result<bool> open(encoding::Position through);
    // Opens again after fail(), as of what was synced before; what came since is to be added again.
    Result<void> reopen();

    // Entries that it has already change nothing.
    void add(const encoding::Entry &entry, const encoding::ItemChange &change, std::uint32_t index);
    void turn(const encoding::Entry &entry, const std::vector<encoding::ShardTurn> &turns);
    void close(const encoding::Entry &entry);
    // Writes what was added. After an error the stream is out, until reopen().
    Result<void> write();
    void fail();
    // Nothing more happens to it until it is opened again.
    bool isOut() const { return m_isOut; }
    bool isClosed() const { return m_working.isClosed(); }
    // Whoever waited and need not any more.
    std::vector<Task> takeWoken();

    // Ends the segment if all of it is older than `time`, and unlinks what is.
    Result<void> trimBefore(TimeMicros time);
    // Everything it has is on the drive up to here.
    encoding::Position flushedPosition() const;
    bool isFlushed() const;
    std::shared_ptr<storage::ChangeLog> writable() const;

    FileLayer &files;
    const std::string directory;
    const storage::ChangeLogOptions options;
    const bool isInMemory;
    encoding::StreamDescription description; // constant once a reader may have it
    bool isTouched = false;                  // the zone's: it is among those to be written
    bool hasRolled = false;                  // a segment was begun; the zone resets it

private:
    bool isNew(const encoding::Entry &entry) const { return !m_isOut && !isClosed() && entry.position > m_written; }
    std::string &payloadOf(const encoding::Entry &entry, bool &isFirst);
    Result<void> create();
    Result<void> rollIfDue();
    Result<void> roll();
    void publish();
    Result<void> visit(const storage::LogFrame &frame);

    friend class Stream;

    // The applier's.
    std::string m_payloads;
    struct Pending {
        encoding::Position position;
        std::size_t end = 0;
    };
    std::vector<Pending> m_pending;
    std::vector<storage::LogFrame> m_frames;
    encoding::Position m_written;
    encoding::Position m_flushedAtFailure;
    encoding::ShardLineage m_working;
    TimeMicros m_writtenTime = 0; // of the last frame
    TimeMicros m_lastTime = 0;    // the same, what is pending included
    bool m_isLineageNew = false;
    bool m_isOut = false;
    encoding::Position m_madeAt; // make()'s, for trying again
    std::vector<std::uint64_t> m_madeWith;
    TimeMicros m_madeTime = 0;

    mutable std::mutex m_stateMutex; // guards what follows
    std::shared_ptr<storage::ChangeLog> m_log;
    std::shared_ptr<const encoding::ShardLineage> m_lineage = std::make_shared<encoding::ShardLineage>();
    struct Waiter {
        encoding::Position after;
        Task task;
    };
    std::vector<Waiter> m_waiters;
    std::atomic<bool> m_hasWaiters{false};
};

// How a table's hashes are split into shards at first.
std::vector<std::uint64_t> evenBoundaries(std::uint32_t parts);

} // namespace stator::replica
