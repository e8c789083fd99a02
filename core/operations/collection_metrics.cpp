#include "operations/collection_metrics.h"

#include "engine/collection_size.h"
#include "operations/key_check.h"

namespace stator::operations {

std::optional<document::Item> collectionKeyOf(const model::TableDefinition &table, document::ItemView item)
{
    if (!table.hasLocalIndex())
        return std::nullopt;
    return partitionKeyOf(table.keys, item);
}

api::ItemCollectionMetrics collectionMetrics(const engine::Table &table, document::Item collectionKey)
{
    constexpr std::uint64_t kGigabyte = 1u << 30;
    std::uint64_t bytes = engine::largestPossibleCollection(table);
    if (bytes >= kGigabyte)
        bytes = engine::estimatedCollectionBytes(table, collectionKey.view());
    const auto whole = static_cast<double>(bytes / kGigabyte);
    api::ItemCollectionMetrics metrics;
    metrics.itemCollectionKey = std::move(collectionKey);
    metrics.sizeEstimateRangeGb = std::vector<double>{whole, whole + 1};
    return metrics;
}

} // namespace stator::operations
