// The expiry sweep deletes items whose time to live has passed.
//
// It looks at the rows in order of expiry, every few seconds and only while some table has them: what is not
// due is not looked at. Each item is deleted by a write of its own right, which looks at the item again under
// its latch: one that lives longer by now stays.
//
// Threads: every function from any thread.
#pragma once

#include <memory>

#include "engine/core.h"

namespace stator::engine {

// Sweeps from now on, as long as a table has time to live enabled. Does nothing if it does so already.
void startExpirySweeps(const std::shared_ptr<Core> &core);

} // namespace stator::engine
