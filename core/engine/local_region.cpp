#include "engine/local_region.h"

#include <utility>

#include "engine/index_job.h"
#include "engine/pending_write.h"
#include "engine/read_path.h"
#include "engine/read_together.h"
#include "engine/table_catalog.h"
#include "engine/tokens.h"

namespace stator::engine {

Result<std::unique_ptr<Region>> openRegion(RegionOptions options)
{
    replica::ZoneOptions zone;
    zone.files = options.files;
    zone.isInMemory = options.isInMemory;
    zone.keepsLog = !options.isInMemory;
    if (options.budget)
        zone.budget = options.budget;
    zone.clock = options.clock;
    zone.random = options.random;
    zone.directory = options.directory;
    zone.workspaceUuid = options.workspaceId;
    zone.region = options.name;
    zone.logger = options.logger;
    zones::GroupOptions zones;
    zones.sync = options.isInMemory ? zones::SyncMode::Never : options.sync;
    zones.executor = options.io;
    zones.hasTimer = options.hasTimer;
    STATOR_TRY(auto group, zones::Group::open(std::move(zone), zones));
    auto core = std::make_shared<Core>(std::move(options), std::move(group));
    replica::Zone &leader = core->group->leader();
    STATOR_CHECK(sweepTokens(*core));
    const auto catalog = leader.catalog().snapshot();
    for (const auto &entry : catalog->byName) {
        STATOR_TRY(auto store, leader.store(entry.second->storageId));
        core->registry.put(std::make_shared<const Table>(entry.second, std::move(store)));
    }
    resumeCatalogWork(core);
    return std::unique_ptr<Region>(std::make_unique<LocalRegion>(std::move(core)));
}

LocalRegion::~LocalRegion()
{
    m_core->gate.close();
    m_core->delayed.stop();
    m_core->settleWaiters.runAll();
}

TableHandle LocalRegion::findTable(std::string_view table) const
{
    return m_core->registry.find(table);
}

std::vector<std::string> LocalRegion::tableNames(std::string_view after, std::size_t limit) const
{
    return m_core->registry.names(after, limit);
}

const model::TableDefinition &LocalRegion::definition(const Table &table) const
{
    return table.definition();
}

TableCounts LocalRegion::counts(const Table &table) const
{
    const auto stored = table.store().counts();
    TableCounts counts;
    counts.items = stored.items;
    counts.bytes = stored.bytes;
    for (const auto &index : stored.indexes)
        counts.indexes.push_back({index.id, index.items, index.bytes});
    return counts;
}

void LocalRegion::createTable(model::TableDefinition definition, Completion<TableHandle> done)
{
    engine::createTable(m_core, std::move(definition), std::move(done));
}

void LocalRegion::updateTable(std::string table, Edit edit, Completion<TableHandle> done)
{
    engine::updateTable(m_core, std::move(table), std::move(edit), std::move(done));
}

void LocalRegion::deleteTable(std::string table, Completion<TableHandle> done)
{
    engine::deleteTable(m_core, std::move(table), std::move(done));
}

void LocalRegion::afterSettling(const Table &table, Task task)
{
    const model::TableDefinition &definition = table.definition();
    if (!m_core->options.isLookedAtSettled || definition.status == model::TableStatus::Active)
        return task();
    m_core->settleWaiters.add(definition.storageId, std::move(task));
    // It may have settled between the caller's look and ours.
    const TableHandle current = m_core->registry.find(definition.storageId);
    if (!current || current->definition().status == model::TableStatus::Active)
        m_core->settleWaiters.run(definition.storageId);
}

std::optional<double> LocalRegion::backfillProgress(const Table &table, std::uint32_t indexId) const
{
    return engine::backfillProgress(table, indexId);
}

Result<std::optional<document::Item>> LocalRegion::get(const Table &table, document::ItemView key) const
{
    return readItem(table, key);
}

Result<std::vector<std::optional<document::Item>>>
LocalRegion::getTogether(const std::vector<Read> &reads) const
{
    return readTogether(*m_core, reads);
}

Result<PageEnd> LocalRegion::readPage(const Table &table, const PageRequest &request,
                                      const std::function<bool(document::ItemView)> &sink) const
{
    return engine::readPage(table, request, sink);
}

void LocalRegion::search(const Table &table, VectorQuery query, Completion<VectorMatches> done)
{
    searchVectors(m_core, table, std::move(query), std::move(done));
}

std::vector<replica::StreamHandle> LocalRegion::streams() const
{
    return m_core->group->leader().streams();
}

replica::StreamHandle LocalRegion::findStream(std::string_view table, TimeMicros created) const
{
    for (replica::StreamHandle &stream : streams())
        if (stream->description().created == created && stream->description().tableName == table)
            return std::move(stream);
    return nullptr;
}

void LocalRegion::write(WriteSet set, Completion<WriteOutcome> done)
{
    PendingWrite::start(*m_core, std::move(set), std::move(done));
}

Result<void> LocalRegion::stop()
{
    m_core->delayed.stop();
    m_core->settleWaiters.runAll();
    m_core->gate.close();
    m_core->registry.clear();
    return m_core->group->stop();
}

} // namespace stator::engine
