#include "engine/throughput_limit.h"

#include <algorithm>

#include "model/limits.h"

namespace stator::engine {

namespace {

using model::BillingMode;
using model::IndexDefinition;
using model::TableDefinition;

// What one partition can do in a second (Developer Guide, "Partition throughput").
constexpr std::array<double, 2> kPartitionUnits = {model::kPartitionReadUnits, model::kPartitionWriteUnits};
constexpr double kGrowth = 2; // of an on-demand table at once, over its previous peak
// What an on-demand table begins with (Developer Guide, "On-demand capacity mode").
constexpr std::array<double, 2> kOnDemandUnits = {12'000, 4000};

// What a table or a global index has of one kind of units.
struct Supply {
    double perSecond = 0;
    double most = 0; // what a full bucket holds
};

const IndexDefinition *globalIndex(const UnitSource &source)
{
    for (const auto &index : source.table.indexes)
        if (index.id == source.indexId && index.kind == model::IndexKind::Global)
            return &index;
    return nullptr;
}

double unitsOf(UnitKind kind, std::int64_t read, std::int64_t write)
{
    return static_cast<double>(kind == UnitKind::Read ? read : write);
}

template <class Definition>
double givenPerSecond(UnitKind kind, BillingMode billing, const Definition &definition)
{
    if (billing == BillingMode::Provisioned)
        return unitsOf(kind, definition.throughput.readUnits, definition.throughput.writeUnits);
    const auto &maxima = definition.onDemandThroughput;
    if (const double most = unitsOf(kind, maxima.maxReadUnits, maxima.maxWriteUnits); most > 0)
        return most;
    const auto &warm = definition.warmThroughput;
    return std::max(kOnDemandUnits[static_cast<std::size_t>(kind)],
                    unitsOf(kind, warm.readUnits, warm.writeUnits));
}

double givenPerSecond(UnitKind kind, const UnitSource &source)
{
    const IndexDefinition *index = globalIndex(source);
    return index ? givenPerSecond(kind, source.table.billingMode, *index)
                 : givenPerSecond(kind, source.table.billingMode, source.table);
}

bool hasMaximum(UnitKind kind, const UnitSource &source)
{
    const IndexDefinition *index = globalIndex(source);
    const auto &maxima = index ? index->onDemandThroughput : source.table.onDemandThroughput;
    return unitsOf(kind, maxima.maxReadUnits, maxima.maxWriteUnits) > 0;
}

const char *provisionedText(bool isIndex)
{
    return isIndex
               ? "The level of configured provisioned throughput for one or more global secondary indexes of "
                 "the table was exceeded. Consider increasing your provisioning level for the "
                 "under-provisioned global secondary indexes with the UpdateTable API"
               : "The level of configured provisioned throughput for the table was exceeded. Consider "
                 "increasing your provisioning level with the UpdateTable API.";
}

const char *onDemandText(bool isIndex)
{
    return isIndex
               ? "Throughput exceeds the current capacity for one or more global secondary indexes. DynamoDB "
                 "is automatically scaling your index so please try again shortly."
               : "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically "
                 "scaling your table or index so please try again shortly. If exceptions persist, check if "
                 "you have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
                 "bp-partition-key-design.html";
}

} // namespace

void ThroughputLimit::enforce(bool isEnforced)
{
    const std::lock_guard lock(m_mutex);
    for (auto &lanes : m_lanes)
        lanes.clear();
    m_isEnforced.store(isEnforced, std::memory_order_relaxed);
}

ThroughputLimit::Lane &ThroughputLimit::laneOf(UnitKind kind, const UnitSource &source)
{
    const std::uint32_t indexId = globalIndex(source) ? source.indexId : 0;
    return m_lanes[static_cast<std::size_t>(kind)][{source.table.storageId, indexId}];
}

double ThroughputLimit::perSecond(UnitKind kind, const UnitSource &source)
{
    const double given = givenPerSecond(kind, source);
    if (source.table.billingMode == BillingMode::Provisioned || hasMaximum(kind, source))
        return given;
    return std::max(given, kGrowth * laneOf(kind, source).peak.previous(m_clock->nowMicros()));
}

// As many as the throughput needs; size alone splits nothing here.
std::uint64_t ThroughputLimit::partitionsOf(const UnitSource &source)
{
    const double read = perSecond(UnitKind::Read, source) / kPartitionUnits[0];
    const double write = perSecond(UnitKind::Write, source) / kPartitionUnits[1];
    const bool isProvisioned = source.table.billingMode == BillingMode::Provisioned;
    const double needed = isProvisioned ? read + write : std::max({read, write, 4.0});
    const auto whole = static_cast<std::uint64_t>(needed);
    return std::max<std::uint64_t>(1, static_cast<double>(whole) < needed ? whole + 1 : whole);
}

ThroughputLimit::Place ThroughputLimit::placeOf(UnitKind kind, const UnitSource &source)
{
    const TimeMicros now = m_clock->nowMicros();
    const auto fill = [now](Bucket &bucket, const Supply &supply) {
        const double seconds = bucket.filled == 0 ? 1 : static_cast<double>(now - bucket.filled) / 1e6;
        bucket.units = std::min(bucket.units + std::max(seconds, 0.0) * supply.perSecond, supply.most);
        bucket.filled = now;
    };
    Lane &lane = laneOf(kind, source);
    const double units = perSecond(kind, source);
    const bool isProvisioned = source.table.billingMode == BillingMode::Provisioned;
    fill(lane.whole, {units, isProvisioned ? units * model::kBurstSeconds : units});
    if (!source.hash)
        return {&lane.whole, nullptr};
    // Partitions are ranges of the hash, equally large.
    const std::uint64_t count = partitionsOf(source);
    const std::uint64_t number =
        static_cast<std::uint64_t>(static_cast<double>(*source.hash) / 0x1p64 * static_cast<double>(count));
    Bucket &partition = lane.partitions[std::min(number, count - 1)];
    const double most = kPartitionUnits[static_cast<std::size_t>(kind)];
    fill(partition, {most, most});
    return {&lane.whole, &partition};
}

// A hot partition is told of in the words for provisioned throughput.
Error ThroughputLimit::exceeded(UnitKind kind, const UnitSource &source, bool isPartition) const
{
    const IndexDefinition *index = globalIndex(source);
    const bool isProvisioned = source.table.billingMode == BillingMode::Provisioned;
    const char *limit = "KeyRangeThroughputExceeded";
    if (!isPartition && isProvisioned)
        limit = "ProvisionedThroughputExceeded";
    else if (!isPartition && hasMaximum(kind, source))
        limit = "MaxOnDemandThroughputExceeded";
    ThrottlingReason reason;
    reason.reason.append(index ? "Index" : "Table")
        .append(kind == UnitKind::Read ? "Read" : "Write")
        .append(limit);
    reason.resource = m_arnBeginning + source.table.name;
    if (index)
        reason.resource.append("/index/").append(index->name);
    auto detail = std::make_shared<ErrorDetail>();
    detail->throttling.push_back(std::move(reason));
    if (isProvisioned || isPartition)
        return {ErrorCode::ProvisionedThroughputExceeded, provisionedText(index != nullptr),
                std::move(detail)};
    return {ErrorCode::Throttling, onDemandText(index != nullptr), std::move(detail)};
}

Result<void> ThroughputLimit::admit(UnitKind kind, const UnitSource &source)
{
    const std::lock_guard lock(m_mutex);
    const Place place = placeOf(kind, source);
    if (place.whole->units <= 0)
        return exceeded(kind, source, false);
    if (place.partition && place.partition->units <= 0)
        return exceeded(kind, source, true);
    return {};
}

void ThroughputLimit::charge(UnitKind kind, const UnitSource &source, double units)
{
    const std::lock_guard lock(m_mutex);
    const Place place = placeOf(kind, source);
    place.whole->units -= units;
    laneOf(kind, source).peak.note(units, m_clock->nowMicros());
    if (place.partition)
        place.partition->units -= units;
}

} // namespace stator::engine
