// What the grid's selection is as text.
#pragma once

#include <QString>

namespace stator::ui {

class GridView;

struct CopiedText {
    QString text;
    qint64 rows = 0;
    qint64 skipped = 0; // selected, but not loaded
};

// Tab-separated, in the order shown; tabs and line ends inside values become spaces.
CopiedText selectionAsTsv(const GridView &view);
// Whole items, one line each: {"pk":{"S":"…"},…}
CopiedText selectionAsDynamoDbJson(const GridView &view);

// The same without types: one item as an object, more as an array. Numbers keep all their digits.
CopiedText selectionAsJson(const GridView &view);

} // namespace stator::ui
