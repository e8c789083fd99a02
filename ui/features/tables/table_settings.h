// What a person sets of a table: the Settings page edits it, New Table begins with it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include <QMap>

#include "features/tables/index_draft.h"

namespace stator::ui {

// Which keys CloudWatch's Contributor Insights would count.
enum class Insights { Off, AccessedAndThrottled, Throttled };

struct TableSettings {
    bool isProvisioned = false;
    ThroughputSettings throughput = {};
    bool isDeletionProtected = false;
    bool isInfrequentAccess = false;
    bool isKms = false; // encrypted with a key of the account's
    QString keyId;      // isKms: which one; empty: the one AWS manages
    std::optional<api::StreamViewType> stream;
    QMap<QString, ThroughputSettings> indexes; // the global ones there are
    QStringList deletedIndexes;
    QList<IndexDraft> newIndexes;
    // The description does not tell these; they come apart.
    std::map<std::string, std::string> tags;
    QString timeToLive; // attribute; empty: items do not expire
    QString policy;     // JSON; empty: none
    QMap<QString, Insights> insights; // by index, the table's under the empty name; none: off

    bool operator==(const TableSettings &) const = default;
};

struct TableDraft {
    QString name;
    KeyField partition;
    KeyField sort; // no name: none
    TableSettings settings = {};
};

} // namespace stator::ui
