// A Region is the engine of one region: its tables, and the one door for every read and write.
//
// Threads: every method from any thread. Completions run on the thread that finished the work.
// Reads see everything acknowledged before they began.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/completion.h"
#include "document/item.h"
#include "engine/read.h"
#include "engine/throughput_limit.h"
#include "engine/vector_search.h"
#include "engine/write.h"
#include "model/table_definition.h"
#include "replica/stream.h"

namespace stator::engine {

// A table as the catalog has it at one moment. Immutable; holding it keeps its store open.
class Table;
using TableHandle = std::shared_ptr<const Table>;

struct TableCounts {
    std::uint64_t items = 0;
    std::uint64_t bytes = 0; // service sizes plus 100 bytes an item (API Reference, "TableSizeBytes")
    struct Index {
        std::uint32_t id = 0;
        std::uint64_t items = 0;
        std::uint64_t bytes = 0;
    };
    std::vector<Index> indexes;
};

// One item of a TransactGetItems.
struct Read {
    TableHandle table;
    document::Item key;
};

class Region {
public:
    virtual ~Region() = default;

    virtual const std::string &name() const = 0;

    // Catalog. A table being made or deleted is found too; callers look at its status.
    virtual TableHandle findTable(std::string_view table) const = 0; // null: there is none
    virtual std::vector<std::string> tableNames(std::string_view after,
                                                std::size_t limit) const = 0; // byte order
    virtual const model::TableDefinition &definition(const Table &table) const = 0;
    virtual TableCounts counts(const Table &table) const = 0;

    // Assigns id, storageId and creation time. ResourceInUse if the name is taken.
    virtual void createTable(model::TableDefinition definition, Completion<TableHandle> done) = 0;
    // `edit` runs under the table's exclusive latch and returns the definition as it shall be.
    // New indexes it adds are backfilled, those it marks Deleting are cleared, both in the background.
    using Edit = std::function<Result<model::TableDefinition>(const model::TableDefinition &)>;
    virtual void updateTable(std::string table, Edit edit, Completion<TableHandle> done) = 0;
    virtual void deleteTable(std::string table, Completion<TableHandle> done) = 0;
    // Runs `task` once the table is neither made, changed nor deleted any more; at once if it is not, or if
    // the region was not opened to wait. Clients poll in steps of seconds: with a delay of milliseconds it is
    // kinder to let the first look wait.
    virtual void afterSettling(const Table &table, Task task) = 0;
    // Share of an index's backfill done, 0 to 1; nothing if none runs.
    virtual std::optional<double> backfillProgress(const Table &table, std::uint32_t indexId) const = 0;

    // Reads. `key` holds the key attributes, checked.
    virtual Result<std::optional<document::Item>> get(const Table &table, document::ItemView key) const = 0;
    // All of them at one moment, or TransactionCanceled with a TransactionConflict for those being written.
    virtual Result<std::vector<std::optional<document::Item>>>
    getTogether(const std::vector<Read> &reads) const = 0;
    // Calls `sink` for each item of the page in order; see engine/read.h. The views lie in the store and are
    // valid during the call only.
    virtual Result<PageEnd> readPage(const Table &table, const PageRequest &request,
                                     const std::function<bool(document::ItemView)> &sink) const = 0;

    // The entries of a vector index that are nearest to a vector; engine/vector_search.h. A search of many
    // vectors is answered on the background executor.
    virtual void search(const Table &table, VectorQuery query, Completion<VectorMatches> done) = 0;

    // Streams whose records are kept, in the order they were made: of tables that are there and of those that
    // are gone. streams/cursor.h reads them.
    virtual std::vector<replica::StreamHandle> streams() const = 0;
    // The one with this label (encoding::StreamDescription::created); null: there is none.
    virtual replica::StreamHandle findStream(std::string_view table, TimeMicros created) const = 0;

    // Writes: latch, read, decide, append, apply; see engine/write.h. Often done before this returns.
    virtual void write(WriteSet set, Completion<WriteOutcome> done) = 0;

    // Of all tables; writes keep it by themselves, readers ask it. Off at the start.
    virtual ThroughputLimit &throughput() const = 0;

    // Refuses new writes (ShuttingDown), waits for those under way and for background jobs to pause, flushes
    // and syncs. Idempotent; what was interrupted goes on at the next start.
    virtual Result<void> stop() = 0;
};

} // namespace stator::engine
