// Makes tables of one service again in another, with their items or without.
//
// Threads: the GUI thread; every step is a request.
#pragma once

#include <vector>

#include <QObject>
#include <QStringList>

#include "api/batch_write_item.h"
#include "base/error.h"
#include "bridge/request_slot.h"
#include "bridge/service_client.h"
#include "document/item.h"

namespace stator::ui {

class TableCopier : public QObject {
    Q_OBJECT
public:
    explicit TableCopier(QObject *parent = nullptr) : QObject(parent) {}

    struct Table {
        ServiceClient from;
        ServiceClient to;
        std::string name;
    };
    // finished() follows, or failed().
    void start(std::vector<Table> tables, bool withItems);
    void cancel();

    const std::string &table() const { return m_table; }
    std::int64_t items() const { return m_items; }

Q_SIGNALS:
    void progressed();
    void finished();
    void failed(const stator::Error &error);

private:
    void next();
    void make();
    void copyTimeToLive();
    void scan();
    void write();

    std::vector<Table> m_tables; // to copy, the next one last
    bool m_withItems = false;
    RequestSlot m_slot;
    Table m_current;
    std::string m_table;
    std::optional<document::Item> m_next; // where the Scan goes on
    bool m_isScanned = false;
    std::vector<api::WriteRequest> m_waiting; // to be written
    std::int64_t m_items = 0;
};

} // namespace stator::ui
