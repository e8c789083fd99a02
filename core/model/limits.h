// Every limit of the service, named once.
#pragma once

#include <cstdint>

namespace stator::model {

inline constexpr std::uint32_t kItemBytes = 409'600;
inline constexpr std::uint32_t kPartitionKeyBytes = 2048;
inline constexpr std::uint32_t kSortKeyBytes = 1024;
inline constexpr std::uint32_t kNestingLevels = 32;
inline constexpr std::uint32_t kAttributeNameBytes = 65'535;
inline constexpr std::uint32_t kKeyAttributeNameBytes = 255;
inline constexpr std::uint32_t kNumberDigits = 38;

inline constexpr std::uint64_t kQueryPageBytes = 1u << 20;
inline constexpr std::uint32_t kScanSegments = 1'000'000;

inline constexpr std::uint32_t kBatchGetKeys = 100;
inline constexpr std::uint64_t kBatchGetResponseBytes = 16u << 20;
inline constexpr std::uint32_t kBatchWriteRequests = 25;
inline constexpr std::uint32_t kTransactActions = 100;

inline constexpr std::uint32_t kRequestBodyBytes = 16u << 20;
inline constexpr std::uint32_t kRequestHeadBytes = 16u << 10;

inline constexpr std::uint32_t kExpressionBytes = 4096;
inline constexpr std::uint32_t kExpressionOperators = 300;
inline constexpr std::uint32_t kPlaceholderBytes = 255;
inline constexpr std::uint32_t kSubstitutionBytes = 2u << 20;
inline constexpr std::uint32_t kInOperands = 100;
inline constexpr std::uint32_t kListIndex = 0x7FFF'FFFF;

inline constexpr std::uint64_t kItemCollectionBytes = std::uint64_t{10}
                                                      << 30; // of a table with local indexes
inline constexpr std::uint32_t kLocalIndexes = 5;
inline constexpr std::uint32_t kGlobalIndexes = 20;
inline constexpr std::uint32_t kVectorIndexes = 5;
inline constexpr std::uint32_t kVectorDimensions = 4096;
inline constexpr std::uint32_t kInlineFilters = 18;
inline constexpr std::uint32_t kTopK = 100;
inline constexpr std::uint64_t kSearchResponseBytes = 16u << 20;
inline constexpr std::uint32_t kNonKeyAttributesPerIndex = 20;
inline constexpr std::uint32_t kProjectedAttributesPerTable = 100;
inline constexpr std::uint32_t kTablesPerRegion = 2500;
inline constexpr std::uint32_t kTagsPerResource = 50;
inline constexpr std::uint32_t kTableOperationsAtOnce = 500; // tables being made, changed or deleted
inline constexpr std::uint32_t kResourcePolicyBytes = 20'480;
inline constexpr std::int64_t kTableUnits = 40'000; // read or write units of a table
inline constexpr std::int64_t kAccountUnits = 80'000;
inline constexpr std::uint32_t kContributorInsightsPerPage = 100;
inline constexpr std::int64_t kTimeToLivePastSeconds = 157'680'000; // five years
inline constexpr std::uint32_t kStorageOverheadPerItemBytes = 100;

inline constexpr std::int64_t kPartitionReadUnits = 3000; // in a second
inline constexpr std::int64_t kPartitionWriteUnits = 1000;
inline constexpr std::int64_t kBurstSeconds = 300;

inline constexpr std::uint32_t kReadUnitBytes = 4096;
inline constexpr std::uint32_t kWriteUnitBytes = 1024;

} // namespace stator::model
