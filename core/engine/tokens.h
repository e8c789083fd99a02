// Idempotency tokens of transactions: what is remembered of each, and forgetting it.
//
// A token counts for ten minutes (API Reference, "ClientRequestToken"). Older ones are rows that no read can
// see any more; each zone drops them on its own, off the log, every so many tokens.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "engine/core.h"
#include "engine/write.h"

namespace stator::engine {

inline constexpr std::uint64_t kTokensBetweenSweeps = 4096;

// Whether the set's token has been answered before. IdempotentParameterMismatch: with another request.
// The caller owns the token's latch.
Result<bool> isTokenAnswered(Core &core, const WriteSet &set);

// Another token was written; now and then a sweep goes to the background.
void countToken(Core &core);

Result<void> sweepTokens(Core &core);

} // namespace stator::engine
