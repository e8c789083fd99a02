// A new table as CreateTable makes it. What CreateTable does not take, time to live and insights, is set when the
// table is there.
#pragma once

#include "api/create_table.h"
#include "features/tables/table_settings.h"

namespace stator::ui {

// The draft must have no faults.
api::CreateTableRequest createRequest(const TableDraft &table);
// What the settings of the draft still want of the table once it is active.
bool wantsMoreThanCreation(const TableSettings &settings);

} // namespace stator::ui
