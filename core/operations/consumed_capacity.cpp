#include "operations/consumed_capacity.h"

#include <algorithm>

namespace stator::operations {

void CapacityTally::addIndex(std::uint32_t indexId, double units)
{
    const auto place = std::lower_bound(m_indexes.begin(), m_indexes.end(), indexId,
                                        [](const auto &entry, std::uint32_t id) { return entry.first < id; });
    if (place != m_indexes.end() && place->first == indexId)
        place->second += units;
    else
        m_indexes.insert(place, {indexId, units});
}

void CapacityTally::addWrite(const engine::WriteEffect &effect, model::WriteMode mode)
{
    addTable(model::writeUnits(effect.previousSizeBytes, effect.currentSizeBytes, mode));
    for (const auto &index : effect.indexes) {
        const double units = model::indexWriteUnits(
            {index.oldSizeBytes, index.newSizeBytes, index.isKeyChanged, !index.isChanged}, mode);
        if (units > 0)
            addIndex(index.indexId, units);
    }
}

double CapacityTally::total() const
{
    double total = m_table;
    for (const auto &entry : m_indexes)
        total += entry.second;
    return total;
}

std::optional<api::ConsumedCapacity>
CapacityTally::reply(std::string shownName, const model::TableDefinition &table,
                     std::optional<api::ReturnConsumedCapacity> mode) const
{
    if (!isAsked(mode))
        return std::nullopt;
    api::ConsumedCapacity capacity;
    capacity.tableName = std::move(shownName);
    capacity.capacityUnits = total();
    if (*mode != api::ReturnConsumedCapacity::Indexes)
        return capacity;
    capacity.table = api::Capacity{.capacityUnits = m_table};
    for (const auto &entry : m_indexes)
        for (const auto &index : table.indexes) {
            if (index.id != entry.first)
                continue;
            auto &map = index.kind == model::IndexKind::Local ? capacity.localSecondaryIndexes
                                                              : capacity.globalSecondaryIndexes;
            if (!map)
                map.emplace();
            map->emplace_back(index.name, api::Capacity{.capacityUnits = entry.second});
        }
    return capacity;
}

} // namespace stator::operations
