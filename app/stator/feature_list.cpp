#include "feature_list.h"

#include "shell/page_registry.h"

namespace stator::app {

void registerFeaturePages(ui::PageRegistry &registry, const ui::HomeActions &homeActions)
{
    ui::registerHome(registry, homeActions);
}

void addFeatureCommands(ui::Workbench &) {}

} // namespace stator::app
