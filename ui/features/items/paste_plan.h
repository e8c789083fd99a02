// What a pasted text would stage: values for cells from the current one on, or whole items where the text is
// DynamoDB JSON. Nothing is staged here; what cannot be says why.
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "document/item.h"

class QUndoStack;

namespace stator::ui {

class ChangeSet;
class GridView;
class ItemGridModel;
struct TableShape;

struct PastedValue {
    QString item; // its key, for people
    QString attribute; // empty: the whole item
    QString before;
    QString after;
    QString refusal; // why it is left out; empty: it is staged

    document::Item key;
    std::optional<document::Item> base;
    std::optional<document::Value> value;  // of one attribute
    std::optional<document::Item> whole; // of a whole item
};

struct PastePlan {
    std::vector<PastedValue> values;
    bool isCut = false; // the text has more rows than are pasted at once
    QString fault;      // the text cannot be pasted at all

    int stagedCount() const;
};

// Tab-separated text fills rows and columns as they are shown, from the current cell; one value alone fills all
// selected cells.
PastePlan planPaste(const GridView &view, const TableShape &table, const QString &text);
// One step of undo.
void stagePaste(const PastePlan &plan, ChangeSet &changes, QUndoStack &undoStack);

} // namespace stator::ui
