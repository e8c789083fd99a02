#include "engine/collection_size.h"

#include "base/assert.h"
#include "engine/key_range.h"
#include "engine/table.h"

namespace stator::engine {

std::uint64_t estimatedCollectionBytes(const Table &table, document::ItemView key)
{
    const model::TableDefinition &definition = table.definition();
    PageRequest all;
    all.condition.emplace();
    for (const model::KeyAttribute &attribute : definition.keys.partition) {
        const auto value = key.attribute(attribute.name);
        STATOR_ASSERT(value.has_value());
        all.condition->partition.emplace_back(*value);
    }
    const auto bytesOf = [&](std::uint32_t indexId) {
        all.indexId = indexId;
        const KeyRange range = rangeOf(all);
        return table.store().approximateBytes(range.begin, range.end);
    };
    std::uint64_t bytes = bytesOf(0);
    for (const model::IndexDefinition &index : definition.indexes)
        if (index.kind == model::IndexKind::Local)
            bytes += bytesOf(index.id);
    return bytes;
}

} // namespace stator::engine
