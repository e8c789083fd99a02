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

api::ItemCollectionMetrics collectionMetrics(const engine::Region &region, const engine::Table &table,
                                             document::Item collectionKey)
{
    constexpr std::uint64_t kGigabyte = 1u << 30;
    // No collection is larger than its table with its local indexes, so most need no closer look.
    const engine::TableCounts counts = region.counts(table);
    std::uint64_t bytes = counts.bytes;
    for (const auto &index : region.definition(table).indexes)
        for (const auto &count : counts.indexes)
            if (index.kind == model::IndexKind::Local && count.id == index.id)
                bytes += count.bytes;
    if (bytes >= kGigabyte)
        bytes = engine::estimatedCollectionBytes(table, collectionKey.view());
    const auto whole = static_cast<double>(bytes / kGigabyte);
    api::ItemCollectionMetrics metrics;
    metrics.itemCollectionKey = std::move(collectionKey);
    metrics.sizeEstimateRangeGb = std::vector<double>{whole, whole + 1};
    return metrics;
}

} // namespace stator::operations
