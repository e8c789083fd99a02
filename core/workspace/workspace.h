// A Workspace is a directory with its regions, owned by one process.
//
//     stator.json          settings and the roster of zones (settings.h)
//     lock                 held while the workspace is open
//     regions/REGION/ZONE  the engine's files
//     triggers/            what acts on streams (triggers/triggers.h)
//
// Regions are opened when they are first asked for. One that was never made stays unmade until region():
// reading of it must not leave directories behind.
//
// Threads: every method from any thread, except that stop() comes last.
// Ownership: regions given out should be let go before stop(); they answer ShuttingDown afterwards.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/executor.h"
#include "base/file_layer.h"
#include "base/logger.h"
#include "base/random.h"
#include "base/result.h"
#include "engine/region.h"
#include "http/credentials.h"
#include "observe/change_ring.h"
#include "storage/store_environment.h"
#include "streams/consumer_positions.h"
#include "workspace/settings.h"
#include "zones/group.h"

namespace stator::triggers {
class KinesisDeliveries;
class Triggers;
}

namespace stator::workspace {

struct WorkspaceOptions {
    std::string directory;           // empty: defaultDirectory(); not used in memory
    bool inMemory = false;
    std::shared_ptr<FileLayer> files; // null: the machine's, or memory
    std::optional<std::uint64_t> zones; // as asked for; nothing: as the workspace has it, or one
    zones::SyncMode sync = zones::SyncMode::Interval;
    // The caches of all regions together; write buffers get as much again. Nothing: as the machine has it.
    std::optional<std::uint64_t> cacheBytes;
    std::int64_t tableDelayMs = 0;
    std::string kinesisEndpoint; // URL; empty: there is none
    http::Credentials awsCredentials; // that requests to it are signed with
    bool isLookedAtSettled = false; // engine::RegionOptions has both
    std::string version = "0.1.0"; // noted in a new workspace
    std::shared_ptr<Clock> clock = systemClock();
    std::shared_ptr<Random> random = systemRandom();
    Logger logger;
};

struct TriggerParts;

class Workspace {
public:
    // Opens or makes the workspace. Locked: another process has it. Corruption, NewerFormat, Io as their
    // names say. Validation: the options contradict the workspace, or the directory holds other things.
    static Result<std::unique_ptr<Workspace>> open(WorkspaceOptions options);
    ~Workspace();

    // Stops triggers and regions and lets the directory go. Idempotent; the first error is returned.
    Result<void> stop();

    // The region of this name; made if there is none. Validation: not a name of a region.
    Result<std::shared_ptr<engine::Region>> region(std::string_view name);
    // The same, but null if it was never made.
    Result<std::shared_ptr<engine::Region>> findRegion(std::string_view name);
    // Those that were ever made, in order.
    std::vector<std::string> regionNames() const;
    // What changes in a region; made when first asked for, whether the region is open or not.
    observe::ChangeRing &changes(std::string_view region);

    // Begins to deliver what streams hold. Opened regions are not needed: they open when a trigger reads them.
    void startTriggers();
    triggers::Triggers &triggers();
    triggers::KinesisDeliveries &kinesis();
    // How far consumers of the region's streams have read.
    streams::ConsumerPositions consumers(std::string_view region) const
    {
        return {m_options.files, m_directory + "/regions/" + std::string(region) + "/consumers"};
    }

    const std::string &directory() const { return m_directory; }
    const std::string &uuid() const { return m_uuid; }
    const std::string &version() const { return m_options.version; }
    bool isInMemory() const { return m_options.inMemory; }
    std::uint64_t zoneCount() const { return m_zones; }
    zones::SyncMode sync() const { return m_options.sync; }
    std::int64_t tableDelayMs() const { return m_options.tableDelayMs; }
    TimeMicros startTime() const { return m_startTime; }
    const std::shared_ptr<Clock> &clock() const { return m_options.clock; }
    const std::shared_ptr<Random> &random() const { return m_options.random; }
    FileLayer &files() { return *m_options.files; }
    Executor &background() { return m_background; }

    // $XDG_DATA_HOME/stator, or ~/.local/share/stator.
    static std::string defaultDirectory();

private:
    Workspace(WorkspaceOptions options, std::string directory);

    Result<void> take();
    Result<Settings> makeSettings();
    Result<void> saveSettings();
    Result<void> checkRoster(const std::string &region, const std::string &zoneDirectory);
    Result<void> noteZone(const std::string &region, const std::string &zoneDirectory);
    Result<std::shared_ptr<engine::Region>> openRegion(const std::string &name);

    const WorkspaceOptions m_options;
    const Logger m_logger;
    const std::string m_directory;
    const TimeMicros m_startTime;
    std::string m_uuid;
    std::uint64_t m_zones = 1;
    std::unique_ptr<DirectoryLock> m_lock;
    ThreadPool m_background;
    std::shared_ptr<storage::StoreBudget> m_budget; // null: the process's own
    std::unique_ptr<TriggerParts> m_triggers;

    std::mutex m_openMutex; // held while a region opens: one at a time

    mutable std::shared_mutex m_mutex; // guards what follows
    Settings m_settings;
    std::map<std::string, std::shared_ptr<engine::Region>, std::less<>> m_regions;
    std::map<std::string, std::unique_ptr<observe::ChangeRing>, std::less<>> m_changes;
    bool m_isStopped = false;
};

} // namespace stator::workspace
