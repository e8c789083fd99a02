// The edit an UpdateTable asks for: one definition in, the changed one out.
#pragma once

#include "api/update_table.h"
#include "base/result.h"
#include "model/table_definition.h"

namespace stator::operations {

// The rules of the request that need no table.
Result<void> checkUpdateTable(const api::UpdateTableRequest &request);

// Pure: runs under the table's latch.
Result<model::TableDefinition> editedTable(const api::UpdateTableRequest &request,
                                           const model::TableDefinition &before, TimeMicros now);

} // namespace stator::operations
