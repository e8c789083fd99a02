// A VectorIndex answers searches of one vector index of one table's store.
//
// The entries are rows of the store like those of any index; what is here is a cache of them in the form a
// search wants, a VectorArray. It is made by walking the rows when the index is searched for the first time,
// and follows each batch the store applies. Without room for it (vector/memory.h) a search walks the rows.
//
// A search sees every change whose batch was applied before it began. Changes are handed over in a queue, so
// that the applier never waits for a search: it is emptied by whoever has the array to itself next.
//
// Threads: every method from any thread; apply() from one at a time, in the order of the batches.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "model/table_definition.h"
#include "vector/memory.h"
#include "vector/query_vector.h"
#include "vector/vector_array.h"

namespace stator::replica {

class TableStore;

// One entry put, or removed where the row is empty.
struct VectorChange {
    std::uint32_t indexId = 0;
    std::string key;
    std::string row;
};

struct VectorQuery {
    std::uint32_t indexId = 0;
    std::vector<float> vector; // of the index's dimensions
    std::uint32_t topK = 0;
    std::optional<document::Value> partition;             // for an index with a partition key
    std::vector<std::optional<document::Value>> filters; // in the order of the index's; nothing: any
};

struct VectorMatch {
    double score = 0;
    document::Item document;    // the entry's, without the vector
    std::vector<float> vector;
};

struct VectorMatches {
    std::vector<VectorMatch> matches; // best first
    std::uint64_t examinedBytes = 0;  // of vectors that were looked at
};

class VectorIndex final : private vector::VectorMemory::Member {
public:
    explicit VectorIndex(const model::IndexDefinition &index,
                         std::shared_ptr<vector::VectorMemory> memory = vector::VectorMemory::shared());
    ~VectorIndex() override;

    // What the store has applied. Costs next to nothing while nobody has searched.
    void apply(std::vector<VectorChange> changes);
    // Forgets the array: the rows may have become others.
    void reset();

    Result<VectorMatches> search(const TableStore &store, const VectorQuery &query);

    // Whether a search would find the array made.
    bool isLoaded() const;

private:
    // Unloaded: changes are of no interest. Loading: they are kept until the array is there.
    enum class State { Unloaded, Loading, Loaded };

    bool giveUp() override;
    Result<bool> ensureLoaded(const TableStore &store);
    Result<std::unique_ptr<vector::VectorArray>> makeArray(const TableStore &store) const;
    Result<void> putRow(vector::VectorArray &array, std::string_view key, std::string_view row) const;
    // With the array to itself: brings the waiting changes into it.
    void drain();
    // With the array to itself: lets go of it.
    void drop();

    struct Prepared; // a query, ready for either way of searching
    bool searchArray(const Prepared &query, vector::TopK &best, std::uint64_t &rows);
    Result<void> searchRows(const TableStore &store, const Prepared &query, vector::TopK &best,
                            std::uint64_t &rows) const;
    Result<std::vector<VectorMatch>> fetch(const TableStore &store, const VectorQuery &query,
                                           const vector::QueryVector &vector,
                                           const std::vector<vector::Candidate> &candidates) const;

    const std::uint32_t m_indexId;
    const std::size_t m_partitionAttributes;
    const model::VectorSettings m_settings;
    const std::shared_ptr<vector::VectorMemory> m_memory;

    std::mutex m_loadMutex; // one makes the array. Taken before the others

    std::shared_mutex m_arrayMutex;               // taken before m_changesMutex
    std::unique_ptr<vector::VectorArray> m_array; // guarded by m_arrayMutex

    mutable std::mutex m_changesMutex;
    State m_state = State::Unloaded;     // guarded by m_changesMutex; Loaded is set and left under both
    std::uint64_t m_drops = 0;           // guarded by m_changesMutex; how often the array was let go
    std::vector<VectorChange> m_changes; // guarded by m_changesMutex; applied to the store, not to the array yet
};

} // namespace stator::replica
