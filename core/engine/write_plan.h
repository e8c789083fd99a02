// What one write of a set does, worked out from the item as it is: pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "encoding/entry.h"
#include "engine/write.h"
#include "model/table_definition.h"

namespace stator::engine {

// Asks the mutation, fills in `effect`, and appends the change to `changes` if there is one: an item put over
// its equal and a delete of nothing change nothing. `key` is the item's encoded key. Takes the item out of
// `write` where it can.
Result<void> planWrite(const model::TableDefinition &table, Write &write, std::string key,
                       std::optional<document::ItemView> previous, WriteEffect &effect,
                       std::vector<encoding::Change> &changes);

// What a change does to the entries of each index that had or gets one.
std::vector<IndexEffect> indexEffects(const model::TableDefinition &table,
                                      std::optional<document::ItemView> previous,
                                      std::optional<document::ItemView> current);

} // namespace stator::engine
