// Every feature of the window, in one place.
#pragma once

#include "features/home/home_page.h"

namespace stator::ui {
class PageRegistry;
class Workbench;
} // namespace stator::ui

namespace stator::app {

// Pages first; commands need the window's Workbench.
void registerFeaturePages(ui::PageRegistry &registry, const ui::HomeActions &homeActions);
void addFeatureCommands(ui::Workbench &workbench);

} // namespace stator::app
