// The inside of a TableStore: what the zone does with it, and readers must not.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "base/clock.h"
#include "replica/apply.h"
#include "replica/table_store.h"
#include "replica/vector_index.h"
#include "storage/store_environment.h"

namespace stator::replica {

// Threads: readers come from any thread; everything said to be the applier's happens under the zone's apply lock.
struct TableStore::Impl {
    // `zoneHasUntidy` is set when a reader asks for tidying.
    Impl(std::uint64_t id, std::string where, storage::StoreEnvironment &shared, std::atomic<bool> &zoneHasUntidy)
        : storageId(id), directory(std::move(where)), environment(shared), hasUntidy(zoneHasUntidy)
    {
    }

    // Opens the store on disk and reads its state; nobody reads it before publish(). Applier.
    Result<void> open();
    // What came after the state on disk has been replayed: reads are answered from here on.
    void publish();
    // Nobody reads from here on; false while cursors still hold the store. Any thread.
    bool close();
    // The store as it is open, or null.
    std::shared_ptr<storage::Store> handle() const;

    // Writes what the builder holds as one batch, and publishes the counts. After an error the store is out.
    Result<void> writeBatch();
    // Someone walks over rows: past versions in their way are worth clearing. Any thread.
    void noteWalk();
    // Writes the state row once more: LevelDB then rewrites the table that holds the one before. Applier.
    Result<void> touchState();
    // The store is out: its memtable is given up, and reads get an error until it is opened again.
    void fail(Error error);
    bool isReadable() const;
    void countPast(); // writeBatch()'s

    // The vector index with this id, or null.
    std::shared_ptr<VectorIndex> vectorIndex(std::uint32_t indexId) const;
    // Applier: keeps the vector indexes that the definition has.
    void followDefinition();
    // Applier: what a batch that was written does to them.
    void tellVectorIndexes(std::vector<VectorChange> changes) const;
    // Their arrays are made anew when they are searched next.
    void resetVectorIndexes() const;

    const std::uint64_t storageId;
    const std::string directory;
    storage::StoreEnvironment &environment;
    std::atomic<bool> &hasUntidy;

    // Versions of rows that were replaced or removed since the store was tidied; most are still in the way of
    // who walks over them.
    std::atomic<std::uint64_t> pastRows{0};
    std::atomic<std::uint64_t> tidyFrom{~std::uint64_t{0}}; // so many are too many
    std::atomic<bool> wantsTidying{false};

    // Applier's.
    BatchBuilder builder;
    encoding::Position opened;   // where the store stood when it was opened: what comes up to here is in it
    encoding::Position position; // of the last entry in the builder
    TimeMicros commitTime = 0;
    bool isTouched = false;
    encoding::Position flushedAtFailure; // while it is out: what certainly is on disk

    mutable std::shared_mutex storeMutex;
    std::shared_ptr<storage::Store> store; // null: failed or closed
    bool isPublished = false;
    std::weak_ptr<storage::Store> closing; // the one before, while cursors hold it
    std::optional<Error> failure;

    DefinitionHandle followed; // applier's: the definition that vectorIndexes are of
    mutable std::mutex vectorMutex;
    std::map<std::uint32_t, std::shared_ptr<VectorIndex>> vectorIndexes; // by index id

    mutable std::mutex countsMutex;
    encoding::StoreCounts counts;
};

} // namespace stator::replica
