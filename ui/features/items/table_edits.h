// The staged edits of every table a window works on: one ChangeSet a table, one undo stack, kept in the
// workspace's settings so that they survive the program.
//
// Threads: the GUI thread. It belongs to the Workbench.
#pragma once

#include <map>

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include "models/change_set.h"
#include "shell/place.h"

namespace stator::ui {

class Workbench;

class TableEdits : public QObject {
    Q_OBJECT
public:
    // The one of this workbench; made on first use.
    static TableEdits &of(Workbench &workbench);

    // Of the place's connection, region and table.
    ChangeSet &changes(const Place &place);
    QUndoStack &undoStack() { return m_undoStack; }

private:
    explicit TableEdits(Workbench &workbench);

    void restore(const QString &name, ChangeSet &changes);
    void save();

    Workbench &m_workbench;
    QUndoStack m_undoStack;
    std::map<QString, ChangeSet *> m_sets; // by "connection/region/table", percent-encoded
    QStringList m_dirty;
    QTimer m_saveTimer;
};

} // namespace stator::ui
