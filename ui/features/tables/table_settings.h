// What the Settings page edits of a table.
#pragma once

#include <map>
#include <string>

#include "features/tables/table_rules.h"

namespace stator::ui {

struct TableSettings {
    bool isProvisioned = false;
    std::int64_t readUnits = 0;
    std::int64_t writeUnits = 0;
    std::int64_t maxReadUnits = 0; // on demand; 0: no maximum
    std::int64_t maxWriteUnits = 0;
    std::int64_t warmReadUnits = 0;
    std::int64_t warmWriteUnits = 0;
    bool isDeletionProtected = false;
    bool isInfrequentAccess = false;
    bool isKms = false; // encrypted with a key of the account's
    QString keyId;      // isKms: which one; empty: the one AWS manages
    QStringList deletedIndexes;
    QList<IndexDraft> newIndexes;
    // The description does not tell these; they come apart.
    std::map<std::string, std::string> tags;
    QString timeToLive; // attribute; empty: items do not expire
    QString policy;     // JSON; empty: none

    bool operator==(const TableSettings &) const = default;
};

} // namespace stator::ui
