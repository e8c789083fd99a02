#include "operations/consumed_capacity.h"

#include <algorithm>

namespace stator::operations {

namespace {

// No write to a vector index is billed for less.
constexpr std::uint64_t kLeastVectorBytes = 1024;

void addTo(std::vector<std::pair<std::uint32_t, double>> &indexes, std::uint32_t indexId, double amount)
{
    const auto place = std::lower_bound(indexes.begin(), indexes.end(), indexId,
                                        [](const auto &entry, std::uint32_t id) { return entry.first < id; });
    if (place != indexes.end() && place->first == indexId)
        place->second += amount;
    else
        indexes.insert(place, {indexId, amount});
}

// An entry that moves to another partition is removed from one and put into the other (unverified).
std::uint64_t vectorBytes(const engine::IndexEffect &effect)
{
    if (effect.isKeyChanged)
        return std::uint64_t{effect.oldSizeBytes} + effect.newSizeBytes;
    return effect.newSizeBytes > 0 ? effect.newSizeBytes : effect.oldSizeBytes;
}

} // namespace

void CapacityTally::addIndex(std::uint32_t indexId, double units)
{
    addTo(m_indexes, indexId, units);
}

void CapacityTally::addVectorWrite(std::uint32_t indexId, std::uint64_t bytes)
{
    addTo(m_vectorBytes, indexId, static_cast<double>(std::max(bytes, kLeastVectorBytes)));
}

void CapacityTally::addWrite(const engine::WriteEffect &effect, model::WriteMode mode)
{
    addTable(model::writeUnits(effect.previousSizeBytes, effect.currentSizeBytes, mode));
    for (const auto &index : effect.indexes) {
        if (index.kind == model::IndexKind::Vector) {
            if (index.isChanged)
                addVectorWrite(index.indexId, vectorBytes(index));
            continue;
        }
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
    for (const auto &entry : m_vectorBytes)
        for (const auto &index : table.indexes) {
            if (index.id != entry.first)
                continue;
            if (!capacity.vectorIndexes)
                capacity.vectorIndexes.emplace();
            capacity.vectorIndexes->emplace_back(index.name,
                                                 api::VectorCapacity{.vectorWriteRequestBytes = entry.second});
        }
    return capacity;
}

} // namespace stator::operations
