#include "api/update_table.h"

#include "operations/operation_functions.h"
#include "operations/table_description.h"
#include "operations/table_edit.h"

namespace stator::operations {

namespace {

// The answer shows UPDATING beside the throughput that is still in force.
void showOldThroughput(const model::TableDefinition &before, TimeMicros now,
                       api::TableDescription &description)
{
    description.provisionedThroughput = describeThroughput(before.throughput, now);
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
    const TimeMicros now = environment.clock->nowMicros();
    const auto before = std::make_shared<model::TableDefinition>();
    auto edit = [request = std::move(request), now, before](const model::TableDefinition &current) {
        *before = current;
        return editedTable(request, current, now);
    };
    name.region->updateTable(
        name.name, std::move(edit),
        [environment, region = name.region, now, before,
         done = std::move(done)](Result<engine::TableHandle> table) mutable {
            if (!table.ok())
                return done(std::move(table).error());
            api::UpdateTableResponse response;
            response.tableDescription = describe(environment, {region, *table, &region->definition(**table)});
            showOldThroughput(*before, now, *response.tableDescription);
            done(std::move(response));
        });
}

} // namespace stator::operations
