// What may follow at the cursor of a statement: a table, an index, an attribute, a word of the language.
//
// Threads: any.
#pragma once

#include "bridge/table_directory.h"
#include "features/partiql/table_shapes.h"

namespace stator::ui {

// `known`: the statement's table, if it is known.
QStringList completionsAt(const QString &text, qsizetype cursor, const QList<TableSummary> &tables, const KnownTable *known);

} // namespace stator::ui
