// What the window has for tables: the Settings view, New Table and Delete Table.
#pragma once

#include "shell/place.h"

class QWidget;

namespace stator::ui {

class PageRegistry;
class Workbench;

// The page and, for screenshots and tests, the dialogs.
void registerTables(PageRegistry &registry);
// The commands "table.new" (its own) and "table.delete" (answered by a table's pages).
void addTableCommands(Workbench &workbench);

void openNewTableDialog(Workbench &workbench, const Place &place);
void openDeleteTableDialog(Workbench &workbench, const Place &table);

} // namespace stator::ui
