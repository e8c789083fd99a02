#include "operations/table_edit.h"

#include <algorithm>
#include <unordered_set>

#include "model/limits.h"
#include "operations/table_schema.h"
#include "operations/throughput_change.h"
#include "operations/vector_schema.h"

namespace stator::operations {

namespace {

using model::BillingMode;
using model::IndexDefinition;
using model::IndexStatus;
using model::TableDefinition;

constexpr char kOneIndexAtATime[] =
    "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table";

Error inUse(const std::string &text)
{
    return Error::resourceInUse("Attempt to change a resource which is still in use: " + text);
}

const std::string *nameOf(const api::GlobalSecondaryIndexUpdate &update)
{
    if (update.update)
        return &update.update->indexName;
    if (update.create)
        return &update.create->indexName;
    return update.delete_ ? &update.delete_->indexName : nullptr;
}

bool changesIndexes(const api::UpdateTableRequest &request)
{
    return request.globalSecondaryIndexUpdates && !request.globalSecondaryIndexUpdates->empty();
}

bool changesVectorIndexes(const api::UpdateTableRequest &request)
{
    return request.vectorIndexUpdates && !request.vectorIndexUpdates->empty();
}

Result<void> checkUnsupported(const api::UpdateTableRequest &request)
{
    if (request.sseSpecification && !request.sseSpecification->enabled.value_or(false))
        return Error::invalidParameter("Table is already encrypted by default");
    const std::pair<const char *, bool> refused[] = {
        {"StreamSpecification", request.streamSpecification.has_value()},
        {"SSESpecification", request.sseSpecification.has_value()},
        {"ReplicaUpdates", request.replicaUpdates.has_value()},
        {"TableClass", request.tableClass.has_value()},
        {"MultiRegionConsistency", request.multiRegionConsistency.has_value()},
        {"GlobalTableWitnessUpdates", request.globalTableWitnessUpdates.has_value()},
        {"OnDemandThroughput", request.onDemandThroughput.has_value()},
        {"WarmThroughput", request.warmThroughput.has_value()},
        {"GlobalTableSettingsReplicationMode", request.globalTableSettingsReplicationMode.has_value()},
        {"DisassociationProtectionEnabled", request.disassociationProtectionEnabled.has_value()},
    };
    for (const auto &parameter : refused)
        if (parameter.second)
            return notCarriedOut(parameter.first);
    return {};
}

// How many global indexes are to be made or deleted.
Result<std::size_t> checkGlobalIndexUpdates(const api::UpdateTableRequest &request)
{
    std::unordered_set<std::string_view> names;
    std::size_t makesOrDrops = 0;
    for (const auto &update : *request.globalSecondaryIndexUpdates) {
        const int actions =
            update.update.has_value() + update.create.has_value() + update.delete_.has_value();
        if (actions != 1)
            return Error::invalidParameter(
                "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                "GlobalSecondaryIndexUpdate.Delete must not be null");
        const std::string &name = *nameOf(update);
        if (!names.insert(name).second)
            return Error::invalidParameter(
                "Only one global secondary index update per index is allowed simultaneously. "
                "Index: " +
                name);
        makesOrDrops += !update.update;
        if (update.update && (update.update->onDemandThroughput || update.update->warmThroughput))
            return notCarriedOut(update.update->onDemandThroughput ? "OnDemandThroughput" : "WarmThroughput");
    }
    return makesOrDrops;
}

// The same of vector indexes, which are only made or deleted.
Result<std::size_t> checkVectorIndexUpdates(const api::UpdateTableRequest &request)
{
    for (const auto &update : *request.vectorIndexUpdates)
        if (update.create.has_value() == update.delete_.has_value()) // (unverified)
            return Error::invalidParameter(
                "One of VectorIndexUpdate.Create, VectorIndexUpdate.Delete must not be null");
    return request.vectorIndexUpdates->size();
}

Result<void> checkIndexUpdates(const api::UpdateTableRequest &request)
{
    std::size_t makesOrDrops = 0;
    if (changesIndexes(request)) {
        STATOR_TRY(makesOrDrops, checkGlobalIndexUpdates(request));
    }
    if (changesVectorIndexes(request)) {
        STATOR_TRY(const std::size_t vectors, checkVectorIndexUpdates(request));
        makesOrDrops += vectors;
    }
    if (makesOrDrops > 1)
        return Error::limitExceeded(kOneIndexAtATime);
    if (makesOrDrops == 1 && (request.provisionedThroughput || request.billingMode))
        return Error::invalidParameter("You cannot create or delete index while updating table IOPS");
    return {};
}

// One request on its way over a definition.
class TableEdit {
public:
    TableEdit(const api::UpdateTableRequest &request, const TableDefinition &before, TimeMicros now)
        : m_request(request), m_table(before), m_before(before), m_now(now)
    {}

    Result<TableDefinition> run()
    {
        STATOR_CHECK(checkStatus());
        if (m_request.deletionProtectionEnabled)
            m_table.isDeletionProtected = *m_request.deletionProtectionEnabled;
        STATOR_CHECK(changeBilling());
        STATOR_CHECK(changeThroughput());
        if (changesIndexes(m_request))
            for (const auto &update : *m_request.globalSecondaryIndexUpdates)
                STATOR_CHECK(changeIndex(update));
        if (changesVectorIndexes(m_request))
            for (const auto &update : *m_request.vectorIndexUpdates)
                STATOR_CHECK(changeVectorIndex(update));
        STATOR_CHECK(checkProjectedAttributes(m_table));
        return std::move(m_table);
    }

private:
    Result<void> checkStatus() const
    {
        switch (m_before.status) {
        case model::TableStatus::Creating:
            return inUse("Table is being created: " + m_before.name);
        case model::TableStatus::Deleting:
            return inUse("Table is being deleted: " + m_before.name);
        case model::TableStatus::Updating:
            if (!m_request.deletionProtectionEnabled)
                return inUse("Table: " + m_before.name + " is in the process of being updated.");
            break;
        case model::TableStatus::Active:
            break;
        }
        return {};
    }

    Result<void> changeBilling()
    {
        if (!m_request.billingMode)
            return {};
        if (*m_request.billingMode == api::BillingMode::PayPerRequest) {
            if (m_request.provisionedThroughput)
                return forbidsUnits();
            if (m_before.billingMode == BillingMode::PayPerRequest)
                return {};
            m_table.billingMode = BillingMode::PayPerRequest;
            m_table.payPerRequestSince = m_now;
            clearUnits(m_table.throughput);
            for (auto &index : m_table.indexes)
                clearUnits(index.throughput);
            return {};
        }
        if (!m_request.provisionedThroughput)
            return Error::invalidParameter(
                "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        if (m_before.billingMode == BillingMode::PayPerRequest)
            STATOR_CHECK(checkUnitsForEveryIndex());
        m_table.billingMode = BillingMode::Provisioned;
        return checkVectorIndexes(m_table, {}); // they would not be supported any more (unverified)
    }

    Result<void> checkUnitsForEveryIndex() const
    {
        for (const auto &index : m_before.indexes) {
            if (index.kind != model::IndexKind::Global)
                continue;
            const bool isUpdated =
                changesIndexes(m_request) &&
                std::any_of(m_request.globalSecondaryIndexUpdates->begin(),
                            m_request.globalSecondaryIndexUpdates->end(), [&](const auto &update) {
                                return update.update && update.update->indexName == index.name &&
                                       update.update->provisionedThroughput;
                            });
            if (!isUpdated)
                return Error::invalidParameter("ProvisionedThroughput must be specified for index: " +
                                               index.name);
        }
        return {};
    }

    Result<void> changeThroughput()
    {
        if (!m_request.provisionedThroughput)
            return {};
        if (m_table.billingMode == BillingMode::PayPerRequest)
            return forbidsUnits();
        STATOR_CHECK(checkUnits(*m_request.provisionedThroughput));
        STATOR_TRY(m_table.throughput, changedThroughput(m_table.throughput, *m_request.provisionedThroughput,
                                                         {"table", "table"}, m_now));
        return {};
    }

    Result<void> changeIndex(const api::GlobalSecondaryIndexUpdate &update)
    {
        if (update.create)
            return makeIndex(*update.create);
        if (update.delete_)
            return dropIndex(update.delete_->indexName, model::IndexKind::Global);
        STATOR_TRY(IndexDefinition *const index, existing(update.update->indexName));
        if (index->status == IndexStatus::Deleting)
            return inUse("Index is being deleted. Table: " + m_table.name + " Index: " + index->name);
        if (!update.update->provisionedThroughput)
            return Error::invalidParameter("ProvisionedThroughput must be specified for index: " +
                                           index->name);
        if (m_table.billingMode == BillingMode::PayPerRequest)
            return forbidsUnits();
        STATOR_CHECK(checkUnits(*update.update->provisionedThroughput));
        STATOR_TRY(index->throughput,
                   changedThroughput(index->throughput, *update.update->provisionedThroughput,
                                     {"index " + index->name, "index"}, m_now));
        return {};
    }

    Result<void> changeVectorIndex(const api::VectorIndexUpdate &update)
    {
        if (update.delete_)
            return dropIndex(update.delete_->indexName, model::IndexKind::Vector);
        STATOR_CHECK(checkMayMake(update.create->indexName));
        STATOR_TRY(auto types, definedAttributes());
        STATOR_TRY(m_table.indexes.emplace_back(), vectorIndex(*update.create, types));
        return checkVectorIndexes(m_table, types);
    }

    Result<void> checkMayMake(const std::string &name) const
    {
        if (const IndexDefinition *index = m_table.findIndex(name)) {
            if (index->status == IndexStatus::Active)
                return Error::validation("Attempting to create an index which already exists");
            return inUse("Index is being updated. Table: " + m_table.name + " Index: " + index->name);
        }
        return checkNoneInFlight();
    }

    // Those of the request, and those that keys have already.
    Result<AttributeTypes> definedAttributes() const
    {
        STATOR_TRY(auto types, AttributeTypes::create(m_request.attributeDefinitions.value_or(
                                   std::vector<api::AttributeDefinition>())));
        types.addExisting(m_table.keys);
        for (const auto &index : m_table.indexes) {
            types.addExisting(index.keys);
            types.addExisting({index.vector.inlineFilters, {}});
        }
        return types;
    }

    Result<void> makeIndex(const api::CreateGlobalSecondaryIndexAction &create)
    {
        STATOR_CHECK(checkMayMake(create.indexName));
        std::size_t globals = 0;
        for (const auto &index : m_table.indexes)
            globals += index.kind == model::IndexKind::Global;
        if (globals >= model::kGlobalIndexes)
            return Error::limitExceeded("Subscriber limit exceeded: Number of global secondary indexes "
                                        "exceeds per-table limit of 20");
        STATOR_TRY(auto types, definedAttributes());
        STATOR_TRY(m_table.indexes.emplace_back(), globalIndex(create, m_table.billingMode, types));
        return {};
    }

    Result<void> dropIndex(const std::string &name, model::IndexKind kind)
    {
        STATOR_TRY(IndexDefinition *const index, existing(name));
        if (index->kind != kind) // the wording for a vector index is unverified
            return Error::validation(
                std::string("Cannot delete an index that is not a ") +
                (kind == model::IndexKind::Vector ? "VectorIndex: " : "GlobalSecondaryIndex: ") + name);
        if (index->status == IndexStatus::Deleting)
            return inUse("Index is being deleted. Table: " + m_table.name + " Index: " + name);
        if (index->status == IndexStatus::Creating && !index->isBackfilling)
            return inUse("Index creation is in resource allocation phase. Retry deletion during backfilling "
                         "phase or when "
                         "the index is active. Table: " +
                         m_table.name + " Index: " + name);
        // An index that is still backfilling may go; another one in flight may not be joined.
        if (index->status == IndexStatus::Active)
            STATOR_CHECK(checkNoneInFlight());
        index->status = IndexStatus::Deleting;
        index->isBackfilling = false;
        return {};
    }

    Result<void> checkNoneInFlight() const
    {
        for (const auto &index : m_table.indexes)
            if (index.status == IndexStatus::Creating || index.status == IndexStatus::Deleting)
                return Error::limitExceeded(kOneIndexAtATime);
        return {};
    }

    Result<IndexDefinition *> existing(const std::string &name)
    {
        for (auto &index : m_table.indexes)
            if (index.name == name)
                return &index;
        return Error::resourceNotFound("Requested resource not found: Index " + name + " for table " +
                                       m_table.name);
    }

    static Error forbidsUnits()
    {
        return Error::invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified "
                                       "when BillingMode is PAY_PER_REQUEST");
    }

    static void clearUnits(model::Throughput &throughput)
    {
        throughput.readUnits = 0;
        throughput.writeUnits = 0;
    }

    const api::UpdateTableRequest &m_request;
    TableDefinition m_table;
    const TableDefinition &m_before;
    const TimeMicros m_now;
};

} // namespace

Result<void> checkUpdateTable(const api::UpdateTableRequest &request)
{
    STATOR_CHECK(checkUnsupported(request));
    const bool changesOthers =
        request.provisionedThroughput || request.billingMode || changesIndexes(request) ||
        changesVectorIndexes(request);
    if (request.deletionProtectionEnabled && changesOthers)
        return Error::invalidParameter(
            "DeletionProtection modification must be the only operation in the request");
    if (!request.deletionProtectionEnabled && !changesOthers)
        return Error::validation(
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
            "GlobalSecondaryIndexUpdates, "
            "SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, "
            "MultiRegionConsistency, "
            "DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required");
    return checkIndexUpdates(request);
}

Result<TableDefinition> editedTable(const api::UpdateTableRequest &request, const TableDefinition &before,
                                    TimeMicros now)
{
    return TableEdit(request, before, now).run();
}

} // namespace stator::operations
