// What became of an item: its attributes, old beside new, with the changes marked down to the nested path.
//
// Maps are compared by name, lists by index, sets by element. Views live as long as the images they were made of.
//
// Threads: any.
#pragma once

#include <optional>
#include <vector>

#include <QtCore/QString>
#include <QtCore/QStringList>

#include "document/item.h"

namespace stator::ui {

struct ChangeRecord;

enum class ChangeKind : unsigned char { Same, Added, Changed, Removed };

struct ChangeNode {
    QString name; // "price", "[2]"; empty for an element of a set
    ChangeKind kind = ChangeKind::Same;
    std::optional<document::ValueView> before;
    std::optional<document::ValueView> after;
    std::vector<ChangeNode> children;
};

// All attributes of both sides, by name. A side that is not there has none.
std::vector<ChangeNode> diffOf(std::optional<document::ItemView> before, std::optional<document::ItemView> after);

struct ChangedPaths {
    QStringList paths; // "address.city", "tags[2]": as deep as the change goes
    int more = 0;      // beyond the limit
};
// Of a change, keys left out.
ChangedPaths changedPaths(const ChangeRecord &change, int limit);
// Whether some changed path, or a path above it, holds `text`, whatever its case.
bool touchesPath(const ChangeRecord &change, const QString &text);

} // namespace stator::ui
