// The Core holds what the parts of one Region share: zones, tables, latches.
//
// Ownership: the Region and running background jobs hold it; posted tasks hold it weakly.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "engine/collection_limit.h"
#include "engine/delayed_tasks.h"
#include "engine/gate.h"
#include "engine/latches.h"
#include "engine/open_region.h"
#include "engine/settle_waiters.h"
#include "engine/table_registry.h"
#include "engine/throughput_limit.h"
#include "zones/group.h"

namespace stator::engine {

struct Core : std::enable_shared_from_this<Core> {
    Core(RegionOptions regionOptions, std::unique_ptr<zones::Group> zones)
        : options(std::move(regionOptions)), logger(options.logger.of("engine")), group(std::move(zones)),
          collectionLimit(options.maxCollectionBytes), throughput(options.clock, tableArnBeginning(options)),
          delayed(options.clock)
    {}

    static std::string tableArnBeginning(const RegionOptions &options)
    {
        return "arn:aws:dynamodb:" + options.name + ':' + options.accountId + ":table/";
    }

    // `random` may be one for a single thread.
    std::string makeId()
    {
        const std::lock_guard lock(randomMutex);
        return makeUuid(*options.random);
    }

    const RegionOptions options;
    const Logger logger;
    std::mutex randomMutex;

    const std::unique_ptr<zones::Group> group;
    TableRegistry registry;

    // Taken in this order: names, tables, items (README.md).
    Latches nameLatches;
    Latches tableLatches;
    Latches itemLatches;

    CollectionLimit collectionLimit;
    ThroughputLimit throughput;
    Gate gate; // writes, catalog changes and steps of jobs under way
    DelayedTasks delayed;
    SettleWaiters settleWaiters;
    std::atomic<bool> hasExpirySweeps{false}; // one is posted or under way
    std::atomic<bool> hasStreamKeeper{false}; // the same
    std::atomic<std::uint64_t> tokensWritten{0};
};

} // namespace stator::engine
