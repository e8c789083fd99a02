// What the editor must know of a table to judge an item as the engine will.
#pragma once

#include <vector>

#include "model/key_schema.h"

namespace stator::ui {

struct ItemRules {
    model::KeySchema keys;
    // Of every index: their attributes may be absent, but not of another type, nor empty.
    std::vector<model::KeySchema> indexKeys;
};

} // namespace stator::ui
