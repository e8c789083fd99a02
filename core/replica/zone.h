// A Zone is one copy of a region: a directory with a commit log, a small system store (catalog, idempotency
// tokens) and one store per table.
//
//     zone.json   who the directory belongs to
//     lock        held while the zone is open
//     log/        commit log
//     system/     system store
//     stores/ID/  one store per table storage id
//     streams/    the records of streams: ID-LABEL/ for each (stream.h)
//
// A zone is passive: it appends and applies what it is told, in order. Recovery replays the log into every
// store from that store's own position.
//
// Threads: append(), sync() and apply() from one thread at a time each; everything else from any thread.
// Ownership: handles of stores must be gone before the zone is closed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/file_layer.h"
#include "base/logger.h"
#include "base/random.h"
#include "base/result.h"
#include "encoding/entry.h"
#include "replica/catalog.h"
#include "replica/stream.h"
#include "replica/system_store.h"
#include "replica/table_store.h"
#include "storage/commit_log.h"
#include "storage/store_environment.h"

namespace stator::replica {

struct ZoneOptions {
    std::shared_ptr<FileLayer> files;
    bool isInMemory = false; // the files are: tables are not compressed, and are read in place
    // False: nothing opens the zone again. Then a log would be in vain, and so would flushing at the end.
    bool keepsLog = true;
    std::shared_ptr<Clock> clock = systemClock();
    std::shared_ptr<Random> random = systemRandom();
    std::string directory;     // made if it is not there
    std::string workspaceUuid; // a directory of another workspace, region or zone is refused
    std::string region;
    std::string zone = "a";
    storage::CommitLogOptions log;
    std::shared_ptr<storage::StoreBudget> budget = storage::StoreBudget::shared();
    std::uint64_t maxLogBytesBehind = 128u << 20; // of log kept for stores that have not flushed
    std::uint64_t maxStreamBytesInMemory = 256u << 20; // without a log: of all streams; the oldest records go first
    Logger logger;
};

class Zone {
public:
    // Opens or makes the zone and recovers. Locked, Corruption, NewerFormat, Io as their names say.
    static Result<std::unique_ptr<Zone>> open(ZoneOptions options);
    ~Zone();

    // Hands entries to the kernel. On NoSpace or Io the log ends at lastLogPosition(): entries beyond it
    // are not in it.
    Result<void> append(const std::vector<storage::LogFrame> &frames);
    // Makes everything appended before this call durable. A failure is final.
    Result<void> sync();
    // Refuses an entry that could not be applied: an unknown table, an old document that is missing where
    // needsOldDocument(), a bulk change that is not alone in its entry.
    Result<void> check(const encoding::Entry &entry) const;
    // Brings the stores to the last of `entries`, which follow what was applied before.
    // An error: a store has failed, and its reads fail until maintain() has reopened and replayed it; see
    // storesOf(). The other stores have everything.
    Result<void> apply(std::span<const encoding::Entry> entries);
    // Whether every store that `entry` touches has it.
    Result<void> storesOf(const encoding::Entry &entry) const;

    // Flushes stores that hold back too much of the log, trims it, reopens what failed, unlinks what was
    // dropped, compacts stores that readers find full of past versions. Any thread, one at a time.
    Result<void> maintain();
    // Whether maintain() would find something to do; costs nothing to ask.
    bool needsMaintenance() const;
    // Flushes every store, syncs and trims the log, so that the next open has nothing to replay. Nothing may
    // be appended or applied afterwards.
    Result<void> flushAll();

    // Whether the payloads of append() are looked at.
    bool keepsLog() const;
    encoding::Position lastLogPosition() const;
    encoding::Position appliedPosition() const;
    TimeMicros lastCommitTime() const; // of the last applied entry

    const Catalog &catalog() const;
    Catalog &catalog(); // for reserveStorageId()

    // The rows of a table; opened on first use. ResourceNotFound: no table has this storage id.
    Result<TableStoreHandle> store(std::uint64_t storageId);

    // Every stream whose records are kept, in the order they were made.
    std::vector<StreamHandle> streams() const;
    // Lets go of records and streams that are older than their retention.
    Result<void> sweepStreams(TimeMicros now);

    // What is known of an idempotency token, if it has not been swept.
    Result<std::optional<TokenRecord>> findToken(std::string_view token) const;
    // Forgets tokens of transactions before `time`.
    Result<void> sweepTokens(TimeMicros time);

private:
    struct Impl;
    explicit Zone(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::replica
