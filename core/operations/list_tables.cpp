#include "api/list_tables.h"

#include "operations/operation_functions.h"

namespace stator::operations {

void listTables(const Environment &environment, api::ListTablesRequest request, service::Call call,
                Completion<api::ListTablesResponse> done)
{
    constexpr std::int32_t kDefaultLimit = 100;
    const auto limit = static_cast<std::size_t>(request.limit.value_or(kDefaultLimit));
    api::ListTablesResponse response;
    response.tableNames.emplace();
    if (const engine::Region *region = environment.regions->find(call.region)) {
        // One more than asked for tells whether any remain.
        *response.tableNames =
            region->tableNames(request.exclusiveStartTableName.value_or(std::string()), limit + 1);
        if (response.tableNames->size() > limit) {
            response.tableNames->resize(limit);
            response.lastEvaluatedTableName = response.tableNames->back();
        }
    }
    done(std::move(response));
}

} // namespace stator::operations
