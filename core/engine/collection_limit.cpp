#include "engine/collection_limit.h"

#include <algorithm>

#include "encoding/row.h"
#include "engine/collection_size.h"
#include "engine/key_range.h"
#include "engine/latches.h"
#include "engine/table.h"
#include "engine/write_plan.h"

namespace stator::engine {

namespace {

using document::ItemView;

constexpr std::size_t kCollectionsFollowed = 4096; // more are added up again

std::int64_t growthOf(const model::TableDefinition &table, std::optional<ItemView> previous,
                      std::optional<ItemView> current)
{
    std::int64_t growth = 0;
    growth += current ? current->sizeBytes() : 0;
    growth -= previous ? previous->sizeBytes() : 0;
    for (const auto &effect : indexEffects(table, previous, current))
        if (effect.kind == model::IndexKind::Local)
            growth += std::int64_t{effect.newSizeBytes} - effect.oldSizeBytes;
    return growth;
}

} // namespace

Result<std::optional<CollectionGrowth>>
CollectionLimit::admit(const Table &table, std::optional<ItemView> previous, std::optional<ItemView> current)
{
    const std::optional<CollectionGrowth> notFollowed;
    const model::TableDefinition &definition = table.definition();
    if (!definition.hasLocalIndex())
        return notFollowed;
    // What this write adds can be no more than the item and an entry of its size in each local index.
    const std::uint64_t most =
        std::uint64_t{current ? current->sizeBytes() : 0} * (1 + definition.indexes.size());
    const bool isSmall = largestPossibleCollection(table) + most <= m_maxBytes;
    if (isSmall && !m_followsAny.load(std::memory_order_relaxed))
        return notFollowed;
    const ItemView item = current ? *current : *previous;
    CollectionGrowth growth;
    growth.collection =
        Latches::fingerprintOf(definition.storageId, collectionRange(definition, 0, item).begin);
    if (isSmall && !known(growth.collection))
        return notFollowed;
    growth.bytes = growthOf(definition, previous, current);
    STATOR_TRY(const std::uint64_t bytes, bytesOf(table, growth.collection, item));
    if (growth.bytes > 0 && bytes + static_cast<std::uint64_t>(growth.bytes) > m_maxBytes)
        return Error{ErrorCode::ItemCollectionSizeLimitExceeded, "Collection size exceeded.", {}};
    return std::optional(growth);
}

void CollectionLimit::follow(const std::vector<CollectionGrowth> &growths)
{
    const std::lock_guard lock(m_mutex);
    for (const CollectionGrowth &growth : growths) {
        const auto place = m_bytes.find(growth.collection);
        if (place == m_bytes.end())
            continue;
        const auto bytes = static_cast<std::int64_t>(place->second) + growth.bytes;
        place->second = static_cast<std::uint64_t>(std::max<std::int64_t>(bytes, 0));
    }
}

std::optional<std::uint64_t> CollectionLimit::known(std::uint64_t collection)
{
    const std::lock_guard lock(m_mutex);
    const auto place = m_bytes.find(collection);
    return place != m_bytes.end() ? std::optional(place->second) : std::nullopt;
}

Result<std::uint64_t> CollectionLimit::bytesOf(const Table &table, std::uint64_t collection, ItemView item)
{
    if (const auto bytes = known(collection))
        return *bytes;
    STATOR_TRY(const std::uint64_t bytes, exactCollectionBytes(table, item));
    const std::lock_guard lock(m_mutex);
    if (m_bytes.size() >= kCollectionsFollowed)
        m_bytes.clear();
    m_bytes[collection] = bytes;
    m_followsAny.store(true, std::memory_order_relaxed);
    return bytes;
}

} // namespace stator::engine
