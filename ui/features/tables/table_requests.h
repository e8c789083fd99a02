// A new table as CreateTable makes it. What CreateTable does not take, time to live and insights, is set when the
// table is there.
#pragma once

#include "api/create_table.h"
#include "features/tables/table_settings.h"

namespace stator::ui {

// The draft must have no faults.
api::CreateTableRequest createRequest(const TableDraft &table);
// What the draft still wants of the table once it is active, and was made so.
TableSettings withMoreThanCreation(const TableSettings &draft, TableSettings made);

} // namespace stator::ui
