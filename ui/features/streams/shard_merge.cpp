#include "features/streams/shard_merge.h"

#include <cmath>

namespace stator::ui {

namespace {

void takeFresh(ShardFeed &feed)
{
    for (api::Record &record : feed.fresh) {
        auto change = std::make_shared<ChangeRecord>();
        change->record = std::move(record);
        change->origin = feed.origin;
        change->shard = feed.shard;
        const double time = change->timeSeconds();
        if (time >= feed.notBefore && (feed.notAfter == 0 || time < feed.notAfter))
            feed.waiting.push_back(std::move(change));
    }
    feed.fresh.clear();
}

bool comesFirst(const ChangeRecord &one, const ChangeRecord &other)
{
    if (one.timeSeconds() != other.timeSeconds())
        return one.timeSeconds() < other.timeSeconds();
    return isEarlier(one.sequence(), other.sequence());
}

// The feed whose first record is next; null if that cannot be told yet, or nothing is left.
ShardFeed *nextFeed(std::vector<ShardFeed> &feeds)
{
    ShardFeed *next = nullptr;
    for (ShardFeed &feed : feeds) {
        if (feed.waiting.empty()) {
            if (!feed.isAtEnd)
                return nullptr;
            continue;
        }
        if (!next || comesFirst(*feed.waiting.front(), *next->waiting.front()))
            next = &feed;
    }
    return next;
}

void count(RateCounts &rates, const ChangeRecord &change)
{
    RateCount &second = rates[static_cast<std::int64_t>(std::floor(change.timeSeconds()))];
    switch (change.operation()) {
    case api::OperationType::Insert:
        ++second.inserts;
        break;
    case api::OperationType::Remove:
        ++second.removes;
        break;
    default:
        ++second.modifies;
        break;
    }
}

} // namespace

ChangeBatch mergeShards(std::vector<ShardFeed> &feeds, const ChangeFilter &filter)
{
    for (ShardFeed &feed : feeds)
        takeFresh(feed);
    ChangeBatch batch;
    const bool takesAll = filter.isEmpty();
    while (ShardFeed *feed = nextFeed(feeds)) {
        ChangePointer change = std::move(feed->waiting.front());
        feed->waiting.pop_front();
        ++batch.scanned;
        batch.newestSeconds = std::max(batch.newestSeconds, change->timeSeconds());
        count(batch.rates, *change);
        if (takesAll || filter.matches(*change))
            batch.changes.push_back(std::move(change));
    }
    return batch;
}

} // namespace stator::ui
