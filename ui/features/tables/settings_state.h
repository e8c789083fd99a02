// The settings of a table as the service describes it, and what becomes of a person's changes when it changes.
#pragma once

#include "features/tables/table_settings.h"

namespace stator::ui {

// As the description tells it; the rest comes apart.
TableSettings settingsOf(const api::TableDescription &table);
// The table became `after` where it was `before`: what a person changed stays, the rest follows the table.
TableSettings merged(const TableSettings &before, const TableSettings &after, TableSettings wanted,
                     const api::TableDescription &table);
// No update is under way: the service takes the next.
bool isSettled(const api::TableDescription &table);
// Keys, capacity mode and all indexes as a draft, for judging another index.
TableDraft draftOf(const api::TableDescription &table);

} // namespace stator::ui
