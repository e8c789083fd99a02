// The Navigator's tree: connection › region › table › index, changed in place as tables come and go.
//
// Threads: the GUI thread only.
#pragma once

#include <QStandardItemModel>

#include "shell/place.h"

namespace stator::ui {

class ConnectionList;
class TableDirectory;

class NavigatorModel : public QStandardItemModel {
    Q_OBJECT
public:
    enum class Kind { Connection, Region, Table, Index, Note };
    enum Roles {
        KindRole = Qt::UserRole + 1,
        IdRole,     // connection id, region, table or index name
        DetailRole, // what stands at the right: "12,480"
        BadgeRole,  // "PROD"
        BadgeColorRole,
        IsBusyRole, // a table being created, changed or deleted
    };

    NavigatorModel(ConnectionList &connections, TableDirectory &tables, QObject *parent = nullptr);

    // Empty for rows that lead nowhere.
    Place placeOf(const QModelIndex &index) const;

private:
    void syncConnections();
    void syncRegion(const QString &connection, const QString &region);
    QStandardItem *childOf(QStandardItem *parent, Kind kind, const QString &id) const;

    ConnectionList &m_connections;
    TableDirectory &m_tables;
};

} // namespace stator::ui
