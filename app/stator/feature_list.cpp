#include "feature_list.h"

#include "features/requests/requests_page.h"
#include "features/tables/tables.h"
#include "shell/page_registry.h"

namespace stator::app {

void registerFeaturePages(ui::PageRegistry &registry, const ui::HomeActions &homeActions)
{
    ui::registerHome(registry, homeActions);
    ui::registerTables(registry);
    ui::registerRequests(registry);
}

void addFeatureCommands(ui::Workbench &workbench)
{
    ui::addTableCommands(workbench);
    ui::addRequestCommands(workbench);
}

} // namespace stator::app
