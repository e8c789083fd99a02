#include "feature_list.h"

#include "features/items/items_page.h"
#include "features/partiql/partiql.h"
#include "features/requests/requests.h"
#include "features/streams/live_page.h"
#include "features/tables/tables.h"
#include "features/triggers/triggers_page.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"

namespace stator::app {

void registerFeaturePages(ui::PageRegistry &registry, const ui::HomeActions &homeActions)
{
    ui::registerHome(registry, homeActions);
    ui::registerItems(registry);
    ui::registerStreams(registry);
    ui::registerTables(registry);
    ui::registerPartiql(registry);
    ui::registerRequests(registry);
    ui::registerTriggers(registry);
}

void addFeatureCommands(ui::Workbench &workbench)
{
    ui::addItemCommands(workbench.actions());
    ui::addTableCommands(workbench);
    ui::addPartiqlCommands(workbench);
    ui::addRequestCommands(workbench);
    ui::addStreamCommands(workbench);
}

} // namespace stator::app
