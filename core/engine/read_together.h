// Several items as they are at one moment (TransactGetItems).
#pragma once

#include <optional>
#include <vector>

#include "engine/core.h"

namespace stator::engine {

// Shares the items' latches while it reads, without waiting for them: whoever is written meanwhile is a
// TransactionConflict at its position.
Result<std::vector<std::optional<document::Item>>> readTogether(Core &core, const std::vector<Read> &reads);

} // namespace stator::engine
