// A ChangeSet gathers the edits of one table until a person commits or discards them.
//
// Every edit goes through here: from the grid, the editor, a paste. Staging is an undo command; committing sends
// each edit as one conditional request (commit_request.h), keeps those that met a conflict, and can be undone by
// staging the reverse: undo never writes by itself.
//
// Threads: the GUI thread.
#pragma once

#include <functional>
#include <map>
#include <string>

#include <QtCore/QObject>
#include <QtGui/QUndoStack>

#include "base/completion.h"
#include "models/commit_request.h"
#include "models/staged_edit.h"

namespace stator::ui {

class ChangeSet : public QObject {
    Q_OBJECT

public:
    // Sends one request and calls back on the GUI thread, or never if the ChangeSet is gone.
    using Send = std::function<void(const CommitRequest &request, std::function<void(Result<void>)> done)>;
    // Edits by key; the map's key is the key document's bytes.
    using Edits = std::map<std::string, StagedEdit>;

    // `undoStack` is shared by the tables of a window and outlives the ChangeSet.
    ChangeSet(TableAddress table, Send send, QUndoStack *undoStack, QObject *parent = nullptr);

    const TableAddress &table() const { return m_table; }

    // Stages `wanted` (nothing: deletion) for the item that was read as `base` (nothing: there was none).
    // An edit that is staged already keeps the base it was first read with. `label`: the undo menu's text.
    void stage(const document::Item &key, const std::optional<document::Item> &base,
               const std::optional<document::Item> &wanted, const QString &label);
    // One attribute of one item; nothing removes it.
    void stageAttribute(const document::Item &key, const std::optional<document::Item> &base,
                        const std::string &attribute, const std::optional<document::Value> &value,
                        const QString &label);
    // Gives up the edit of one item, or all of them; both can be undone.
    void unstage(const document::Item &key);
    void discard();
    // Puts the edit of an item on what it has become: the attributes that were changed stay as wanted, the others are
    // as in `theirs`, and it is committed if the item is still that.
    void rebase(const document::Item &key, const std::optional<document::Item> &theirs);

    // Edits that were kept from an earlier run, in place of what is staged; not an undo command.
    void restore(Edits edits) { replaceAll(std::move(edits)); }

    // Commits everything staged; committed() tells the outcome. Does nothing while a commit runs.
    void commit();

    QUndoStack *undoStack() const { return m_undoStack; }
    bool isEmpty() const { return m_edits.empty(); }
    bool isCommitting() const { return m_pending > 0; }
    const Edits &edits() const { return m_edits; }
    const StagedEdit *find(const document::Item &key) const;

    struct Counts {
        int added = 0, changed = 0, deleted = 0, conflicts = 0;
        int total() const { return added + changed + deleted + conflicts; }
    };
    Counts counts() const;

Q_SIGNALS:
    void changed();
    // `refused`: edits that stay staged, as conflicts or with an error.
    void committed(int done, int refused, const QString &firstProblem);

private:
    class Command;

    void replaceAll(Edits edits);
    void put(const std::string &id, StagedEdit edit, Edits &edits) const;
    void finishOne(const std::string &id, const StagedEdit &sent, const Result<void> &result);
    void finishCommit();

    const TableAddress m_table;
    const Send m_send;
    QUndoStack *const m_undoStack;
    Edits m_edits;

    int m_generation = 0; // commits that wrote something
    int m_pending = 0;
    int m_refused = 0;
    QString m_firstProblem;
    Edits m_reverse; // what undoing the running commit would stage
};

} // namespace stator::ui
