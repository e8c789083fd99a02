#include "api/delete_table.h"

#include "operations/operation_functions.h"
#include "operations/table_description.h"

namespace stator::operations {

void deleteTable(const Environment &environment, api::DeleteTableRequest request, service::Call call,
                 Completion<api::DeleteTableResponse> done)
{
    const TableName name = resolveName(environment, call, request.tableName);
    if (!name.region)
        return done(tableNotFound(name.name));
    name.region->deleteTable(name.name, [environment, region = name.region,
                                         done = std::move(done)](Result<engine::TableHandle> table) mutable {
        if (!table.ok())
            return done(std::move(table).error());
        api::DeleteTableResponse response;
        response.tableDescription = describe(environment, {region, *table, &region->definition(**table)});
        done(std::move(response));
    });
}

} // namespace stator::operations
