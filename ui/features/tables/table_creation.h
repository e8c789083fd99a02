// Makes a table: CreateTable, and when the table is active, what CreateTable does not take. It ends when the table
// can be used.
//
// Threads: the GUI thread only.
#pragma once

#include "bridge/request_slot.h"
#include "features/tables/table_session.h"

namespace stator::ui {

class TableCreation : public QObject {
    Q_OBJECT
public:
    explicit TableCreation(Workbench &workbench, QObject *parent = nullptr);

    // One at a time. `place` is the table's.
    void start(const Place &place, const TableDraft &draft);

Q_SIGNALS:
    // There is no table.
    void refused(const stator::Error &error);
    // The table is there, and not in use yet.
    void created();
    void finished();
    // The table is there, without an option; in the service's own words.
    void optionRefused(const QString &sentence);

private:
    void showTable();

    Workbench &m_workbench;
    TableSession *m_session;
    Place m_place;
    TableDraft m_draft;
    bool m_isWanted = false; // the session was told
    int m_missed = 0;        // descriptions that did not know the table yet
    RequestSlot m_slot;
};

} // namespace stator::ui
