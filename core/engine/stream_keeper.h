// The stream keeper turns shards over as the service does, splits them when their table gets more partitions,
// and lets go of records that are older than a day.
//
// It looks every few seconds, and only while there are streams. A turn is an entry like any other change, so
// that every zone and every replay has the same shards.
//
// Threads: every function from any thread.
#pragma once

#include <memory>

#include "engine/core.h"

namespace stator::engine {

inline constexpr TimeMicros kShardLife = 4LL * 3600 * 1'000'000; // the service's are about that old (unverified)

// Keeps streams from now on, as long as there are any. Does nothing if it does so already.
void startStreamKeeper(const std::shared_ptr<Core> &core);

// What is due now, at once; what it turns is turned when the entry is applied.
void keepStreams(Core &core);

} // namespace stator::engine
