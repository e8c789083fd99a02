#include "api/update_table.h"

#include "operations/operation_functions.h"
#include "operations/table_description.h"
#include "operations/table_edit.h"

namespace stator::operations {

namespace {

// The answer shows UPDATING beside what is still in force.
void showOld(const model::TableDefinition &before, const model::TableDefinition &after, TimeMicros now,
             api::TableDescription &description)
{
    description.provisionedThroughput = describeThroughput(before.throughput, now);
    description.tableClassSummary = describeTableClass(before.tableClass);
    if (!(before.encryption == after.encryption)) {
        description.sseDescription = describeEncryption(before.encryption.isKms ? before.encryption : after.encryption, true);
    }
    if (!(before.warmThroughput == after.warmThroughput)) {
        description.warmThroughput = describeWarm<api::TableWarmThroughputDescription>(
            before, before.throughput, before.warmThroughput, api::TableStatus::Updating);
    }
    if (!description.globalSecondaryIndexes)
        return;
    for (auto &index : *description.globalSecondaryIndexes)
        if (const auto *old = before.findIndex(*index.indexName))
            index.provisionedThroughput = describeThroughput(old->throughput, now);
}

} // namespace

void updateTable(const Environment &environment, api::UpdateTableRequest request, service::Call call,
                 Completion<api::UpdateTableResponse> done)
{
    if (auto checked = checkUpdateTable(request); !checked.ok())
        return done(std::move(checked).error());
    const TableName name = resolveName(environment, call, request.tableName);
    if (!name.region)
        return done(tableNotFound(name.name));
    const ChangeSite site{call.region, environment.accountId, environment.clock->nowMicros(), environment.regions->tableDelay()};
    const auto before = std::make_shared<model::TableDefinition>();
    auto edit = [request = std::move(request), site, before](const model::TableDefinition &current) {
        *before = current;
        return editedTable(request, current, site);
    };
    name.region->updateTable(
        name.name, std::move(edit),
        [environment, region = name.region, now = site.now, before,
         done = std::move(done)](Result<engine::TableHandle> table) mutable {
            if (!table.ok())
                return done(std::move(table).error());
            const model::TableDefinition &after = region->definition(**table);
            api::UpdateTableResponse response;
            response.tableDescription = describe(environment, {region, *table, &after});
            showOld(*before, after, now, *response.tableDescription);
            done(std::move(response));
        });
}

} // namespace stator::operations
