#include "operations/operation_functions.h"

#include <unordered_set>

#include "api/create_table.h"
#include "model/limits.h"
#include "operations/arns.h"
#include "operations/control_errors.h"
#include "operations/resource_policy.h"
#include "operations/table_description.h"
#include "operations/table_schema.h"
#include "operations/tags.h"
#include "operations/vector_schema.h"

namespace stator::operations {

namespace {

// The constraint that a missing member fails, where the model calls it optional.
Error missing(std::string_view member)
{
    return Error::validation("1 validation error detected: Value null at '" + std::string(member) +
                             "' failed to satisfy constraint: Member must not be null");
}

Result<void> checkStream(const std::optional<api::StreamSpecification> &stream)
{
    if (!stream)
        return {};
    if (stream->streamEnabled && !stream->streamViewType)
        return Error::invalidParameter(
            "Table is being created with a stream enabled, UpdateViewType is required");
    if (!stream->streamEnabled && stream->streamViewType)
        return Error::invalidParameter(
            "Table is being created with a stream disabled, UpdateViewType should not be specified");
    return {};
}

Result<void> checkUnsupported(const api::CreateTableRequest &request)
{
    const std::pair<const char *, bool> refused[] = {
        {"GlobalTableSourceArn", request.globalTableSourceArn.has_value()},
        {"GlobalTableSettingsReplicationMode", request.globalTableSettingsReplicationMode.has_value()},
    };
    for (const auto &parameter : refused)
        if (parameter.second)
            return notCarriedOut(parameter.first);
    return {};
}

Result<void> setBilling(const api::CreateTableRequest &request, const ChangeSite &site,
                        model::TableDefinition &table)
{
    const bool isOnDemand = request.billingMode == api::BillingMode::PayPerRequest;
    if (!isOnDemand && !request.provisionedThroughput)
        return Error::invalidParameter("ReadCapacityUnits and WriteCapacityUnits must both be specified when "
                                       "BillingMode is PROVISIONED");
    if (isOnDemand && request.provisionedThroughput)
        return Error::invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified "
                                       "when BillingMode is PAY_PER_REQUEST");
    if (request.provisionedThroughput)
        STATOR_CHECK(checkUnits(*request.provisionedThroughput, site.region));
    table.billingMode = isOnDemand ? model::BillingMode::PayPerRequest : model::BillingMode::Provisioned;
    table.payPerRequestSince = isOnDemand ? site.now : 0;
    table.throughput = throughputOf(request.provisionedThroughput);
    if (request.onDemandThroughput)
        STATOR_CHECK(mergeOnDemand(*request.onDemandThroughput, table.billingMode, "table",
                                   table.onDemandThroughput));
    if (request.warmThroughput)
        STATOR_CHECK(setWarm(*request.warmThroughput, table.billingMode, table.throughput, "table",
                             table.warmThroughput));
    return {};
}

Result<void> setOptions(const api::CreateTableRequest &request, const ChangeSite &site,
                        model::TableDefinition &table)
{
    if (request.sseSpecification) {
        STATOR_CHECK(checkEncryption(*request.sseSpecification));
        setEncryption(*request.sseSpecification, site, table.encryption);
    }
    if (request.streamSpecification)
        setStream(*request.streamSpecification, table.stream);
    if (request.tableClass)
        setTableClass(*request.tableClass, table.tableClass);
    table.isDeletionProtected = request.deletionProtectionEnabled.value_or(false);
    if (request.resourcePolicy) {
        STATOR_CHECK(checkPolicy(*request.resourcePolicy));
        setPolicy(*request.resourcePolicy, site.now, table.resourcePolicy);
    }
    if (request.tags) {
        STATOR_CHECK(checkTags(*request.tags));
        STATOR_CHECK(mergeTags(*request.tags, table.tags));
    }
    return {};
}

Result<void> addIndexes(const api::CreateTableRequest &request, const ChangeSite &site,
                        AttributeTypes &types, model::TableDefinition &table)
{
    if (request.localSecondaryIndexes) {
        if (request.localSecondaryIndexes->empty())
            return Error::invalidParameter("List of LocalSecondaryIndexes is empty");
        if (!table.keys.hasSortKey())
            return Error::invalidParameter(
                "Table KeySchema does not have a range key, which is required when specifying "
                "a LocalSecondaryIndex");
        for (const auto &index : *request.localSecondaryIndexes) {
            STATOR_TRY(table.indexes.emplace_back(), localIndex(index, table.keys, types));
        }
    }
    if (request.globalSecondaryIndexes) {
        if (request.globalSecondaryIndexes->empty())
            return Error::invalidParameter("List of GlobalSecondaryIndexes is empty");
        for (const auto &index : *request.globalSecondaryIndexes) {
            STATOR_TRY(table.indexes.emplace_back(), globalIndex(index, table.billingMode, site, types));
        }
    }
    if (request.vectorIndexes)
        for (const auto &index : *request.vectorIndexes) {
            STATOR_TRY(table.indexes.emplace_back(), vectorIndex(index, types));
        }
    STATOR_CHECK(checkVectorIndexes(table, types));
    std::unordered_set<std::string_view> names;
    for (const auto &index : table.indexes)
        if (!names.insert(index.name).second)
            return Error::invalidParameter("Duplicate index name: " + index.name);
    return {};
}

Result<void> checkCounts(const api::CreateTableRequest &request, const model::TableDefinition &table)
{
    if (request.localSecondaryIndexes && request.localSecondaryIndexes->size() > model::kLocalIndexes)
        return Error::invalidParameter("Number of LocalSecondaryIndexes exceeds per-table limit of 5");
    if (request.globalSecondaryIndexes && request.globalSecondaryIndexes->size() > model::kGlobalIndexes)
        return Error::invalidParameter("GlobalSecondaryIndex count exceeds the per-table limit of 20");
    return checkProjectedAttributes(table);
}

Result<void> checkAllUsed(const AttributeTypes &types, const model::TableDefinition &table)
{
    if (!types.isAnyUnused())
        return {};
    if (table.indexes.empty())
        return Error::invalidParameter(
            "Number of attributes in KeySchema does not exactly match number of attributes "
            "defined in AttributeDefinitions");
    return Error::invalidParameter("Some AttributeDefinitions are not used. AttributeDefinitions: [" +
                                   types.names() + "], keys used: [" + types.usedNames() + "]");
}

Result<model::TableDefinition> definitionOf(const api::CreateTableRequest &request, const ChangeSite &site)
{
    if (!request.attributeDefinitions)
        return missing("attributeDefinitions");
    if (!request.keySchema)
        return missing("keySchema");
    model::TableDefinition table;
    table.name = request.tableName;
    STATOR_CHECK(setBilling(request, site, table));
    STATOR_CHECK(checkStream(request.streamSpecification));
    STATOR_CHECK(checkUnsupported(request));
    STATOR_TRY(auto types, AttributeTypes::create(*request.attributeDefinitions));
    STATOR_TRY(table.keys, tableKeys(*request.keySchema, types));
    STATOR_CHECK(addIndexes(request, site, types, table));
    STATOR_CHECK(checkAllUsed(types, table));
    STATOR_CHECK(checkCounts(request, table));
    STATOR_CHECK(setOptions(request, site, table));
    return table;
}

// A table is made in the region of the call, also by an ARN.
Result<engine::Region *> regionFor(const Environment &environment, const service::Call &call,
                                   std::string &tableName)
{
    if (const auto arn = parseTableArn(tableName)) {
        if (arn->region != call.region || arn->accountId != environment.accountId || !arn->rest.empty())
            return Error::validation("Invalid TableArn: Invalid ResourceArn provided as input " + tableName);
        tableName = arn->table;
    }
    STATOR_TRY(engine::Region * region, environment.regions->make(call.region));
    if (const auto existing = region->findTable(tableName)) {
        if (region->definition(*existing).status == model::TableStatus::Creating)
            return inUse("Table is being created: " + tableName);
        return Error::resourceInUse("Table already exists: " + tableName);
    }
    if (region->tableNames({}, model::kTablesPerRegion).size() >= model::kTablesPerRegion)
        return Error::limitExceeded("Subscriber limit exceeded: There is a limit of " +
                                    std::to_string(model::kTablesPerRegion) + " tables per subscriber");
    return region;
}

} // namespace

void createTable(const Environment &environment, api::CreateTableRequest request, service::Call call,
                 Completion<api::CreateTableResponse> done)
{
    auto definition =
        definitionOf(request, {call.region, environment.accountId, environment.clock->nowMicros()});
    // Quotas come last, behind the name that is taken.
    if (!definition.ok() && definition.error().code != ErrorCode::LimitExceeded)
        return done(std::move(definition).error());
    std::string name = request.tableName;
    const auto region = regionFor(environment, call, name);
    if (!region.ok())
        return done(region.error());
    if (!definition.ok())
        return done(std::move(definition).error());
    definition->name = std::move(name);
    (*region)->createTable(std::move(*definition), [environment, region = *region, done = std::move(done)](
                                                       Result<engine::TableHandle> table) mutable {
        if (!table.ok())
            return done(std::move(table).error());
        api::CreateTableResponse response;
        response.tableDescription = describe(environment, {region, *table, &region->definition(**table)});
        done(std::move(response));
    });
}

} // namespace stator::operations
