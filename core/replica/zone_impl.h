// The inside of a Zone, shared by its parts: zone.cpp (opening, questions), zone_apply.cpp (entries into
// stores, replay), zone_streams.cpp (their records) and zone_maintenance.cpp (flushing, trimming, reopening,
// unlinking).
//
// Locks, in the order they may be taken: maintenanceMutex, applyMutex, then one of the leaves storesMutex,
// systemMutex, marksMutex, positionMutex, streamsMutex.
#pragma once

#include <deque>
#include <mutex>

#include "replica/stream_impl.h"
#include "replica/table_store_impl.h"
#include "replica/zone.h"
#include "replica/zone_identity.h"

namespace stator::replica {

using StreamStore = std::shared_ptr<Stream>; // the zone may write it

struct Zone::Impl {
    explicit Impl(ZoneOptions given) : options(std::move(given)), logger(options.logger.of("zone")) {}
    ~Impl();

    // zone.cpp
    Result<void> open();
    std::string storeDirectory(std::uint64_t storageId) const;
    // The store if it is open or has failed; null otherwise.
    TableStoreHandle findStore(std::uint64_t storageId) const;
    // The same, opened if need be. The applier keeps a store that cannot be opened as a failed one.
    Result<TableStoreHandle> openStore(std::uint64_t storageId, bool keepsFailed = false);
    std::shared_ptr<SystemStore> systemStore() const;
    void setApplied(encoding::Position position, TimeMicros commitTime);
    encoding::Position applied() const;

    // zone_apply.cpp; under applyMutex.
    Result<void> replayAll();
    Result<void> replayTable(TableStore::Impl &table);
    Result<void> replaySystem(SystemStore &target) const;
    // Adds the entry to the builders. In a replay an error ends it; otherwise the store that fails is out.
    Result<void> addEntry(const encoding::Entry &entry, bool isReplay);
    Result<void> addSystemChanges(const encoding::Entry &entry, SystemStore &target) const;
    Result<void> addChange(const encoding::Entry &entry, const encoding::Change &change, bool isReplay);
    Result<void> addToTable(TableStore::Impl &table, const encoding::Entry &entry, const encoding::Change &change);
    void drop(std::uint64_t storageId, encoding::Position position);
    // Writes the batches of the stores touched since the last call.
    Result<void> writeTouched();
    // Writes what the system store has collected, as of `position`.
    Result<void> writeSystem(encoding::Position position, TimeMicros commitTime);
    void failSystem();
    // The store is out, until maintenance has reopened it.
    void failTable(TableStore::Impl &table, const Error &error);

    // zone_streams.cpp; under applyMutex but for allStreams() and syncStreams().
    std::string streamDirectory(std::uint64_t storageId, TimeMicros created) const;
    std::unique_ptr<Stream::Impl> newStream(std::string where) const;
    Result<void> openStreams();
    void keepStream(StreamStore stream);
    Result<void> checkStreams() const;
    void touch(const StreamStore &stream);
    // Adds what the change means to the table's streams.
    void addToStreams(const encoding::Entry &entry, const encoding::Change &change, std::uint32_t index);
    void followStreams(const encoding::Entry &entry, const model::TableDefinition &table);
    void closeStreams(const encoding::Entry &entry, std::uint64_t storageId,
                      const std::function<bool(TimeMicros created)> &stays);
    void stopRecording(const StreamStore &stream);
    // Writes what was added since the last call. A stream that fails is out; the entries stay in the log for it.
    void writeStreams();
    void noteFailedStream(const Stream::Impl &stream, const Error &error);
    void boundStreams();
    Result<void> syncStreams(); // under maintenanceMutex
    Result<void> reopenFailedStreams();
    Result<void> replayStream(const StreamStore &stream);
    Result<void> sweepStreams(TimeMicros now);
    std::vector<StreamStore> allStreams() const;

    // zone_maintenance.cpp; under maintenanceMutex.
    Result<void> reopenFailed();
    Result<void> unlinkDropped();
    Result<void> boundLog();
    Result<void> tidyStores();
    Result<void> syncLongStreams();
    // Takes stores out that LevelDB has given up in the background.
    void noticeFailures();
    Result<void> flush(storage::Store &store);
    Result<void> flushBefore(encoding::Position horizon);
    Result<void> flushAll();
    Result<void> sweepDirectories();
    encoding::Position flushedEverywhere() const;
    void noteAppended(encoding::Position position, std::uint64_t bytes);
    std::vector<TableStoreHandle> allStores() const;

    const ZoneOptions options;
    const Logger logger;
    ZoneIdentity identity;
    std::unique_ptr<DirectoryLock> lock;
    std::unique_ptr<storage::CommitLog> log;
    std::unique_ptr<storage::StoreEnvironment> environment;
    Catalog catalog;

    std::mutex maintenanceMutex;
    std::mutex applyMutex;
    std::vector<TableStoreHandle> touched; // builders that are not empty; under applyMutex
    bool hasSystemChanges = false;         // under applyMutex
    // Streams that are not closed, by their table; under applyMutex.
    std::unordered_map<std::uint64_t, std::vector<StreamStore>> recording;
    std::vector<StreamStore> touchedStreams; // under applyMutex
    std::optional<encoding::Position> replayFrom; // recovery: what a stream needs of the log
    std::vector<Task> woken;                 // under applyMutex; run once it is let go

    mutable std::mutex streamsMutex;
    std::vector<StreamStore> streams;

    mutable std::mutex storesMutex;
    std::unordered_map<std::uint64_t, TableStoreHandle> stores;
    struct Dropped {
        std::uint64_t storageId = 0;
        encoding::Position position;
        TableStoreHandle store; // null if it was not open
    };
    std::vector<Dropped> dropped;

    mutable std::mutex systemMutex;
    std::shared_ptr<SystemStore> system; // null while it has failed
    std::weak_ptr<SystemStore> closingSystem;
    encoding::Position systemFlushedAtFailure; // under applyMutex

    // Places in the log, some megabytes apart: where it was how long.
    struct Mark {
        encoding::Position position;
        std::uint64_t bytes = 0;
    };
    mutable std::mutex marksMutex;
    std::deque<Mark> marks;
    std::uint64_t appendedBytes = 0;
    std::uint64_t markedBytes = 0;
    std::uint64_t boundedBytes = 0; // appendedBytes when the log was last bounded

    mutable std::mutex positionMutex;
    encoding::Position appliedPosition;
    std::atomic<TimeMicros> lastCommitTime{0};

    std::atomic<bool> hasFailures{false};
    std::atomic<bool> hasDropped{false};
    std::atomic<bool> isLogLong{false};
    std::atomic<bool> hasUntidy{false};
    std::atomic<bool> hasUnsyncedStreams{false};
};

} // namespace stator::replica
