#include "engine/tokens.h"

#include <memory>

namespace stator::engine {

namespace {

constexpr std::int64_t kTokenMicros = 600'000'000;

} // namespace

Result<bool> isTokenAnswered(Core &core, const WriteSet &set)
{
    if (set.token.empty())
        return false;
    STATOR_TRY(const auto record, core.group->leader().findToken(set.token));
    if (!record || record->commitTime + kTokenMicros <= core.options.clock->nowMicros())
        return false;
    if (record->digest != set.tokenDigest)
        return Error{ErrorCode::IdempotentParameterMismatch,
                     "The request uses the same client token as a previous, but non-identical request.",
                     {}};
    return true;
}

void countToken(Core &core)
{
    if (core.tokensWritten.fetch_add(1, std::memory_order_relaxed) % kTokensBetweenSweeps !=
        kTokensBetweenSweeps - 1)
        return;
    core.options.background->post([weak = core.weak_from_this()] {
        const auto alive = weak.lock();
        if (!alive || !alive->gate.enter())
            return;
        (void)sweepTokens(*alive); // what it leaves, the next one takes
        alive->gate.leave();
    });
}

Result<void> sweepTokens(Core &core)
{
    return core.group->leader().sweepTokens(core.options.clock->nowMicros() - kTokenMicros);
}

} // namespace stator::engine
