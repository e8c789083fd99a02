// What the catalog keeps of a table: everything a description is made from but counts and sizes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/key_schema.h"
#include "model/table_settings.h"
#include "model/vector_settings.h"

namespace stator::model {

// These values are on disk; they never change.
enum class TableStatus : std::uint8_t { Creating = 1, Updating = 2, Deleting = 3, Active = 4 };
enum class IndexStatus : std::uint8_t { Creating = 1, Updating = 2, Deleting = 3, Active = 4 };
enum class BillingMode : std::uint8_t { Provisioned = 1, PayPerRequest = 2 };
enum class ProjectionType : std::uint8_t { All = 1, KeysOnly = 2, Include = 3 };
enum class IndexKind : std::uint8_t { Local = 1, Global = 2, Vector = 3 };

std::string_view wireName(TableStatus status);
std::string_view wireName(IndexStatus status);
std::string_view wireName(BillingMode mode);
std::string_view wireName(ProjectionType type);

struct Throughput {
    std::int64_t readUnits = 0;
    std::int64_t writeUnits = 0;
    TimeMicros lastIncrease = 0; // 0: never
    TimeMicros lastDecrease = 0;
    std::int64_t decreasesToday = 0;
    std::int64_t decreaseDay = 0; // days since 1970 that decreasesToday counts for

    bool operator==(const Throughput &) const = default;
};

struct Projection {
    ProjectionType type = ProjectionType::All;
    std::vector<std::string> nonKeyAttributes; // Include only

    bool operator==(const Projection &) const = default;
};

struct IndexDefinition {
    std::uint32_t id = 0; // never reused within a table; 0 is the table itself
    IndexKind kind = IndexKind::Global;
    std::string name;
    KeySchema keys; // Vector: the HASH element of the search schema, or nothing
    Projection projection;
    IndexStatus status = IndexStatus::Active;
    bool isBackfilling = false;
    Throughput throughput;
    OnDemandThroughput onDemandThroughput;
    WarmThroughput warmThroughput;
    ContributorInsights insights;
    VectorSettings vector; // Vector only

    bool isReadable() const { return status == IndexStatus::Active || status == IndexStatus::Updating; }
    bool operator==(const IndexDefinition &) const = default;
};

struct TableDefinition {
    std::uint64_t storageId = 0; // names the store on disk; never reused
    std::string id;              // UUID, for the client
    std::string name;
    TableStatus status = TableStatus::Active;
    KeySchema keys;
    std::vector<IndexDefinition> indexes; // in the order of their making, local ones first
    std::uint32_t nextIndexId = 1;
    BillingMode billingMode = BillingMode::Provisioned;
    TimeMicros payPerRequestSince = 0; // 0: BillingModeSummary is not described
    Throughput throughput;
    TimeMicros created = 0;
    bool isDeletionProtected = false;
    std::map<std::string, std::string> tags;
    TimeMicros deletionProtectionChanged = 0; // 0: never
    OnDemandThroughput onDemandThroughput;
    WarmThroughput warmThroughput;
    ContributorInsights insights;
    TableClassSetting tableClass;
    Encryption encryption;
    ResourcePolicy resourcePolicy;
    TimeToLive timeToLive;
    StreamSetting stream;
    std::map<std::string, std::string> streamTags; // of the latest stream; the next one begins without
    ResourcePolicy streamPolicy;                   // likewise
    std::vector<KinesisDestination> kinesisDestinations; // one of them live at most

    // Changes of items are recorded: each needs the document it replaces.
    bool isRecording() const
    {
        if (stream.isRecording())
            return true;
        for (const auto &destination : kinesisDestinations)
            if (destination.isRecording())
                return true;
        return false;
    }
    const IndexDefinition *findIndex(std::string_view index) const
    {
        for (const auto &definition : indexes)
            if (definition.name == index)
                return &definition;
        return nullptr;
    }
    bool hasLocalIndex() const
    {
        for (const auto &definition : indexes)
            if (definition.kind == IndexKind::Local)
                return true;
        return false;
    }
    bool operator==(const TableDefinition &) const = default;
};

} // namespace stator::model
