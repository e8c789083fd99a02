// The filter that a chip stands for, and which chip a query stands for.
#pragma once

#include <optional>

#include "features/items/query/query_state.h"
#include "models/entity_plan.h"

namespace stator::ui {

FilterToken entityFilter(const EntityPlan &entities, const model::KeySchema &keys, const QString &name);

// The entity that a query narrows to; empty: it does not.
QString entityOf(const QueryState &state, const EntityPlan &entities, const model::KeySchema &keys);

// The query narrowed to another entity, or to all of them if it is this one already.
QueryState withEntity(QueryState state, const EntityPlan &entities, const model::KeySchema &keys, const QString &name);

} // namespace stator::ui
