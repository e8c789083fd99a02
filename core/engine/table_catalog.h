// How tables come, change and go: each request is one change at once, which its answer describes, and one
// that settles it, after the delay the region was asked to keep.
//
//     CREATING → ACTIVE          UPDATING → ACTIVE          DELETING → gone
//     a new index:     CREATING → CREATING, backfilling → ACTIVE
//     a deleted index: DELETING → gone
//
// Without a delay the answer comes when the table is settled already, still describing the first state, as
// the service does: who asks next finds an ACTIVE table.
//
// Threads: every function from any thread.
#pragma once

#include <memory>
#include <string>

#include "base/completion.h"
#include "engine/core.h"

namespace stator::engine {

void createTable(std::shared_ptr<Core> core, model::TableDefinition definition, Completion<TableHandle> done);
void updateTable(std::shared_ptr<Core> core, std::string table, Region::Edit edit,
                 Completion<TableHandle> done);
void deleteTable(std::shared_ptr<Core> core, std::string table, Completion<TableHandle> done);

// Goes on with what a stop interrupted: tables that had not settled, backfills, clearings.
void resumeCatalogWork(const std::shared_ptr<Core> &core);

} // namespace stator::engine
