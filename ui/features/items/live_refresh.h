// Keeps the rows on the screen as the table is: their items are read again, a few times a second while they are
// visible, and replaced where they stand. Rows never move by it; what is new in the table is counted only.
//
// Threads: the GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

#include "bridge/service_client.h"
#include "models/table_shape.h"

namespace stator::ui {

class GridView;
class ItemGridModel;

class LiveRefresh : public QObject {
    Q_OBJECT
public:
    LiveRefresh(ItemGridModel &model, GridView &grid, QObject *parent);

    // `countsNew`: the grid shows the whole table. `readsWhole`: rows hold every attribute of their items; others
    // are not refreshed.
    void setTable(const ServiceClient &client, const TableShape &shape, bool countsNew, bool readsWhole);
    void setActive(bool isActive);
    void refreshNow();

Q_SIGNALS:
    // A visible item as it is now; nothing: it was deleted.
    void itemRead(const stator::document::Item &key, const std::optional<stator::document::Item> &now);
    void newItems(std::int64_t count); // in the table, more than when it was read

private:
    void readVisible();
    void countItems();

    ItemGridModel &m_model;
    GridView &m_grid;
    ServiceClient m_client;
    TableShape m_shape;
    bool m_countsNew = false;
    bool m_readsWhole = false;
    bool m_isActive = false;
    int m_rounds = 0;
    std::optional<std::int64_t> m_countBefore; // of items, when the table was read
    QTimer m_timer;
    RequestSlot m_itemsSlot;
    RequestSlot m_countSlot;
};

} // namespace stator::ui
