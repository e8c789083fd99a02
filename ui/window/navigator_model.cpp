#include "window/navigator_model.h"

#include <functional>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "bridge/text.h"
#include "theme/icons.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = NavigatorModel::Kind;

QString iconOf(Kind kind, bool isEmbedded)
{
    switch (kind) {
    case Kind::Connection:
        return isEmbedded ? u"computer"_s : u"connection"_s;
    case Kind::Region:
        return u"region"_s;
    case Kind::Table:
        return u"table"_s;
    case Kind::Index:
        return u"index"_s;
    case Kind::Note:
        break;
    }
    return {};
}

QStandardItem *makeItem(Kind kind, const QString &id, const QString &text, bool isEmbedded = true)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(static_cast<int>(kind), NavigatorModel::KindRole);
    item->setData(id, NavigatorModel::IdRole);
    if (kind != Kind::Note)
        item->setIcon(theme::icon(iconOf(kind, isEmbedded), theme::Role::SecondText));
    return item;
}

// Makes the children of `parent` be `ids`, in that order, touching only what differs: open branches, the
// selection and the scroll position stay.
void syncChildren(QStandardItem *parent, Kind kind, const QStringList &ids,
                  const std::function<QStandardItem *(const QString &)> &make)
{
    for (int row = parent->rowCount() - 1; row >= 0; --row) {
        const QStandardItem *child = parent->child(row);
        const bool isKind = child->data(NavigatorModel::KindRole).toInt() == static_cast<int>(kind);
        if (!isKind || !ids.contains(child->data(NavigatorModel::IdRole).toString()))
            parent->removeRow(row);
    }
    for (int row = 0; row < ids.size(); ++row) {
        const QStandardItem *child = parent->child(row);
        if (!child || child->data(NavigatorModel::IdRole).toString() != ids.at(row))
            parent->insertRow(row, make(ids.at(row)));
    }
    // Rows that changed places were inserted again above; what is left over below is stale.
    if (parent->rowCount() > ids.size())
        parent->removeRows(static_cast<int>(ids.size()), parent->rowCount() - static_cast<int>(ids.size()));
}

void setDetail(QStandardItem *item, const QVariant &value, int role)
{
    if (item->data(role) != value)
        item->setData(value, role);
}

} // namespace

NavigatorModel::NavigatorModel(ConnectionList &connections, TableDirectory &tables, QObject *parent)
    : QStandardItemModel(parent), m_connections(connections), m_tables(tables)
{
    connect(&m_connections, &ConnectionList::changed, this, &NavigatorModel::syncConnections);
    connect(&m_tables, &TableDirectory::changed, this, &NavigatorModel::syncRegion);
    syncConnections();
}

void NavigatorModel::syncConnections()
{
    QStringList ids;
    for (const ConnectionInfo &info : m_connections.infos())
        ids.append(info.id);
    syncChildren(invisibleRootItem(), Kind::Connection, ids, [this](const QString &id) {
        const ConnectionInfo *info = m_connections.find(id);
        return makeItem(Kind::Connection, id, info->title, info->isEmbedded);
    });
    for (const ConnectionInfo &info : m_connections.infos()) {
        QStandardItem *connection = childOf(invisibleRootItem(), Kind::Connection, info.id);
        setDetail(connection, info.isDangerous ? info.badge : QString(), BadgeRole);
        setDetail(connection, info.color, BadgeColorRole);
        syncChildren(connection, Kind::Region, info.regions,
                     [](const QString &region) { return makeItem(Kind::Region, region, region); });
        for (const QString &region : info.regions)
            syncRegion(info.id, region);
    }
}

void NavigatorModel::syncRegion(const QString &connectionId, const QString &regionName)
{
    QStandardItem *connection = childOf(invisibleRootItem(), Kind::Connection, connectionId);
    QStandardItem *region = connection ? childOf(connection, Kind::Region, regionName) : nullptr;
    if (!region)
        return;
    const ErrorText problem = m_tables.problem(connectionId, regionName);
    const QList<TableSummary> tables = m_tables.tables(connectionId, regionName);
    if (!problem.isEmpty() && tables.isEmpty()) {
        syncChildren(region, Kind::Note, {problem.sentence},
                     [](const QString &text) { return makeItem(Kind::Note, text, text); });
        return;
    }
    if (tables.isEmpty()) {
        const bool isKnown = m_tables.isKnown(connectionId, regionName);
        const QString note = tr("No tables yet");
        syncChildren(region, Kind::Note, isKnown ? QStringList{note} : QStringList(),
                     [](const QString &text) { return makeItem(Kind::Note, text, text); });
        return;
    }
    QStringList names;
    for (const TableSummary &table : tables)
        names.append(table.name);
    syncChildren(region, Kind::Table, names,
                 [](const QString &name) { return makeItem(Kind::Table, name, name); });
    for (int row = 0; row < tables.size(); ++row) {
        const TableSummary &table = tables.at(row);
        QStandardItem *item = region->child(row);
        setDetail(item, table.isDescribed ? countText(table.itemCount) : QString(), DetailRole);
        const bool isBusy = table.isDescribed && table.status != "ACTIVE"_L1;
        setDetail(item, isBusy, IsBusyRole);
        //: Tooltip of a table: items, size and state.
        setDetail(item,
                  table.isDescribed ? tr("%Ln item(s), %1, %2", nullptr, static_cast<int>(table.itemCount))
                                          .arg(sizeText(table.sizeBytes), table.status)
                                    : QString(),
                  Qt::ToolTipRole);
        syncChildren(item, Kind::Index, table.indexes + table.vectorIndexes,
                     [](const QString &index) { return makeItem(Kind::Index, index, index); });
    }
}

QStandardItem *NavigatorModel::childOf(QStandardItem *parent, Kind kind, const QString &id) const
{
    for (int row = 0; row < parent->rowCount(); ++row) {
        QStandardItem *child = parent->child(row);
        if (child->data(KindRole).toInt() == static_cast<int>(kind) && child->data(IdRole).toString() == id)
            return child;
    }
    return nullptr;
}

Place NavigatorModel::placeOf(const QModelIndex &index) const
{
    const auto id = [](const QModelIndex &at) { return at.data(IdRole).toString(); };
    const Kind kind = static_cast<Kind>(index.data(KindRole).toInt());
    if (!index.isValid() || (kind != Kind::Table && kind != Kind::Index))
        return {};
    const QModelIndex table = kind == Kind::Table ? index : index.parent();
    const QModelIndex region = table.parent();
    Place place = Place::ofTable(id(region.parent()), id(region), id(table));
    if (kind == Kind::Index)
        place.index = id(index);
    return place;
}

} // namespace stator::ui

#include "moc_navigator_model.cpp"
