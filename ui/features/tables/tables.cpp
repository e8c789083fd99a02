#include "features/tables/tables.h"

#include <QCoreApplication>

#include "features/tables/delete_table_dialog.h"
#include "features/tables/new_table_dialog.h"
#include "features/tables/settings_page.h"
#include "shell/action_catalog.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"

namespace stator::ui {

namespace {

constexpr int kSettingsOrder = 60; // the last view of a table

class Texts {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::Tables)

public:
    static QString settings() { return tr("Settings"); }
    static QString newTable() { return tr("New &Table…"); }
    static QString deleteTable() { return tr("&Delete Table…"); }
};

// The last table that was visited; of another place, its connection and region still say where.
Place recentTable(const Workbench &workbench)
{
    for (const Place &place : workbench.recentPlaces())
        if (!place.table.isEmpty())
            return place;
    return Place::ofPage(QStringLiteral("home"));
}

} // namespace

void registerTables(PageRegistry &registry)
{
    PageInfo info;
    info.id = QStringLiteral("settings");
    info.title = Texts::settings();
    info.icon = QStringLiteral("settings");
    info.scope = PageScope::Table;
    info.order = kSettingsOrder;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new SettingsPage(workbench, parent); };
    registry.add(info);
    registry.addDialog({QStringLiteral("new-table"), [](Workbench &workbench) -> QDialog * {
                            return new NewTableDialog(workbench, recentTable(workbench), workbench.window());
                        }});
    registry.addDialog({QStringLiteral("delete-table"), [](Workbench &workbench) -> QDialog * {
                            return new DeleteTableDialog(workbench, recentTable(workbench), workbench.window());
                        }});
}

void addTableCommands(Workbench &workbench)
{
    Command create;
    create.id = QStringLiteral("table.new");
    create.text = Texts::newTable();
    create.icon = QStringLiteral("add");
    create.shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_N};
    create.menu = MenuId::Table;
    create.handler = [&workbench] { openNewTableDialog(workbench, recentTable(workbench)); };
    workbench.actions().add(create);
    Command remove;
    remove.id = QStringLiteral("table.delete");
    remove.text = Texts::deleteTable();
    remove.icon = QStringLiteral("delete");
    remove.menu = MenuId::Table;
    remove.group = 90;
    workbench.actions().add(remove);
}

void openNewTableDialog(Workbench &workbench, const Place &place)
{
    (new NewTableDialog(workbench, place, workbench.window()))->open();
}

void openDeleteTableDialog(Workbench &workbench, const Place &table)
{
    (new DeleteTableDialog(workbench, table, workbench.window()))->open();
}

} // namespace stator::ui
