#include "features/items/entity_filter.h"

#include "bridge/text.h"

namespace stator::ui {

FilterToken entityFilter(const EntityPlan &entities, const model::KeySchema &keys, const QString &name)
{
    FilterToken filter;
    if (!entities.attribute().empty()) {
        filter.path = toQt(std::string_view(entities.attribute()));
        filter.value = name;
        return filter;
    }
    // "ORDER LINE" is told by the prefix of the sort key, "ORDER" by that of the partition key.
    const bool isBySort = name.contains(u' ') && keys.hasSortKey();
    filter.path = toQt(std::string_view(isBySort ? keys.sort.front().name : keys.partition.front().name));
    filter.comparison = Comparison::BeginsWith;
    filter.value = name.section(u' ', -1);
    return filter;
}

QString entityOf(const QueryState &state, const EntityPlan &entities, const model::KeySchema &keys)
{
    for (const Entity &entity : entities.entities()) {
        const QString name = toQt(std::string_view(entity.name));
        if (state.filters.contains(entityFilter(entities, keys, name)))
            return name;
    }
    return {};
}

QueryState withEntity(QueryState state, const EntityPlan &entities, const model::KeySchema &keys, const QString &name)
{
    const QString before = entityOf(state, entities, keys);
    if (!before.isEmpty())
        state.filters.removeAll(entityFilter(entities, keys, before));
    if (before != name)
        state.filters.append(entityFilter(entities, keys, name));
    return state;
}

} // namespace stator::ui
