// The Region over zones on this machine.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/core.h"
#include "engine/region.h"

namespace stator::engine {

class LocalRegion final : public Region {
public:
    explicit LocalRegion(std::shared_ptr<Core> core) : m_core(std::move(core)) {}
    ~LocalRegion() override;

    const std::string &name() const override { return m_core->options.name; }

    TableHandle findTable(std::string_view table) const override;
    std::vector<std::string> tableNames(std::string_view after, std::size_t limit) const override;
    const model::TableDefinition &definition(const Table &table) const override;
    TableCounts counts(const Table &table) const override;

    void createTable(model::TableDefinition definition, Completion<TableHandle> done) override;
    void updateTable(std::string table, Edit edit, Completion<TableHandle> done) override;
    void deleteTable(std::string table, Completion<TableHandle> done) override;
    void afterSettling(const Table &table, Task task) override;
    std::optional<double> backfillProgress(const Table &table, std::uint32_t indexId) const override;

    Result<std::optional<document::Item>> get(const Table &table, document::ItemView key) const override;
    Result<std::vector<std::optional<document::Item>>>
    getTogether(const std::vector<Read> &reads) const override;
    Result<PageEnd> readPage(const Table &table, const PageRequest &request,
                             const std::function<bool(document::ItemView)> &sink) const override;

    void search(const Table &table, VectorQuery query, Completion<VectorMatches> done) override;

    std::vector<replica::StreamHandle> streams() const override;
    replica::StreamHandle findStream(std::string_view table, TimeMicros created) const override;

    void write(WriteSet set, Completion<WriteOutcome> done) override;

    ThroughputLimit &throughput() const override { return m_core->throughput; }

    Result<void> stop() override;

private:
    const std::shared_ptr<Core> m_core;
};

} // namespace stator::engine
