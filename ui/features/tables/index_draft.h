// A secondary index as a person fills it in, and the throughput that tables and global indexes are given.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "api/shapes.h"

namespace stator::ui {

// What a person fills in for a key: a name and S, N or B.
struct KeyField {
    QString name;
    api::ScalarAttributeType type = api::ScalarAttributeType::S;

    bool operator==(const KeyField &) const = default;
};

struct ThroughputSettings {
    std::int64_t readUnits = 0; // provisioned
    std::int64_t writeUnits = 0;
    std::int64_t maxReadUnits = 0; // on demand; 0: no maximum
    std::int64_t maxWriteUnits = 0;
    std::int64_t warmReadUnits = 0; // 0: what the service gives by itself
    std::int64_t warmWriteUnits = 0;

    bool operator==(const ThroughputSettings &) const = default;
};

// What provisioned tables and indexes begin with unless somebody says otherwise.
inline constexpr std::int64_t kUsualUnits = 5;

struct IndexDraft {
    enum class Kind { Global, Local, Vector };

    QString name;
    Kind kind = Kind::Global;
    QList<KeyField> partition; // of a local index none: it is the table's; of a vector index one or none
    QList<KeyField> sort;      // of a vector index none
    api::ProjectionType projection = api::ProjectionType::All;
    QStringList projected; // Include only
    ThroughputSettings throughput = {kUsualUnits, kUsualUnits}; // Global only

    QString vectorAttribute; // Vector only, like all below
    int dimensions = 0;
    api::DistanceFunction distance = api::DistanceFunction::Cosine;
    QList<KeyField> filters; // judged while searching: SearchSchema's INLINE_FILTER

    bool operator==(const IndexDraft &) const = default;
};

} // namespace stator::ui
