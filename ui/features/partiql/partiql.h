// What the window takes of this folder: the page and its commands.
#pragma once

namespace stator::ui {

class PageRegistry;
class Workbench;

void registerPartiql(PageRegistry &registry);
void addPartiqlCommands(Workbench &workbench);

} // namespace stator::ui
