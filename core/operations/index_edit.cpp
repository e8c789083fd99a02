// Index updates of an UpdateTable: an index made, dropped, or given other throughput.
#include "model/limits.h"
#include "operations/control_errors.h"
#include "operations/table_edit.h"
#include "operations/table_schema.h"
#include "operations/throughput_change.h"
#include "operations/vector_schema.h"

namespace stator::operations {

namespace {

using model::BillingMode;
using model::IndexDefinition;
using model::IndexStatus;
using model::TableDefinition;

Error notThere(const std::string &name, const TableDefinition &table)
{
    return Error::resourceNotFound("Requested resource not found: Index " + name + " for table " + table.name);
}

Result<IndexDefinition *> existing(const std::string &name, TableDefinition &table)
{
    for (auto &index : table.indexes)
        if (index.name == name)
            return &index;
    return notThere(name, table);
}

Result<void> checkNoneInFlight(const TableDefinition &table)
{
    for (const auto &index : table.indexes)
        if (index.status == IndexStatus::Creating || index.status == IndexStatus::Deleting)
            return oneIndexAtATime();
    return {};
}

Result<void> checkMayMake(const std::string &name, const TableDefinition &table)
{
    if (const IndexDefinition *index = table.findIndex(name)) {
        if (index->status == IndexStatus::Active)
            return Error::validation("Attempting to create an index which already exists");
        const char *what = index->status == IndexStatus::Deleting ? "deleted" : "updated";
        return inUse(std::string("Index is being ") + what + ". Table: " + table.name + " Index: " + index->name);
    }
    return checkNoneInFlight(table);
}

// Those of the request, and those that keys have already.
Result<AttributeTypes> definedAttributes(const api::UpdateTableRequest &request, const TableDefinition &table)
{
    STATOR_TRY(auto types, AttributeTypes::create(request.attributeDefinitions.value_or(
                               std::vector<api::AttributeDefinition>())));
    types.addExisting(table.keys);
    for (const auto &index : table.indexes) {
        types.addExisting(index.keys);
        types.addExisting({index.vector.inlineFilters, {}});
    }
    return types;
}

Result<void> makeIndex(const api::CreateGlobalSecondaryIndexAction &create,
                       const api::UpdateTableRequest &request, const ChangeSite &site, TableDefinition &table)
{
    STATOR_CHECK(checkMayMake(create.indexName, table));
    std::size_t globals = 0;
    for (const auto &index : table.indexes)
        globals += index.kind == model::IndexKind::Global;
    if (globals >= model::kGlobalIndexes)
        return Error::limitExceeded("Subscriber limit exceeded: Number of global secondary indexes "
                                    "exceeds per-table limit of 20");
    STATOR_TRY(auto types, definedAttributes(request, table));
    STATOR_TRY(table.indexes.emplace_back(), globalIndex(create, table.billingMode, site, types));
    return {};
}

// An index in flight is left alone until it has settled.
Result<void> checkMayUpdate(const IndexDefinition &index, const TableDefinition &table)
{
    const std::string place = " Table: " + table.name + " Index: " + index.name;
    if (index.status == IndexStatus::Deleting)
        return inUse("Index is being deleted." + place);
    return index.status == IndexStatus::Updating ? Result<void>(inUse("Index is being updated." + place))
                                                 : Result<void>();
}

Result<void> checkMayDrop(const IndexDefinition &index, const TableDefinition &table)
{
    STATOR_CHECK(checkMayUpdate(index, table));
    if (index.status == IndexStatus::Creating && !index.isBackfilling)
        return inUse("Index creation is in resource allocation phase. Retry deletion during backfilling "
                     "phase or when the index is active. Table: " +
                     table.name + " Index: " + index.name);
    return {};
}

Result<void> dropIndex(const std::string &name, model::IndexKind kind, TableDefinition &table)
{
    STATOR_TRY(IndexDefinition *const index, existing(name, table));
    if (index->kind != kind) // the wording for a vector index is unverified
        return Error::validation(
            std::string("Cannot delete an index that is not a ") +
            (kind == model::IndexKind::Vector ? "VectorIndex: " : "GlobalSecondaryIndex: ") + name);
    STATOR_CHECK(checkMayDrop(*index, table));
    // An index that is still backfilling may go; another one in flight may not be joined.
    if (index->status == IndexStatus::Active)
        STATOR_CHECK(checkNoneInFlight(table));
    index->status = IndexStatus::Deleting;
    index->isBackfilling = false;
    return {};
}

Result<void> changeUnits(const api::ProvisionedThroughput &requested, const ChangeSite &site,
                         const TableDefinition &table, IndexDefinition &index)
{
    if (table.billingMode == BillingMode::PayPerRequest)
        return Error::invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified "
                                       "when BillingMode is PAY_PER_REQUEST");
    STATOR_CHECK(checkUnits(requested, site.region));
    STATOR_TRY(index.throughput, changedThroughput(index.throughput, requested,
                                                   {"index " + index.name, "index"}, site.now));
    if (index.status == IndexStatus::Active)
        index.status = IndexStatus::Updating;
    return {};
}

Result<void> changeIndex(const api::UpdateGlobalSecondaryIndexAction &update, const ChangeSite &site,
                         TableDefinition &table)
{
    STATOR_TRY(IndexDefinition *const index, existing(update.indexName, table));
    if (index->kind != model::IndexKind::Global) // no other can be changed (the text for them is unverified)
        return notThere(update.indexName, table);
    const std::string subject = "index " + index->name;
    STATOR_CHECK(checkMayUpdate(*index, table));
    if (!update.provisionedThroughput && !update.onDemandThroughput && !update.warmThroughput)
        return Error::invalidParameter("ProvisionedThroughput must be specified for index: " + index->name);
    if (update.provisionedThroughput)
        STATOR_CHECK(changeUnits(*update.provisionedThroughput, site, table, *index));
    if (update.onDemandThroughput)
        STATOR_CHECK(mergeOnDemand(*update.onDemandThroughput, table.billingMode, subject,
                                   index->onDemandThroughput));
    if (update.warmThroughput)
        STATOR_CHECK(raiseWarm(*update.warmThroughput, table.billingMode, index->throughput, subject,
                               index->warmThroughput));
    return {};
}

// What an update of this kind says of an index that is in flight.
template <class Update>
Result<void> checkNotInFlight(const Update &update, const TableDefinition &table)
{
    if (update.create)
        return checkMayMake(update.create->indexName, table);
    if (!update.delete_)
        return {};
    const IndexDefinition *index = table.findIndex(update.delete_->indexName);
    return index ? checkMayDrop(*index, table) : Result<void>();
}

} // namespace

Result<void> checkIndexesNotInFlight(const api::UpdateTableRequest &request, const TableDefinition &table)
{
    if (changesIndexes(request))
        for (const auto &update : *request.globalSecondaryIndexUpdates) {
            STATOR_CHECK(checkNotInFlight(update, table));
            if (const auto *index = update.update ? table.findIndex(update.update->indexName) : nullptr)
                STATOR_CHECK(checkMayUpdate(*index, table));
        }
    if (changesVectorIndexes(request))
        for (const auto &update : *request.vectorIndexUpdates)
            STATOR_CHECK(checkNotInFlight(update, table));
    return {};
}

Result<void> editIndex(const api::GlobalSecondaryIndexUpdate &update, const api::UpdateTableRequest &request,
                       const ChangeSite &site, TableDefinition &table)
{
    if (update.create)
        return makeIndex(*update.create, request, site, table);
    if (update.delete_)
        return dropIndex(update.delete_->indexName, model::IndexKind::Global, table);
    return changeIndex(*update.update, site, table);
}

Result<void> editVectorIndex(const api::VectorIndexUpdate &update, const api::UpdateTableRequest &request,
                             TableDefinition &table)
{
    if (update.delete_)
        return dropIndex(update.delete_->indexName, model::IndexKind::Vector, table);
    STATOR_CHECK(checkMayMake(update.create->indexName, table));
    STATOR_TRY(auto types, definedAttributes(request, table));
    STATOR_TRY(table.indexes.emplace_back(), vectorIndex(*update.create, types));
    return checkVectorIndexes(table, types);
}

} // namespace stator::operations
