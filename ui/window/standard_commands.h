// The commands of the window itself; features add theirs.
#pragma once

namespace stator::ui {

class ActionCatalog;
class MainWindow;

void addStandardCommands(ActionCatalog &actions, MainWindow &window);

} // namespace stator::ui
