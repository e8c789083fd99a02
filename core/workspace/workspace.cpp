#include "workspace/workspace.h"

#include <cstdlib>

#include <fmt/format.h>

#include "base/memory_file_layer.h"
#include "base/real_file_layer.h"
#include "engine/open_region.h"
#include "model/region_name.h"
#include "replica/zone_identity.h"
#include "workspace/trigger_parts.h"

namespace stator::workspace {

namespace {

constexpr const char *kZone = "a"; // the only zone of a group of one

// What may lie in a directory that is to become a workspace: what an interrupted first start leaves, and
// what drives and desktops put everywhere.
bool isHarmless(std::string_view name)
{
    return name == "lock" || name == "lost+found" || name.substr(0, 11) == "stator.json" || name.front() == '.';
}

// Half of a budget is caches. Null: the one of the process will do.
std::shared_ptr<storage::StoreBudget> budgetFor(const WorkspaceOptions &options)
{
    if (!options.cacheBytes && !options.inMemory)
        return nullptr;
    const std::uint64_t bytes =
        options.cacheBytes ? 2 * *options.cacheBytes : storage::StoreBudget::defaultBytes();
    return std::make_shared<storage::StoreBudget>(bytes, options.inMemory);
}

} // namespace

Workspace::Workspace(WorkspaceOptions options, std::string directory)
    : m_options(std::move(options)), m_logger(m_options.logger.of("workspace")), m_directory(std::move(directory)),
      m_startTime(m_options.clock->nowMicros()), m_background("background", 1)
{
}

Workspace::~Workspace()
{
    static_cast<void>(stop());
}

std::string Workspace::defaultDirectory()
{
    // An empty or relative XDG_DATA_HOME is to be taken as unset (XDG Base Directory Specification).
    if (const char *data = std::getenv("XDG_DATA_HOME"); data != nullptr && data[0] == '/')
        return std::string(data) + "/stator";
    const char *home = std::getenv("HOME");
    return std::string(home != nullptr && home[0] != '\0' ? home : ".") + "/.local/share/stator";
}

Result<std::unique_ptr<Workspace>> Workspace::open(WorkspaceOptions options)
{
    if (!options.files)
        options.files = options.inMemory ? makeMemoryFileLayer() : realFileLayer();
    std::string directory = options.directory.empty() ? defaultDirectory() : options.directory;
    if (options.inMemory)
        directory = "/workspace";
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(options), std::move(directory)));
    STATOR_CHECK(workspace->take());
    workspace->m_background.start();
    workspace->m_budget = budgetFor(workspace->m_options);
    STATOR_TRY(workspace->m_triggers, TriggerParts::open(*workspace, workspace->m_options));
    return workspace;
}

// Locks the directory and reads its settings, or makes them.
Result<void> Workspace::take()
{
    FileLayer &files = *m_options.files;
    STATOR_CHECK(files.createDirectories(m_directory));
    STATOR_TRY(m_lock, files.lock(m_directory + "/lock"));
    const std::string path = m_directory + "/stator.json";
    STATOR_TRY(const bool isThere, files.exists(path));
    if (isThere) {
        STATOR_TRY(const std::string json, files.readFile(path));
        STATOR_TRY(m_settings, parseSettings(json));
    } else {
        STATOR_TRY(m_settings, makeSettings());
        STATOR_CHECK(saveSettings());
        m_logger.info(fmt::format("{}: a new workspace", m_options.inMemory ? "in memory" : m_directory));
    }
    if (m_options.zones && *m_options.zones != m_settings.zones)
        return Error::validation(fmt::format("--zones {} contradicts the workspace: it was made with {}",
                                             *m_options.zones, m_settings.zones));
    if (m_settings.zones != 1)
        return Error::newerFormat(fmt::format("The workspace has {} zones; this Stator knows workspaces with one",
                                              m_settings.zones));
    m_uuid = m_settings.uuid;
    m_zones = m_settings.zones;
    return {};
}

Result<Settings> Workspace::makeSettings()
{
    STATOR_TRY(const std::vector<DirectoryEntry> entries, m_options.files->list(m_directory));
    for (const DirectoryEntry &entry : entries) {
        if (entry.name == "regions")
            return Error::corruption(m_directory + ": there are regions, but stator.json is missing");
        if (!isHarmless(entry.name))
            return Error::validation(m_directory + " is not empty, and not a workspace; name another directory");
    }
    Settings settings;
    settings.madeBy = m_options.version;
    settings.uuid = makeUuid(*m_options.random);
    settings.createdSeconds = m_startTime / 1'000'000;
    settings.zones = m_options.zones.value_or(1);
    return settings;
}

Result<void> Workspace::saveSettings()
{
    return m_options.files->replaceFile(m_directory + "/stator.json", writeSettings(m_settings));
}

Result<std::shared_ptr<engine::Region>> Workspace::findRegion(std::string_view name)
{
    bool wasMade = false;
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_regions.find(name); found != m_regions.end())
            return found->second;
        wasMade = m_settings.regions.count(std::string(name)) > 0;
    }
    if (!wasMade)
        return std::shared_ptr<engine::Region>();
    return region(name);
}

Result<std::shared_ptr<engine::Region>> Workspace::region(std::string_view name)
{
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_regions.find(name); found != m_regions.end())
            return found->second;
    }
    if (!model::isRegionName(name))
        return Error::validation(fmt::format("'{}' is not a name of a region", name));
    const std::lock_guard opening(m_openMutex);
    {
        const std::shared_lock lock(m_mutex);
        if (m_isStopped)
            return Error::shuttingDown();
        if (const auto found = m_regions.find(name); found != m_regions.end())
            return found->second; // another thread was faster
    }
    return openRegion(std::string(name));
}

Result<std::shared_ptr<engine::Region>> Workspace::openRegion(const std::string &name)
{
    const std::string zoneDirectory = m_directory + "/regions/" + name + "/" + kZone;
    STATOR_CHECK(checkRoster(name, zoneDirectory));
    engine::RegionOptions options;
    options.name = name;
    options.workspaceId = m_uuid;
    options.files = m_options.files;
    options.isInMemory = m_options.inMemory;
    options.budget = m_budget;
    options.directory = zoneDirectory;
    options.sync = m_options.sync;
    options.clock = m_options.clock;
    options.random = m_options.random;
    options.background = &m_background;
    options.tableDelayMs = m_options.tableDelayMs;
    options.isLookedAtSettled = m_options.isLookedAtSettled;
    options.changes = &changes(name);
    options.logger = m_options.logger;
    const std::int64_t began = m_options.clock->monotonicMicros();
    STATOR_TRY(std::shared_ptr<engine::Region> opened, engine::openRegion(std::move(options)));
    STATOR_CHECK(noteZone(name, zoneDirectory));
    m_logger.info(fmt::format("region {} opened in {} ms", name, (m_options.clock->monotonicMicros() - began) / 1000));
    const std::unique_lock lock(m_mutex);
    m_regions.emplace(name, opened);
    return opened;
}

// A zone that the roster names and whose directory is empty or another's is a lost drive. With one zone
// there is nothing to bring it back from, so it must not be taken for a new and empty region.
Result<void> Workspace::checkRoster(const std::string &region, const std::string &zoneDirectory)
{
    std::string incarnation;
    {
        const std::shared_lock lock(m_mutex);
        const auto found = m_settings.regions.find(region);
        if (found == m_settings.regions.end() || found->second.count(kZone) == 0)
            return {};
        incarnation = found->second.at(kZone);
    }
    const std::string path = zoneDirectory + "/zone.json";
    STATOR_TRY(const bool isThere, m_options.files->exists(path));
    if (!isThere)
        return Error::corruption(zoneDirectory + ": the region's files are gone, although the workspace knows it "
                                                 "had data; is its drive there?");
    STATOR_TRY(const std::string json, m_options.files->readFile(path));
    STATOR_TRY(const replica::ZoneIdentity identity, replica::parseZoneIdentity(json));
    if (identity.incarnation != incarnation)
        return Error::corruption(zoneDirectory + ": these are not the files this workspace wrote here");
    return {};
}

Result<void> Workspace::noteZone(const std::string &region, const std::string &zoneDirectory)
{
    STATOR_TRY(const std::string json, m_options.files->readFile(zoneDirectory + "/zone.json"));
    STATOR_TRY(const replica::ZoneIdentity identity, replica::parseZoneIdentity(json));
    {
        const std::unique_lock lock(m_mutex);
        std::string &known = m_settings.regions[region][kZone];
        if (known == identity.incarnation)
            return {};
        known = identity.incarnation;
    }
    return saveSettings(); // m_openMutex keeps other changes of the settings away
}

std::vector<std::string> Workspace::regionNames() const
{
    std::vector<std::string> names;
    const std::shared_lock lock(m_mutex);
    for (const auto &[name, zones] : m_settings.regions)
        names.push_back(name);
    return names;
}

observe::ChangeRing &Workspace::changes(std::string_view region)
{
    const std::unique_lock lock(m_mutex);
    auto found = m_changes.find(region);
    if (found == m_changes.end())
        found = m_changes.emplace(std::string(region), std::make_unique<observe::ChangeRing>()).first;
    return *found->second;
}

void Workspace::startTriggers()
{
    m_triggers->start();
}

triggers::Triggers &Workspace::triggers()
{
    return *m_triggers->triggers;
}

triggers::KinesisDeliveries &Workspace::kinesis()
{
    return *m_triggers->kinesis;
}

Result<void> Workspace::stop()
{
    if (m_triggers)
        m_triggers->stop(); // they read and write the regions
    const std::lock_guard opening(m_openMutex);
    std::map<std::string, std::shared_ptr<engine::Region>, std::less<>> regions;
    bool wasStopped = false;
    {
        const std::unique_lock lock(m_mutex);
        wasStopped = std::exchange(m_isStopped, true);
        regions.swap(m_regions);
    }
    Result<void> first;
    for (const auto &[name, region] : regions) {
        Result<void> stopped = region->stop();
        if (stopped.ok())
            continue;
        m_logger.error(fmt::format("region {} did not stop cleanly: {}", name, stopped.error().message));
        if (first.ok())
            first = std::move(stopped);
    }
    m_background.stop();
    regions.clear();
    m_lock.reset();
    if (!wasStopped && first.ok())
        m_logger.info("stopped");
    return first;
}

} // namespace stator::workspace
