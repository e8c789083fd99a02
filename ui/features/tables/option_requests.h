// The settings of a table beside capacity, indexes and tags: each is a request of its own.
#pragma once

#include <vector>

#include "features/tables/table_requests.h"

namespace stator::ui {

void readOptions(const api::TableDescription &table, TableSettings &settings);
void addOptionSteps(const TableSettings &now, const TableSettings &wanted, const api::TableDescription &table,
                    std::vector<SettingsStep> &steps);
int optionChangeCount(const TableSettings &now, const TableSettings &wanted);
// What a person changed since `before` stays, the rest follows `after`.
void mergeOptions(const TableSettings &before, const TableSettings &after, TableSettings &wanted);

} // namespace stator::ui
