// Opening a Region: where it lives and what it is made of.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/executor.h"
#include "base/logger.h"
#include "base/random.h"
#include "base/result.h"
#include "engine/region.h"
#include "model/limits.h"

namespace stator {
class FileLayer;
}
namespace stator::observe {
class ChangeRing;
}
namespace stator::storage {
class StoreBudget;
}
namespace stator::zones {
enum class SyncMode;
}

namespace stator::engine {

// Ownership: what is given as a plain pointer outlives the Region.
struct RegionOptions {
    std::string name = "us-east-1";
    std::string workspaceId; // uuid of the workspace
    std::shared_ptr<FileLayer> files;
    bool isInMemory = false; // the files are, and nothing outlives the process
    std::shared_ptr<storage::StoreBudget> budget; // memory of the stores; null: the process's own
    std::string directory; // of the region; made if missing
    zones::SyncMode sync{};
    // Flushes, log tasks of SyncMode::Always; null: the region has a thread of its own for them.
    Executor *io = nullptr;
    bool hasTimer = true; // false: zones::Group::tick() is called by the test
    std::shared_ptr<Clock> clock = systemClock();
    std::shared_ptr<Random> random = systemRandom();
    Executor *background = nullptr; // backfills and clearings, in small tasks
    std::int64_t tableDelayMs = 0;  // how long tables and indexes stay CREATING, UPDATING, DELETING at least
    // A look at a table that is on its way waits until it is there (Region::afterSettling).
    bool isLookedAtSettled = false;
    std::uint64_t maxCollectionBytes = model::kItemCollectionBytes; // tests have less
    std::string accountId = "000000000000";                         // in the ARNs that errors name
    observe::ChangeRing *changes = nullptr; // told of every change applied; null: nobody looks
    Logger logger;
};

// Recovers what is there and goes on with interrupted background jobs.
// Errors: Corruption, Locked, NewerFormat, Io.
Result<std::unique_ptr<Region>> openRegion(RegionOptions options);

} // namespace stator::engine
