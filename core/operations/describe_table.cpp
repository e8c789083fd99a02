#include "api/describe_table.h"

#include "operations/operation_functions.h"
#include "operations/table_description.h"

namespace stator::operations {

void describeTable(const Environment &environment, api::DescribeTableRequest request, service::Call call,
                   Completion<api::DescribeTableResponse> done)
{
    const auto access = findTable(environment, call, request.tableName);
    if (!access.ok())
        return done(access.error());
    const engine::Table &table = *access->table;
    auto answer = [environment, call, name = request.tableName, done = std::move(done)]() mutable {
        const auto current = findTable(environment, call, name);
        if (!current.ok())
            return done(current.error());
        api::DescribeTableResponse response;
        response.table = describe(environment, *current);
        done(std::move(response));
    };
    access->region->afterSettling(table, std::move(answer));
}

} // namespace stator::operations
