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
    api::DescribeTableResponse response;
    response.table = describe(environment, *access);
    done(std::move(response));
}

} // namespace stator::operations
