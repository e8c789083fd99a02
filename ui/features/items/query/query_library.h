// The menu of the star: save this query, saved ones of this table, what was run before.
#pragma once

#include <functional>

#include "models/table_shape.h"
#include "shell/place.h"

class QWidget;

namespace stator::ui {

class Workbench;

// `current`: the query as it stands in the bar. `open` goes to another.
void showQueryLibrary(Workbench &workbench, const Place &current, const TableShape &table, QWidget *anchor,
                      const std::function<void(const Place &)> &open);

} // namespace stator::ui
