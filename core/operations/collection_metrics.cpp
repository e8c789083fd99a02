#include "operations/collection_metrics.h"

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
    const engine::TableCounts counts = region.counts(table);
    std::uint64_t bytes = counts.bytes;
    for (const auto &index : region.definition(table).indexes)
        for (const auto &count : counts.indexes)
            if (index.kind == model::IndexKind::Local && count.id == index.id)
                bytes += count.bytes;
    api::ItemCollectionMetrics metrics;
    metrics.itemCollectionKey = std::move(collectionKey);
    metrics.sizeEstimateRangeGb = std::vector<double>{0, static_cast<double>(bytes / kGigabyte + 1)};
    return metrics;
}

} // namespace stator::operations
