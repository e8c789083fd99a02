// A table made again elsewhere: the request that makes it, from how it is described.
//
// Threads: any.
#pragma once

#include <string>

#include "api/shapes.h"

namespace stator::ui {

// The body of a CreateTable with the same keys, indexes, capacity, stream and class. What only guards a table, its
// tags and its policy stay behind.
std::string createTableBody(const api::TableDescription &table);

} // namespace stator::ui
