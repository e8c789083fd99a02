#include "models/capacity_parts.h"

#include <algorithm>

#include "bridge/text.h"

namespace stator::ui {

namespace {

void addPart(CostPart part, std::vector<CostPart> &parts)
{
    const auto known = std::find_if(parts.begin(), parts.end(), [&part](const CostPart &each) {
        return each.table == part.table && each.index == part.index;
    });
    if (known == parts.end())
        parts.push_back(std::move(part));
    else
        known->units += part.units;
}

void addIndexes(const QString &table, const std::optional<api::Map<api::Capacity>> &map, bool isGlobal,
                std::vector<CostPart> &parts)
{
    if (!map)
        return;
    for (const auto &[name, capacity] : *map)
        addPart({table, toQt(std::string_view(name)), isGlobal, capacity.capacityUnits.value_or(0)}, parts);
}

} // namespace

void addParts(const api::ConsumedCapacity &capacity, std::vector<CostPart> &parts)
{
    const QString table = toQt(capacity.tableName);
    // Without its parts (TOTAL) everything is the table's.
    const double own = capacity.table ? capacity.table->capacityUnits.value_or(0) : capacity.capacityUnits.value_or(0);
    addPart({table, {}, true, own}, parts);
    addIndexes(table, capacity.localSecondaryIndexes, false, parts);
    addIndexes(table, capacity.globalSecondaryIndexes, true, parts);
}

double totalOf(const std::vector<CostPart> &parts)
{
    double total = 0;
    for (const CostPart &part : parts)
        total += part.units;
    return total;
}

} // namespace stator::ui
