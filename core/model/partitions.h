// How many partitions a table has: what it stores and the throughput it was given, by what one can carry
// (Developer Guide, "Partitions and data distribution").
#pragma once

#include <algorithm>
#include <cstdint>

#include "model/limits.h"
#include "model/table_definition.h"

namespace stator::model {

inline constexpr std::uint64_t kPartitionBytes = 10'000'000'000;
inline constexpr std::uint32_t kMostPartitions = 1'000; // of one table: what shards are kept for

// An on-demand table counts by the warm throughput it was given, if any; the service begins such a table with
// more partitions, which it documents nowhere.
inline std::uint32_t partitionCount(const TableDefinition &table, std::uint64_t storedBytes)
{
    const std::int64_t reads = std::max(table.throughput.readUnits, table.warmThroughput.readUnits);
    const std::int64_t writes = std::max(table.throughput.writeUnits, table.warmThroughput.writeUnits);
    const double byThroughput = static_cast<double>(reads) / static_cast<double>(kPartitionReadUnits) +
                                static_cast<double>(writes) / static_cast<double>(kPartitionWriteUnits);
    const double bySize = static_cast<double>(storedBytes) / static_cast<double>(kPartitionBytes);
    const double wanted = std::max(byThroughput, bySize);
    if (wanted >= kMostPartitions)
        return kMostPartitions;
    const auto whole = static_cast<std::uint32_t>(wanted);
    return std::max<std::uint32_t>(1, whole + (static_cast<double>(whole) < wanted ? 1 : 0));
}

} // namespace stator::model
