// From the name or ARN in a request to the table.
#pragma once

#include <string>
#include <string_view>

#include "model/table_definition.h"
#include "operations/environment.h"
#include "service/service.h"

namespace stator::operations {

struct TableAccess {
    engine::Region *region = nullptr;
    engine::TableHandle table;
    const model::TableDefinition *definition = nullptr; // lives as long as `table`
};

// Reads and writes of items: a table that is being made or deleted is not found.
Result<TableAccess> openTable(const Environment &environment, const service::Call &call,
                              std::string_view nameOrArn);

// Operations on the table itself see it in every state.
Result<TableAccess> findTable(const Environment &environment, const service::Call &call,
                              std::string_view nameOrArn);

// The region and the name that `nameOrArn` means. The region is null if it does not exist.
struct TableName {
    engine::Region *region = nullptr;
    std::string name;
};
TableName resolveName(const Environment &environment, const service::Call &call, std::string_view nameOrArn);

Error tableNotFound(std::string_view table);

} // namespace stator::operations
