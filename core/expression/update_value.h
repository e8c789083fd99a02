// What the actions of an update leave at their targets, computed from the item as it was.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "base/result.h"
#include "expression/update.h"

namespace stator::expression {

// Keep: what is there stays, present or not.
struct Change {
    enum class Kind : std::uint8_t { Keep, Write, Remove };
    Kind kind = Kind::Keep;
    document::ValueView value; // Write
};

// The changes in the order of the actions. `computed` owns the values that were not there before; the others
// lie in `previous` or in the update.
struct Changes {
    std::vector<Change> ofAction;
    std::deque<document::Value> computed;
};

Result<Changes> computeChanges(const Update &update, document::ItemView previous);

} // namespace stator::expression
