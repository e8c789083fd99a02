#include "engine/collection_size.h"

#include "base/assert.h"
#include "encoding/row.h"
#include "engine/table.h"

namespace stator::engine {

namespace {

// The table and its local indexes.
template <class Visit>
Result<void> eachPart(const Table &table, document::ItemView key, Visit visit)
{
    const model::TableDefinition &definition = table.definition();
    STATOR_CHECK(visit(collectionRange(definition, 0, key)));
    for (const model::IndexDefinition &index : definition.indexes)
        if (index.kind == model::IndexKind::Local)
            STATOR_CHECK(visit(collectionRange(definition, index.id, key)));
    return {};
}

} // namespace

KeyRange collectionRange(const model::TableDefinition &table, std::uint32_t indexId, document::ItemView item)
{
    PageRequest all;
    all.indexId = indexId;
    all.condition.emplace();
    for (const model::KeyAttribute &attribute : table.keys.partition) {
        const auto value = item.attribute(attribute.name);
        STATOR_ASSERT(value.has_value());
        all.condition->partition.emplace_back(*value);
    }
    return rangeOf(all);
}

std::uint64_t largestPossibleCollection(const Table &table)
{
    const auto counts = table.store().counts();
    std::uint64_t bytes = counts.bytes;
    for (const auto &index : table.definition().indexes)
        for (const auto &count : counts.indexes)
            if (index.kind == model::IndexKind::Local && count.id == index.id)
                bytes += count.bytes;
    return bytes;
}

std::uint64_t estimatedCollectionBytes(const Table &table, document::ItemView key)
{
    std::uint64_t bytes = 0;
    const auto counted = eachPart(table, key, [&](const KeyRange &range) -> Result<void> {
        bytes += table.store().approximateBytes(range.begin, range.end);
        return {};
    });
    STATOR_ASSERT(counted.ok());
    return bytes;
}

Result<std::uint64_t> exactCollectionBytes(const Table &table, document::ItemView key)
{
    std::uint64_t bytes = 0;
    STATOR_TRY(const auto cursor, table.store().cursor());
    STATOR_CHECK(eachPart(table, key, [&](const KeyRange &range) -> Result<void> {
        for (cursor->seek(range.begin); cursor->isValid() && cursor->key() < range.end; cursor->next()) {
            STATOR_TRY(const encoding::RowView row, encoding::RowView::parse(cursor->value()));
            bytes += row.item().sizeBytes();
        }
        return cursor->status();
    }));
    return bytes;
}

} // namespace stator::engine
