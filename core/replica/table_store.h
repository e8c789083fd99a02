// A TableStore is one zone's rows of one table storage id: items, index entries, counts.
//
// Every row is found by encoding/keys.h and read by encoding/row.h. After a permanent error of LevelDB reads
// fail until the zone has reopened and replayed the store; they never go stale.
//
// Threads: every method from any thread.
// Ownership: the zone keeps a TableStore open as long as its table lives; handles may outlive a drop, and
// then read what was there. Handles and cursors must be gone before the zone is closed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "encoding/row.h"
#include "replica/vector_index.h"
#include "storage/store.h"

namespace stator::replica {

class TableStore {
public:
    ~TableStore();

    std::uint64_t storageId() const;

    // The row behind an encoded key; false if there is none. `value` is replaced otherwise.
    Result<bool> get(std::string_view key, std::string &value) const;
    // Walks all rows as of now. It holds the store open.
    Result<std::unique_ptr<storage::Cursor>> cursor() const;

    // The entries of a vector index that are nearest to a vector, as of everything applied before.
    Result<VectorMatches> search(const VectorQuery &query) const;

    // Exact, as of the last applied group.
    encoding::StoreCounts counts() const;
    // Bytes on disk between two keys, estimated; empty `end`: to the end.
    std::uint64_t approximateBytes(std::string_view begin, std::string_view end) const;

    // The zone's side (table_store_impl.h).
    struct Impl;
    explicit TableStore(std::unique_ptr<Impl> impl);
    Impl &impl() { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

using TableStoreHandle = std::shared_ptr<TableStore>;

} // namespace stator::replica
