#include "engine/table_catalog.h"

#include <utility>

#include "base/assert.h"
#include "engine/catalog_change.h"
#include "engine/expiry_sweep.h"
#include "engine/index_job.h"
#include "engine/stream_keeper.h"
#include "model/limits.h"

namespace stator::engine {

namespace {

using encoding::Change;
using encoding::TableChange;
using encoding::TableDrop;
using model::IndexStatus;
using model::StreamStatus;
using model::TableDefinition;
using model::TableStatus;
using model::TimeToLiveStatus;

std::string inUse(std::string_view text)
{
    return "Attempt to change a resource which is still in use: " + std::string(text);
}

// Gives new indexes (id 0) their numbers.
void numberIndexes(TableDefinition &definition)
{
    for (auto &index : definition.indexes) {
        if (index.id != 0)
            continue;
        index.id = definition.nextIndexId++;
        index.status = IndexStatus::Creating;
        index.isBackfilling = false;
    }
    // Rows in order of expiry are told from those of an earlier time to live by a number of their own.
    if (definition.timeToLive.status == TimeToLiveStatus::Enabling && definition.timeToLive.indexId == 0)
        definition.timeToLive.indexId = definition.nextIndexId++;
}

// A time for a new stream: now, and one no stream of the name has. Hidden ones differ in the last digit.
TimeMicros freeStreamTime(const Core &core, const TableDefinition &definition)
{
    TimeMicros created = core.options.clock->nowMicros() / 1000 * 1000;
    for (const auto &stream : core.group->leader().streams())
        if (stream->description().tableName == definition.name)
            created = std::max(created, stream->description().created / 1000 * 1000 + 1000);
    return created;
}

// Gives streams that are to be enabled their times; that of the Streams API is its label.
void nameStreams(const Core &core, TableDefinition &definition)
{
    if (definition.stream.status == StreamStatus::Enabling && definition.stream.created == 0) {
        definition.stream.created = freeStreamTime(core, definition);
        definition.streamTags.clear();
        definition.streamPolicy = {};
    }
    for (model::KinesisDestination &destination : definition.kinesisDestinations)
        if (destination.isRecording() && destination.created == 0)
            destination.created = freeStreamTime(core, definition) + model::KinesisDestination::kHiddenDigit;
}

// What takes the service time; everything else changes without a stay in UPDATING.
bool needsUpdating(const TableDefinition &before, const TableDefinition &after)
{
    if (before.billingMode != after.billingMode || !(before.throughput == after.throughput) ||
        before.tableClass.tableClass != after.tableClass.tableClass ||
        before.stream.status != after.stream.status ||
        before.indexes.size() != after.indexes.size())
        return true;
    for (std::size_t i = 0; i < before.indexes.size(); ++i)
        if (before.indexes[i].status != after.indexes[i].status ||
            !(before.indexes[i].throughput == after.indexes[i].throughput))
            return true;
    return false;
}

// The state that follows once a change has been shown long enough. A new table's indexes are complete; an
// index added later is backfilled, one that was deleted is cleared.
std::vector<Change> settledChanges(const TableDefinition &definition)
{
    if (definition.status == TableStatus::Deleting)
        return {TableDrop{definition.storageId, definition.name}};
    if (definition.status == TableStatus::Active)
        return {};
    TableDefinition settled = definition;
    settled.status = TableStatus::Active;
    if (settled.stream.status == StreamStatus::Enabling)
        settled.stream.status = StreamStatus::Enabled;
    if (settled.stream.status == StreamStatus::Disabling)
        settled.stream.status = StreamStatus::Disabled;
    for (auto &index : settled.indexes) {
        if (index.status == IndexStatus::Updating)
            index.status = IndexStatus::Active;
        if (index.status != IndexStatus::Creating)
            continue;
        if (definition.status == TableStatus::Creating)
            index.status = IndexStatus::Active;
        else
            index.isBackfilling = true;
    }
    return {TableChange{std::move(settled)}};
}

void startTimeToLiveJob(const std::shared_ptr<Core> &core, const TableDefinition &definition)
{
    const model::TimeToLive &timeToLive = definition.timeToLive;
    if (timeToLive.status == TimeToLiveStatus::Enabling)
        IndexJob::start(core, definition, timeToLive.indexId, IndexJob::Kind::Backfill);
    if (timeToLive.status == TimeToLiveStatus::Disabling)
        IndexJob::start(core, definition, timeToLive.indexId, IndexJob::Kind::Clear);
}

void startIndexJobs(const std::shared_ptr<Core> &core, const TableDefinition &definition)
{
    for (const auto &index : definition.indexes) {
        if (index.status == IndexStatus::Creating && index.isBackfilling)
            IndexJob::start(core, definition, index.id, IndexJob::Kind::Backfill);
        if (index.status == IndexStatus::Deleting)
            IndexJob::start(core, definition, index.id, IndexJob::Kind::Clear);
    }
}

// `storageId`: the table that was to settle; one that took its name since then is none of our business.
void settle(const std::shared_ptr<Core> &core, const std::string &table, std::uint64_t storageId, Task then)
{
    auto plan = [storageId](const TableHandle &current) -> Result<std::vector<Change>> {
        if (!current || current->definition().storageId != storageId)
            return std::vector<Change>();
        return settledChanges(current->definition());
    };
    // On an error the table stays as it is; the next start settles it.
    auto done = [core, storageId, then = std::move(then)](Result<TableHandle> settled) mutable {
        if (!core->group->leader().streams().empty())
            startStreamKeeper(core);
        if (settled.ok() && *settled && (*settled)->definition().storageId == storageId &&
            (*settled)->definition().status == TableStatus::Active)
            startIndexJobs(core, (*settled)->definition());
        then();
        core->settleWaiters.run(storageId);
    };
    CatalogChange::start(core, table, std::move(plan), std::move(done));
}

void settleLater(const std::shared_ptr<Core> &core, const std::string &table, std::uint64_t storageId)
{
    core->delayed.post(core->options.tableDelayMs, [weak = std::weak_ptr<Core>(core), table, storageId] {
        if (const auto alive = weak.lock())
            settle(alive, table, storageId, [] {});
    });
}

// Makes the first change, and answers it once the table is settled or its delay has begun.
void changeAndSettle(const std::shared_ptr<Core> &core, std::string table, CatalogChange::Plan plan,
                     Completion<TableHandle> done)
{
    auto changed = [core, table, done = std::move(done)](Result<TableHandle> result) mutable {
        if (!result.ok() || !*result || (*result)->definition().status == TableStatus::Active)
            return done(std::move(result));
        const std::uint64_t storageId = (*result)->definition().storageId;
        if (core->options.tableDelayMs > 0) {
            settleLater(core, table, storageId);
            return done(std::move(result));
        }
        settle(core, table, storageId,
               [result = std::move(result), done = std::move(done)]() mutable { done(std::move(result)); });
    };
    CatalogChange::start(core, table, std::move(plan), std::move(changed));
}

// So many tables may be on their way at once (Developer Guide, "Quotas").
Result<void> checkOperationsAtOnce(const Core &core)
{
    std::size_t busy = 0;
    for (const TableHandle &table : core.registry.all())
        busy += table->definition().status != TableStatus::Active;
    if (busy < model::kTableOperationsAtOnce)
        return {};
    return Error::limitExceeded("Subscriber limit exceeded: Only " +
                                std::to_string(model::kTableOperationsAtOnce) +
                                " tables can be created, updated, or deleted simultaneously");
}

Result<std::vector<Change>> deletePlan(const Core &core, const TableHandle &current, const std::string &table)
{
    if (!current)
        return Error::resourceNotFound("Requested resource not found: Table: " + table + " not found");
    TableDefinition definition = current->definition();
    if (definition.status == TableStatus::Creating)
        return Error::resourceInUse(inUse("Table is being created: " + table));
    if (definition.status == TableStatus::Deleting)
        return Error::resourceInUse(inUse("Table is being deleted: " + table));
    bool hasBusyIndex = false;
    for (const auto &index : definition.indexes)
        hasBusyIndex = hasBusyIndex || index.status != IndexStatus::Active;
    const StreamStatus stream = definition.stream.status;
    if (stream == StreamStatus::Enabling || stream == StreamStatus::Disabling)
        return Error::resourceInUse(inUse("Cannot delete table while stream is being enabled/disabled."));
    if (definition.status != TableStatus::Active && !hasBusyIndex)
        return Error::resourceInUse(inUse("Table: " + table + " is in the process of being updated."));
    if (hasBusyIndex)
        return Error::resourceInUse(
            inUse("Cannot delete table while indexes are being created, updated, or deleted."));
    if (definition.isDeletionProtected)
        return Error::validation("Resource cannot be deleted as it is currently protected against deletion. "
                                 "Disable deletion protection first.");
    STATOR_CHECK(checkOperationsAtOnce(core));
    definition.status = TableStatus::Deleting;
    return std::vector<Change>{TableChange{std::move(definition)}};
}

} // namespace

void createTable(std::shared_ptr<Core> core, TableDefinition definition, Completion<TableHandle> done)
{
    std::string name = definition.name;
    auto plan = [core, definition =
                           std::move(definition)](const TableHandle &current) -> Result<std::vector<Change>> {
        if (current)
            return Error::resourceInUse("Table already exists: " + definition.name);
        STATOR_CHECK(checkOperationsAtOnce(*core));
        TableDefinition made = definition;
        made.storageId = core->group->leader().catalog().reserveStorageId();
        if (made.id.empty())
            made.id = core->makeId();
        made.created = core->options.clock->nowMicros();
        made.status = TableStatus::Creating;
        for (auto &index : made.indexes)
            index.id = 0;
        numberIndexes(made);
        nameStreams(*core, made);
        return std::vector<Change>{TableChange{std::move(made)}};
    };
    changeAndSettle(core, std::move(name), std::move(plan), std::move(done));
}

void updateTable(std::shared_ptr<Core> core, std::string table, Region::Edit edit,
                 Completion<TableHandle> done)
{
    const auto changesTimeToLive = std::make_shared<bool>(false);
    auto plan = [core, table, edit = std::move(edit),
                 changesTimeToLive](const TableHandle &current) -> Result<std::vector<Change>> {
        if (!current)
            return Error::resourceNotFound("Requested resource not found: Table: " + table + " not found");
        const TableDefinition &before = current->definition();
        STATOR_TRY(TableDefinition after, edit(before));
        STATOR_ASSERT(after.storageId == before.storageId && after.name == before.name);
        if (after == before)
            return std::vector<Change>();
        numberIndexes(after);
        nameStreams(*core, after);
        *changesTimeToLive = !(before.timeToLive == after.timeToLive);
        if (before.status == TableStatus::Active && needsUpdating(before, after)) {
            STATOR_CHECK(checkOperationsAtOnce(*core));
            after.status = TableStatus::Updating;
        }
        return std::vector<Change>{TableChange{std::move(after)}};
    };
    auto changed = [core, changesTimeToLive, done = std::move(done)](Result<TableHandle> result) mutable {
        if (result.ok() && *changesTimeToLive)
            startTimeToLiveJob(core, (*result)->definition());
        done(std::move(result));
    };
    changeAndSettle(core, std::move(table), std::move(plan), std::move(changed));
}

void deleteTable(std::shared_ptr<Core> core, std::string table, Completion<TableHandle> done)
{
    auto plan = [core, table](const TableHandle &current) { return deletePlan(*core, current, table); };
    changeAndSettle(core, std::move(table), std::move(plan), std::move(done));
}

void resumeCatalogWork(const std::shared_ptr<Core> &core)
{
    if (!core->group->leader().streams().empty())
        startStreamKeeper(core);
    for (const TableHandle &table : core->registry.all()) {
        const TableDefinition &definition = table->definition();
        startIndexJobs(core, definition);
        startTimeToLiveJob(core, definition);
        if (definition.timeToLive.status == TimeToLiveStatus::Enabled)
            startExpirySweeps(core);
        if (definition.status == TableStatus::Active)
            continue;
        if (core->options.tableDelayMs > 0)
            settleLater(core, definition.name, definition.storageId);
        else
            settle(core, definition.name, definition.storageId, [] {});
    }
}

} // namespace stator::engine
