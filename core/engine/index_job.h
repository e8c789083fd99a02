// An IndexJob fills a new index from the table's items, or takes the rows of a deleted one away. The rows in
// order of expiry (time to live) come and go in the same way.
//
// It does so in small entries, each of which every zone turns into rows by itself, one after the other on the
// background executor: writes go on between them. Where it stands is in the store and the catalog, not here:
// a job that is interrupted is started again, and goes on.
//
// While a step is under way it shares the table's latch, so that the index keeps its state meanwhile.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "encoding/entry.h"
#include "engine/core.h"
#include "engine/latches.h"

namespace stator::engine {

class IndexJob final : public std::enable_shared_from_this<IndexJob>, private LatchWaiter {
public:
    enum class Kind { Backfill, Clear };

    static void start(const std::shared_ptr<Core> &core, const model::TableDefinition &table,
                      std::uint32_t indexId, Kind kind);

private:
    IndexJob(const std::shared_ptr<Core> &core, const model::TableDefinition &table, std::uint32_t indexId,
             Kind kind);
    ~IndexJob() = default;
    friend std::default_delete<IndexJob>;

    void postStep();
    void beginStep();
    void granted() override { step(); }
    void step();
    Result<std::optional<encoding::Change>> nextChange() const;
    Result<std::optional<encoding::Change>> nextBackfill(const Table &table) const;
    Result<std::optional<encoding::Change>> nextClear(const Table &table) const;
    void endStep(Result<bool> goesOn);
    // "table Music, index byYear: "
    std::string subject() const;

    const std::weak_ptr<Core> m_weakCore;
    const std::string m_table;
    const std::uint64_t m_storageId;
    const std::uint32_t m_indexId;
    const std::string m_indexName; // for the log
    const Kind m_kind;

    // During a step.
    std::shared_ptr<Core> m_core;
    std::shared_ptr<IndexJob> m_self;
};

// Share of an index's items that its backfill has passed, 0 to 1; nothing if none runs.
std::optional<double> backfillProgress(const Table &table, std::uint32_t indexId);

} // namespace stator::engine
