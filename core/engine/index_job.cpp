#include "engine/index_job.h"

#include <cmath>
#include <utility>

#include "encoding/keys.h"
#include "encoding/time_to_live.h"
#include "engine/catalog_change.h"
#include "engine/expiry_sweep.h"
#include "engine/key_range.h"

namespace stator::engine {

namespace {

using encoding::Change;
using model::IndexDefinition;
using model::IndexStatus;
using model::TimeToLiveStatus;

// What one entry may cover, so that no write waits long behind it.
constexpr std::size_t kStepRows = 256;
constexpr std::size_t kStepKeyBytes = 64u << 10;
// A step that failed (a full drive, a store being reopened) is tried again.
constexpr std::int64_t kRetryMs = 1000;

const IndexDefinition *findIndex(const model::TableDefinition &table, std::uint32_t indexId)
{
    for (const auto &index : table.indexes)
        if (index.id == indexId)
            return &index;
    return nullptr;
}

std::string nameOf(const IndexDefinition *index)
{
    return index ? index->name : std::string();
}

// Whether the number is that of the rows in order of expiry.
bool isTimeToLive(const model::TableDefinition &table, std::uint32_t indexId)
{
    return table.timeToLive.indexId != 0 && table.timeToLive.indexId == indexId;
}

bool isWanted(const IndexDefinition &index, IndexJob::Kind kind)
{
    return kind == IndexJob::Kind::Backfill ? index.status == IndexStatus::Creating && index.isBackfilling
                                            : index.status == IndexStatus::Deleting;
}

bool isWanted(const model::TableDefinition &table, std::uint32_t indexId, IndexJob::Kind kind)
{
    if (isTimeToLive(table, indexId))
        return table.timeToLive.status == (kind == IndexJob::Kind::Backfill ? TimeToLiveStatus::Enabling
                                                                            : TimeToLiveStatus::Disabling);
    const IndexDefinition *index = findIndex(table, indexId);
    return index && isWanted(*index, kind);
}

// The rows one step covers: from `begin`, or the first row after it, to where the next step begins. Its end
// is empty if the range holds no more; nothing if it holds none at all.
struct Stretch {
    std::string begin;
    std::string end;
};

Result<std::optional<Stretch>> stretchFrom(const Table &table, const KeyRange &range)
{
    STATOR_TRY(const auto cursor, table.store().cursor());
    Stretch stretch{range.begin, {}};
    std::size_t rows = 0;
    std::size_t keyBytes = 0;
    for (cursor->seek(range.begin); cursor->isValid() && cursor->key() < range.end; cursor->next()) {
        if (rows == kStepRows || keyBytes >= kStepKeyBytes) {
            stretch.end.assign(cursor->key());
            return std::optional<Stretch>(std::move(stretch));
        }
        ++rows;
        keyBytes += cursor->key().size();
    }
    STATOR_CHECK(cursor->status());
    return rows == 0 ? std::optional<Stretch>() : std::optional<Stretch>(std::move(stretch));
}

// What the catalog says once the job is done.
Result<std::vector<Change>> completedChanges(const TableHandle &table, std::uint64_t storageId,
                                             std::uint32_t indexId, IndexJob::Kind kind)
{
    std::vector<Change> none;
    if (!table || table->definition().storageId != storageId)
        return none;
    model::TableDefinition definition = table->definition();
    if (isTimeToLive(definition, indexId)) {
        if (!isWanted(definition, indexId, kind))
            return none;
        const TimeMicros changed = definition.timeToLive.changed;
        if (kind == IndexJob::Kind::Backfill)
            definition.timeToLive.status = TimeToLiveStatus::Enabled;
        else
            definition.timeToLive = {TimeToLiveStatus::Disabled, {}, 0, changed};
        return std::vector<Change>{encoding::TableChange{std::move(definition)}};
    }
    for (auto index = definition.indexes.begin(); index != definition.indexes.end(); ++index) {
        if (index->id != indexId || !isWanted(*index, kind))
            continue;
        if (kind == IndexJob::Kind::Clear) {
            definition.indexes.erase(index);
        } else {
            index->status = IndexStatus::Active;
            index->isBackfilling = false;
        }
        return std::vector<Change>{encoding::TableChange{std::move(definition)}};
    }
    return none;
}

} // namespace

void IndexJob::start(const std::shared_ptr<Core> &core, const model::TableDefinition &table,
                     std::uint32_t indexId, Kind kind)
{
    const std::shared_ptr<IndexJob> job(new IndexJob(core, table, indexId, kind),
                                        std::default_delete<IndexJob>());
    core->logger.info(job->subject() + (kind == Kind::Backfill ? "backfill begins" : "clearing begins"));
    job->postStep();
}

IndexJob::IndexJob(const std::shared_ptr<Core> &core, const model::TableDefinition &table,
                   std::uint32_t indexId, Kind kind)
    : m_weakCore(core), m_table(table.name), m_storageId(table.storageId), m_indexId(indexId),
      m_indexName(nameOf(findIndex(table, indexId))), m_kind(kind)
{}

std::string IndexJob::subject() const
{
    return "table " + m_table + (m_indexName.empty() ? ", time to live: " : ", index " + m_indexName + ": ");
}

void IndexJob::postStep()
{
    if (const auto core = m_weakCore.lock())
        core->options.background->post([self = shared_from_this()] { self->beginStep(); });
}

void IndexJob::beginStep()
{
    auto core = m_weakCore.lock();
    if (!core || !core->gate.enter())
        return;
    m_core = std::move(core);
    m_self = shared_from_this();
    if (m_core->tableLatches.acquire(Latches::fingerprintOf(m_storageId, {}), LatchMode::Shared, *this))
        step();
}

void IndexJob::step()
{
    auto change = nextChange();
    if (!change.ok())
        return endStep(std::move(change).error());
    if (!*change)
        return endStep(false);
    encoding::Entry entry;
    entry.cause = encoding::Cause::System;
    entry.changes.push_back(std::move(**change));
    m_core->group->submit(std::move(entry), [this](Result<encoding::Position> position) {
        if (!position.ok())
            return endStep(std::move(position).error());
        endStep(true);
    });
}

Result<std::optional<Change>> IndexJob::nextChange() const
{
    const TableHandle table = m_core->registry.find(m_storageId);
    if (!table || !isWanted(table->definition(), m_indexId, m_kind))
        return std::optional<Change>();
    return m_kind == Kind::Backfill ? nextBackfill(*table) : nextClear(*table);
}

Result<std::optional<Change>> IndexJob::nextBackfill(const Table &table) const
{
    const auto counts = table.store().counts();
    const auto *index = counts.findIndex(m_indexId);
    if (!index || index->isComplete())
        return std::optional<Change>();
    KeyRange range = wholeRange(0);
    range.begin = index->backfillFrom;
    STATOR_TRY(auto stretch, stretchFrom(table, range));
    // An empty rest is an entry too: it says that the index is complete.
    std::string end = stretch ? std::move(stretch->end) : std::string();
    return std::optional<Change>(
        encoding::IndexBackfill{m_storageId, m_indexId, std::move(range.begin), std::move(end)});
}

Result<std::optional<Change>> IndexJob::nextClear(const Table &table) const
{
    const KeyRange range =
        isTimeToLive(table.definition(), m_indexId)
            ? KeyRange{encoding::expiryBegin(m_indexId, 0), encoding::expiryEnd(m_indexId)}
            : wholeRange(m_indexId);
    STATOR_TRY(auto stretch, stretchFrom(table, range));
    if (!stretch)
        return std::optional<Change>();
    return std::optional<Change>(
        encoding::IndexClear{m_storageId, m_indexId, std::move(stretch->begin),
                             stretch->end.empty() ? range.end : std::move(stretch->end)});
}

// `goesOn` false: nothing is left to do, or nobody wants it any more.
void IndexJob::endStep(Result<bool> goesOn)
{
    m_core->tableLatches.release(Latches::fingerprintOf(m_storageId, {}), LatchMode::Shared);
    const auto core = std::move(m_core);
    const auto self = std::move(m_self);
    if (goesOn.ok() && *goesOn) {
        postStep();
    } else if (goesOn.ok()) {
        core->logger.info(subject() + (m_kind == Kind::Backfill ? "backfill is done" : "clearing is done"));
        CatalogChange::start(
            core, m_table,
            [storageId = m_storageId, indexId = m_indexId, kind = m_kind](const TableHandle &table) {
                return completedChanges(table, storageId, indexId, kind);
            },
            [core](const Result<TableHandle> &table) { // not written: the next start finds the job again
                if (table.ok() && *table && (*table)->definition().timeToLive.status == TimeToLiveStatus::Enabled)
                    startExpirySweeps(core);
            });
    } else if (goesOn.error().code != ErrorCode::ShuttingDown) {
        core->logger.warning(subject() + "a step failed and is tried again: " + goesOn.error().message);
        core->delayed.post(kRetryMs, [self] { self->postStep(); });
    }
    core->gate.leave();
    Latches::runGranted();
}

std::optional<double> backfillProgress(const Table &table, std::uint32_t indexId)
{
    const IndexDefinition *definition = findIndex(table.definition(), indexId);
    if (!definition || definition->status != IndexStatus::Creating)
        return std::nullopt;
    const auto counts = table.store().counts();
    const auto *index = counts.findIndex(indexId);
    if (!index || index->isComplete())
        return 1.0;
    // Keys are in the order of their hashes, which are spread evenly.
    return std::ldexp(static_cast<double>(encoding::hashOfKey(index->backfillFrom)), -64);
}

} // namespace stator::engine
