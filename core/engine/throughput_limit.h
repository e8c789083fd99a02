// The ThroughputLimit refuses what tables and indexes have no throughput for, as the service does. It is off
// until somebody asks for it: then every table and global index has a bucket of read units and one of write
// units, and every partition of them its own.
//
// A request is let in while anything is in its buckets, and what it cost is taken out afterwards, so a large
// one may leave them below zero for a while. Unused units of provisioned throughput are kept for five minutes
// (Developer Guide, "Burst capacity"); a table's partitions share them freely, as adaptive capacity has it,
// up to what one partition can do.
//
// On-demand tables and indexes without a maximum grow with their load (OnDemandPeak).
//
// Threads: every method from any thread. isEnforced() is one load.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "base/clock.h"
#include "base/result.h"
#include "engine/on_demand_peak.h"
#include "model/table_definition.h"

namespace stator::engine {

enum class UnitKind : std::uint8_t { Read, Write };

// What a request draws on.
struct UnitSource {
    const model::TableDefinition &table;
    std::uint32_t indexId = 0;         // 0: the table; a local index draws on it, too
    std::optional<std::uint64_t> hash; // of the partition key; nothing: it goes through all partitions
};

class ThroughputLimit {
public:
    // Errors name a table by its ARN; `arnBeginning` is what stands there before its name.
    ThroughputLimit(std::shared_ptr<Clock> clock, std::string arnBeginning)
        : m_clock(std::move(clock)), m_arnBeginning(std::move(arnBeginning))
    {}

    bool isEnforced() const { return m_isEnforced.load(std::memory_order_relaxed); }
    // Turning it on begins with the units of one second.
    void enforce(bool isEnforced);

    // ProvisionedThroughputExceeded or Throttling if there is nothing left.
    Result<void> admit(UnitKind kind, const UnitSource &source);
    void charge(UnitKind kind, const UnitSource &source, double units);

private:
    struct Bucket {
        double units = 0;
        TimeMicros filled = 0; // 0: never
    };
    // The buckets of one kind of a table or index.
    struct Lane {
        Bucket whole;
        OnDemandPeak peak;
        std::map<std::uint64_t, Bucket> partitions; // by number, those that were drawn on
    };
    using LaneName = std::pair<std::uint64_t, std::uint32_t>; // storage id, index id

    struct Place {
        Bucket *whole;
        Bucket *partition; // null: none in particular
    };
    Lane &laneOf(UnitKind kind, const UnitSource &source);
    double perSecond(UnitKind kind, const UnitSource &source);
    std::uint64_t partitionsOf(const UnitSource &source);
    Place placeOf(UnitKind kind, const UnitSource &source);

    Error exceeded(UnitKind kind, const UnitSource &source, bool isPartition) const;

    const std::shared_ptr<Clock> m_clock;
    const std::string m_arnBeginning;
    std::atomic<bool> m_isEnforced{false};
    std::mutex m_mutex;
    std::array<std::map<LaneName, Lane>, 2> m_lanes; // by kind
};

} // namespace stator::engine
