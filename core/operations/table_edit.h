// The edit an UpdateTable asks for: one definition in, the changed one out.
#pragma once

#include "api/update_table.h"
#include "base/result.h"
#include "model/table_definition.h"
#include "operations/table_options.h"

namespace stator::operations {

// The rules of the request that need no table.
Result<void> checkUpdateTable(const api::UpdateTableRequest &request);

bool changesIndexes(const api::UpdateTableRequest &request); // global ones
bool changesVectorIndexes(const api::UpdateTableRequest &request);
// LimitExceeded: a table makes or drops one index at a time.
Error oneIndexAtATime();

// A table that is being updated refuses index updates with the state of the index they mean, if that is what
// is in the way.
Result<void> checkIndexesNotInFlight(const api::UpdateTableRequest &request,
                                     const model::TableDefinition &table);

// Pure: runs under the table's latch.
Result<model::TableDefinition> editedTable(const api::UpdateTableRequest &request,
                                           const model::TableDefinition &before, const ChangeSite &site);

// Makes, drops or changes one global index of `table`.
Result<void> editIndex(const api::GlobalSecondaryIndexUpdate &update, const api::UpdateTableRequest &request,
                       const ChangeSite &site, model::TableDefinition &table);
// Makes or drops one vector index of `table`.
Result<void> editVectorIndex(const api::VectorIndexUpdate &update, const api::UpdateTableRequest &request,
                             model::TableDefinition &table);

} // namespace stator::operations
