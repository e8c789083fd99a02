#include "engine/stream_keeper.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/partitions.h"

namespace stator::engine {

namespace {

constexpr std::int64_t kLookMs = 10'000;

using encoding::Shard;
using encoding::ShardTurn;

std::uint64_t widthOf(const Shard &shard)
{
    return shard.lastHash - shard.firstHash;
}

// Old shards turn over; if there are to be more of them, the widest are halved, again and again.
std::vector<ShardTurn> turnsDue(const encoding::ShardLineage &lineage, std::uint32_t wanted, TimeMicros now)
{
    struct Part {
        Shard shard;
        std::vector<std::uint64_t> boundaries;
        std::uint64_t width = 0; // of each of its parts
    };
    std::vector<Part> parts;
    for (const Shard &shard : lineage.shards)
        if (shard.isOpen())
            parts.push_back({shard, {}, widthOf(shard)});
    for (std::size_t count = parts.size(); count < wanted && !parts.empty();) {
        Part &widest = *std::max_element(parts.begin(), parts.end(),
                                         [](const Part &a, const Part &b) { return a.width < b.width; });
        if (widest.width < 2)
            break;
        const std::size_t pieces = (widest.boundaries.size() + 1) * 2;
        count += pieces / 2;
        widest.width = widthOf(widest.shard) / pieces;
        widest.boundaries.clear();
        for (std::size_t i = 1; i < pieces; ++i)
            widest.boundaries.push_back(widest.shard.firstHash + (widest.width + 1) * i);
    }
    std::vector<ShardTurn> turns;
    for (Part &part : parts)
        if (!part.boundaries.empty() || now - part.shard.openedAt >= kShardLife)
            turns.push_back({part.shard.number, std::move(part.boundaries)});
    return turns;
}

void turnShards(Core &core, const replica::Stream &stream, TimeMicros now)
{
    const auto lineage = stream.lineage();
    const encoding::StreamDescription &description = stream.description();
    const TableHandle table = core.registry.find(description.storageId);
    std::uint32_t wanted = 1;
    if (table)
        wanted = model::partitionCount(table->definition(), table->store().counts().bytes);
    encoding::StreamTurn turn;
    turn.storageId = description.storageId;
    turn.created = description.created;
    turn.turns = turnsDue(*lineage, wanted, now);
    if (turn.turns.empty() || !core.gate.enter())
        return;
    encoding::Entry entry;
    entry.cause = encoding::Cause::System;
    entry.changes.emplace_back(std::move(turn));
    // An error is met again by the next look.
    core.group->submit(std::move(entry), [&core](Result<encoding::Position>) { core.gate.leave(); });
}

} // namespace

void keepStreams(Core &core)
{
    const TimeMicros now = core.options.clock->nowMicros();
    for (const replica::StreamHandle &stream : core.group->leader().streams())
        if (!stream->isClosed())
            turnShards(core, *stream, now);
    if (!core.gate.enter())
        return;
    if (auto swept = core.group->leader().sweepStreams(now); !swept)
        core.logger.warning("old records of streams could not be removed: " + swept.error().message);
    core.gate.leave();
}

void startStreamKeeper(const std::shared_ptr<Core> &core)
{
    if (core->hasStreamKeeper.exchange(true))
        return;
    core->delayed.post(kLookMs, [weak = std::weak_ptr<Core>(core)] {
        const auto alive = weak.lock();
        if (!alive)
            return;
        alive->options.background->post([weak] {
            const auto keeping = weak.lock();
            if (!keeping)
                return;
            keepStreams(*keeping);
            keeping->hasStreamKeeper.store(false);
            if (!keeping->gate.isClosed() && !keeping->group->leader().streams().empty())
                startStreamKeeper(keeping);
        });
    });
}

} // namespace stator::engine
