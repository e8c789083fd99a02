#include "window/palette_entries.h"

#include <QAction>
#include <QCoreApplication>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "shell/action_catalog.h"
#include "shell/page_registry.h"
#include "shell/saved_queries.h"
#include "shell/workbench.h"
#include "window/key_map_dialog.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

QList<PaletteEntry> pageEntries(Workbench &workbench)
{
    QList<PaletteEntry> entries;
    for (const PageInfo &info : workbench.pages().pages(PageScope::Workspace)) {
        PaletteEntry entry;
        entry.kind = PaletteEntry::Kind::Page;
        entry.id = "page:"_L1 + info.id;
        entry.title = info.title;
        entry.path = QCoreApplication::translate("stator::ui::Palette", "Page");
        entry.icon = info.icon;
        entry.run = [&workbench, id = info.id] { workbench.open(Place::ofPage(id), OpenMode::Keep); };
        entries.append(entry);
    }
    return entries;
}

QList<PaletteEntry> queryEntries(Workbench &workbench)
{
    QList<PaletteEntry> entries;
    for (const SavedQuery &query : SavedQueries(workbench.settings()).saved()) {
        PaletteEntry entry;
        entry.kind = PaletteEntry::Kind::SavedQuery;
        entry.id = "query:"_L1 + query.name;
        entry.title = query.name;
        entry.path = query.place.table.isEmpty() ? QString() : query.place.region + u" › "_s + query.place.table;
        entry.icon = u"star"_s;
        entry.run = [&workbench, place = query.place] { workbench.open(place, OpenMode::Keep); };
        entries.append(entry);
    }
    return entries;
}

QList<PaletteEntry> commandEntries(Workbench &workbench)
{
    QList<PaletteEntry> entries;
    ActionCatalog &actions = workbench.actions();
    for (const QString &id : actions.ids()) {
        QAction *action = actions.action(id);
        const Command &command = actions.command(id);
        PaletteEntry entry;
        entry.id = "command:"_L1 + id;
        entry.title = plainText(action->text());
        entry.path =
            command.menu == MenuId::None ? QString() : plainText(menuTitle(static_cast<int>(command.menu)));
        entry.shortcut = action->shortcut().toString(QKeySequence::NativeText);
        entry.icon = command.icon.isEmpty() ? u"chevron-right"_s : command.icon;
        entry.disabledReason = ActionCatalog::disabledReason(action);
        entry.run = [action] { action->trigger(); };
        entries.append(entry);
    }
    return entries;
}

} // namespace

QList<PaletteEntry> tableEntries(Workbench &workbench)
{
    QList<PaletteEntry> entries;
    const QList<PageInfo> views = workbench.pages().pages(PageScope::Table);
    if (views.isEmpty())
        return entries;
    for (const ConnectionInfo &connection : workbench.connections().infos()) {
        for (const QString &region : connection.regions) {
            for (const TableSummary &table : workbench.tables().tables(connection.id, region)) {
                const Place place = Place::ofTable(connection.id, region, table.name, views.first().id);
                PaletteEntry entry;
                entry.kind = PaletteEntry::Kind::Table;
                entry.id = place.toString();
                entry.title = table.name;
                entry.path = connection.isEmbedded ? region : connection.title + u" › "_s + region;
                entry.icon = u"table"_s;
                entry.run = [&workbench, place] { workbench.open(place, OpenMode::Keep); };
                entries.append(entry);
            }
        }
    }
    return entries;
}

QList<PaletteEntry> keyEntries(Workbench &workbench, const QString &typed)
{
    QList<PaletteEntry> entries;
    for (const PaletteEntry &table : tableEntries(workbench)) {
        const qsizetype length = table.title.size();
        if (typed.size() <= length + 1 || !typed.at(length).isSpace() || !typed.startsWith(table.title, Qt::CaseInsensitive))
            continue;
        std::optional<Place> place = Place::fromString(table.id);
        const QString key = typed.mid(length + 1).trimmed();
        if (!place || key.isEmpty())
            continue;
        place->key = key;
        PaletteEntry entry = table;
        entry.kind = PaletteEntry::Kind::Place;
        //: Palette: gets one item by its key; %1 a table, %2 a key.
        entry.title = QCoreApplication::translate("stator::ui::Palette", "%1: get the item %2").arg(table.title, key);
        entry.icon = u"key"_s;
        entry.run = [&workbench, target = *place] { workbench.open(target, OpenMode::Keep); };
        entries.append(entry);
    }
    return entries;
}

QList<PaletteEntry> paletteEntries(Workbench &workbench, const QList<Place> &recent)
{
    QList<PaletteEntry> entries = tableEntries(workbench);
    // Tables visited last come first: their rank is their place in the list.
    for (qsizetype i = recent.size() - 1; i >= 0; --i) {
        for (qsizetype at = 0; at < entries.size(); ++at) {
            const std::optional<Place> place = Place::fromString(entries.at(at).id);
            if (place && place->table == recent.at(i).table && place->region == recent.at(i).region &&
                place->connection == recent.at(i).connection)
                entries.move(at, 0);
        }
    }
    return entries + queryEntries(workbench) + pageEntries(workbench) + commandEntries(workbench);
}

} // namespace stator::ui
