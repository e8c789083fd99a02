// Apply turns the changes of entries into rows of one store. It is deterministic: the same entries on the
// same store give the same rows and counts on every zone and in every replay.
//
// Item changes are pure: index rows follow from the old and the new document the entry carries. Bulk changes
// read the store at the preceding position.
//
// Rows in order of expiry (time to live) are kept as an index is, with a number of its own.
//
// What an index holds while it is made: items whose key is below the backfill's mark. Writes above the mark
// leave the index alone, as the backfill will meet the item as it then is. A Deleting index is left alone
// too; IndexClear takes its rows away.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "encoding/entry.h"
#include "encoding/row.h"
#include "replica/catalog.h"
#include "replica/vector_index.h"
#include "storage/store.h"

namespace stator::replica {

// Collects the rows of consecutive entries for one store, so that a group costs one LevelDB write.
//
// Threads: one at a time.
class BatchBuilder {
public:
    // `definition` and `state` are those of the store before the first change.
    // Neither is there in a store that is being made.
    explicit BatchBuilder(DefinitionHandle definition = {}, encoding::StoreState state = {});

    // Adds the rows of a change to this store. Corruption: it does not follow from what the store holds; the
    // batch must be given up.
    Result<void> addItem(const encoding::ItemChange &change, TimeMicros commitTime);
    // From here on the table is defined so. New indexes of a store with items begin empty and wait for backfill.
    void addDefinition(DefinitionHandle definition);
    // These two read `store`, which must hold everything added before: the batch is empty.
    Result<void> addBackfill(const encoding::IndexBackfill &change, const storage::Store &store);
    Result<void> addClear(const encoding::IndexClear &change, const storage::Store &store);

    // Adds the state row; the batch is then complete for everything up to `position`.
    const storage::Batch &finish(encoding::Position position, TimeMicros commitTime);
    // What the batch does to entries of vector indexes, in order.
    std::vector<VectorChange> takeVectorChanges() { return std::exchange(m_vectorChanges, {}); }
    // The batch was applied; begins the next.
    void clear();

    bool empty() const { return m_isEmpty; }
    // How many versions of rows were replaced or removed since the last call.
    std::uint64_t takePastRows() { return std::exchange(m_pastRows, 0); }
    const encoding::StoreState &state() const { return m_state; }
    const DefinitionHandle &definition() const { return m_definition; }

private:
    Result<void> addIndexRows(const model::IndexDefinition &index, const encoding::ItemChange &change);
    Result<void> addVectorRows(const model::IndexDefinition &index, const encoding::ItemChange &change,
                               encoding::IndexCounts &counts);
    Result<void> addExpiryRow(const encoding::ItemChange &change);
    Result<void> fillIndex(const model::IndexDefinition &index, const encoding::IndexBackfill &change,
                           const storage::Store &store);
    Result<void> fillExpiry(const encoding::IndexBackfill &change, const storage::Store &store);

    DefinitionHandle m_definition;
    encoding::StoreState m_state;
    storage::Batch m_batch;
    std::vector<VectorChange> m_vectorChanges;
    bool m_isEmpty = true;
    std::uint64_t m_pastRows = 0;

    // Reused from change to change.
    std::string m_row;
    std::string m_oldKey;
    std::string m_newKey;
    std::string m_oldRow;
};

// Keys of the two rows that every table's store has.
inline constexpr std::string_view kStateKey = "\x01";
inline constexpr std::string_view kDefinitionKey = "\x02";

// Whether changes of this table's items must carry the document they replace.
inline bool needsOldDocument(const model::TableDefinition &definition)
{
    return !definition.indexes.empty() || definition.timeToLive.hasRows() || definition.isRecording();
}

} // namespace stator::replica
