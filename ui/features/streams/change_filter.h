// Which records the Live page lists: by table, by operation, by key, by attribute. A value; its text is kept in a Place.
//
// Threads: any.
#pragma once

#include <QtCore/QString>

#include "features/streams/change_record.h"

namespace stator::ui {

struct ChangeFilter {
    bool hasInserts = true;
    bool hasModifies = true;
    bool hasRemoves = true;
    QString table;     // part of its name, whatever its case
    QString key;       // part of the key's text, whatever its case
    QString attribute; // part of a path that changed

    bool isEmpty() const { return *this == ChangeFilter(); }
    bool operator==(const ChangeFilter &) const = default;

    // A record whose stream does not carry what changed passes the attribute's part if an image it has, has it.
    bool matches(const ChangeRecord &change) const;

    QString toText() const; // empty for none
    static ChangeFilter fromText(const QString &text);
};

} // namespace stator::ui
