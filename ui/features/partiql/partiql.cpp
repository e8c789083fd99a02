#include "features/partiql/partiql.h"

#include "features/partiql/partiql_page.h"
#include "shell/action_catalog.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

void registerPartiql(PageRegistry &registry)
{
    PageInfo info;
    info.id = u"partiql"_s;
    info.title = PartiqlPage::tr("PartiQL");
    info.icon = u"partiql"_s;
    info.order = 10;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new PartiqlPage(workbench, parent); };
    registry.add(info);
}

void addPartiqlCommands(Workbench &workbench)
{
    ActionCatalog &actions = workbench.actions();
    Command open;
    open.id = u"partiql.new"_s;
    open.text = PartiqlPage::tr("New &PartiQL Tab");
    open.icon = u"partiql"_s;
    open.shortcuts = {Qt::CTRL | Qt::Key_T};
    open.menu = MenuId::File;
    open.group = 10;
    open.handler = [&workbench] { workbench.open(Place::ofPage(u"partiql"_s), OpenMode::NewTab); };
    actions.add(open);
    Command all;
    all.id = u"query.run-all"_s;
    all.text = PartiqlPage::tr("Run &All Statements");
    all.shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_Return};
    all.menu = MenuId::Table;
    actions.add(all);
    Command complete;
    complete.id = u"partiql.complete"_s;
    complete.text = PartiqlPage::tr("Complete the &Word");
    complete.shortcuts = {Qt::CTRL | Qt::Key_Space};
    complete.menu = MenuId::Edit;
    complete.group = 30;
    actions.add(complete);
}

} // namespace stator::ui
