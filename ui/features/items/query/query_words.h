// A QueryState in words: what it will cost, a title of one line; and the other way, a key as a person types it.
#pragma once

#include <QString>

#include "features/items/query/query_state.h"
#include "models/table_shape.h"

namespace stator::ui {

// The query that finds the item with this key, as a person types it: the partition value, a space, the sort value;
// a value with spaces in it stands in double quotes. Or as a Place has it: as DynamoDB JSON.
QueryState queryForKey(const TableShape &table, const QString &text);

// "Key lookup", "Index query on byStatus", "Full scan of 12,480 items, about 1,140 units".
QString costSentence(const TableShape &table, const QueryState &state);

// A query in a line, as history and menus show it: "byStatus · status = paid · total > 100".
QString queryTitle(const TableShape &table, const QueryState &state);

} // namespace stator::ui
