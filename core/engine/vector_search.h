// Searches of vector indexes: what is asked and found is the store's (replica/vector_index.h); where it is
// worked out is decided here.
#pragma once

#include <memory>

#include "base/completion.h"
#include "replica/vector_index.h"

namespace stator::engine {

using replica::VectorMatch;
using replica::VectorMatches;
using replica::VectorQuery;

struct Core;
class Table;

// A few vectors are searched at once; many, on the background executor, so that no connection waits behind a
// search that is not its own. ShuttingDown: the region stops.
void searchVectors(const std::shared_ptr<Core> &core, const Table &table, VectorQuery query,
                   Completion<VectorMatches> done);

} // namespace stator::engine
