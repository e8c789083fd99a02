// The small store of a zone that holds what is the region's and not a table's: the catalog's rows, idempotency
// tokens, the highest storage id.
//
// Threads: find() from any thread; everything else under the zone's apply lock.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "encoding/entry.h"
#include "encoding/row.h"
#include "replica/catalog.h"
#include "storage/store.h"

namespace stator::replica {

// What is kept of a transaction with an idempotency token.
struct TokenRecord {
    std::string digest;
    TimeMicros commitTime = 0;
};

class SystemStore {
public:
    // Opens or makes the store and fills `catalog` from it.
    static Result<std::unique_ptr<SystemStore>> open(storage::StoreEnvironment &environment,
                                                     const std::string &directory, Catalog &catalog);

    // Collects rows; write() makes them one batch that stands for everything up to `position`.
    void putDefinition(const model::TableDefinition &definition);
    void removeDefinition(std::uint64_t storageId);
    void putToken(std::string_view token, const TokenRecord &record);
    bool hasChanges() const { return !m_batch.empty(); }
    Result<void> write(encoding::Position position, TimeMicros commitTime, std::uint64_t lastStorageId);

    // Everything up to `position` is on disk in every store: recovery begins there.
    void setAllFlushed(encoding::Position position) { m_allFlushed = position; }
    encoding::Position allFlushed() const { return m_allFlushed; }

    Result<std::optional<TokenRecord>> findToken(std::string_view token) const;
    // Takes away tokens of before `time`: rows nobody reads any more, so it is not logged.
    Result<void> sweepTokens(TimeMicros time);

    encoding::Position position() const { return m_state.position; }
    TimeMicros commitTime() const { return m_state.commitTime; }
    storage::Store &store() { return *m_store; }
    const storage::Store &store() const { return *m_store; }

private:
    explicit SystemStore(std::unique_ptr<storage::Store> store) : m_store(std::move(store)) {}
    Result<void> load(Catalog &catalog);

    std::unique_ptr<storage::Store> m_store;
    storage::Batch m_batch;
    encoding::StoreState m_state; // position and time
    encoding::Position m_allFlushed;
};

} // namespace stator::replica
