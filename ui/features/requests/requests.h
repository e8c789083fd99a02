// What the window takes of this folder: the page and its commands.
#pragma once

namespace stator::ui {

class PageRegistry;
class Workbench;

void registerRequests(PageRegistry &registry);
void addRequestCommands(Workbench &workbench);

} // namespace stator::ui
