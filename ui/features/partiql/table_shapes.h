// What the editor knows of the tables of one connection and region: keys, indexes, attribute names, an item to make
// samples of. Each table is looked at once it is named, and again when it has changed.
//
// Threads: the GUI thread.
#pragma once

#include <map>
#include <memory>

#include <QObject>
#include <QStringList>

#include "bridge/request_slot.h"
#include "bridge/service_client.h"
#include "document/item.h"
#include "models/table_shape.h"

namespace stator::ui {

struct KnownTable {
    TableShape shape;
    QStringList attributes; // of the items that were looked at
    std::optional<document::Item> example;
};

class TableShapes : public QObject {
    Q_OBJECT
public:
    explicit TableShapes(QObject *parent = nullptr) : QObject(parent) {}

    // `looksAtItems`: a few items may be read, which costs nothing on this computer.
    void setClient(const ServiceClient &client, bool looksAtItems);
    // Null while it is not known; it is asked for then, and changed() tells when it came.
    const KnownTable *find(const QString &table);
    // Asks again; what is known stays until the answer.
    void refresh(const QString &table);

Q_SIGNALS:
    void changed(const QString &table);

private:
    struct Entry {
        std::optional<KnownTable> known;
        RequestSlot describeSlot;
        RequestSlot itemsSlot;
    };
    void describe(const QString &table);
    void look(const QString &table);

    ServiceClient m_client;
    bool m_looksAtItems = false;
    std::map<QString, std::unique_ptr<Entry>> m_entries;
};

} // namespace stator::ui
