// The entry of an item in a vector index: its key, and the row with the vector as floats.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/row.h"
#include "model/table_definition.h"
#include "vector/vector_array.h"

namespace stator::replica {

// Appends key and row; false, and nothing appended, if the item is not in the index: it lacks the partition key
// or has a wrong one, or its vector is no list of so many floats.
bool appendVectorEntry(const model::IndexDefinition &index, const model::KeySchema &tableKeys,
                       document::ItemView item, std::string &key, std::string &row);

// The tag of one value of an inline filter, never 0.
vector::Tag filterTag(document::ValueView value);
// Those of an entry's document, in the order of the index's filters; 0 where it has no value.
void filterTags(const model::VectorSettings &settings, document::ItemView document,
                std::vector<vector::Tag> &tags);

} // namespace stator::replica
