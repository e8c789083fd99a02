#include "conformance/runner/world.h"

#include <map>
#include <string>

#include <QtCore/QtGlobal>

#include "base/executor.h"
#include "base/memory_file_layer.h"
#include "base/random.h"
#include "engine/open_region.h"
#include "observe/change_ring.h"
#include "operations/embedded_service.h"
#include "zones/group.h"

namespace stator::conformance {

namespace {

class Regions final : public operations::RegionProvider {
public:
    explicit Regions(std::shared_ptr<Clock> clock) : m_clock(std::move(clock)) {}

    engine::Region *find(std::string_view name) override
    {
        const auto found = m_regions.find(name);
        return found == m_regions.end() ? nullptr : found->second.get();
    }
    Result<engine::Region *> make(std::string_view name) override
    {
        if (engine::Region *region = find(name))
            return region;
        STATOR_TRY(auto opened, open(std::string(name)));
        return m_regions.emplace(std::string(name), std::move(opened)).first->second.get();
    }

    void clear()
    {
        m_regions.clear();
        m_background.runAll();
        m_io.runAll();
        m_files = makeMemoryFileLayer();
        tableDelayMs = 0;
    }
    void restart()
    {
        for (auto &each : m_regions) {
            static_cast<void>(each.second->stop());
            each.second.reset();
            auto opened = open(each.first);
            if (!opened.ok())
                qFatal("restart: %s", opened.error().message.c_str());
            each.second = std::move(opened).value();
        }
        runJobs();
    }
    void runJobs()
    {
        while (m_background.runOne() || m_io.runOne()) {
        }
    }

    TimeMicros tableDelay() const override { return tableDelayMs * 1000; }

    std::int64_t tableDelayMs = 0;

private:
    Result<std::unique_ptr<engine::Region>> open(const std::string &name)
    {
        engine::RegionOptions options;
        options.name = name;
        options.workspaceId = "3f6c1a52-6a64-4f6e-9f53-6d7c6a3a1c11";
        options.files = m_files;
        options.directory = "/workspace/regions/" + name;
        options.sync = zones::SyncMode::Never;
        options.io = &m_io;
        options.hasTimer = false;
        options.clock = m_clock;
        options.random = std::make_shared<SeededRandom>(7);
        options.background = &m_background;
        options.tableDelayMs = tableDelayMs;
        options.changes = &m_changes;
        return engine::openRegion(std::move(options));
    }

    const std::shared_ptr<Clock> m_clock;
    std::shared_ptr<FileLayer> m_files = makeMemoryFileLayer();
    ManualExecutor m_background;
    ManualExecutor m_io;
    observe::ChangeRing m_changes{16};
    std::map<std::string, std::unique_ptr<engine::Region>, std::less<>> m_regions;
};

} // namespace

struct World::State {
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    Regions regions{clock};
    operations::EmbeddedService service{{&regions, nullptr, clock, "000000000000"}};
};

World::World() : m_state(std::make_unique<State>()) {}
World::~World() = default;

void World::clear()
{
    m_state->regions.clear();
    // Every scenario begins at the same moment.
    m_state->clock->advance(ManualClock().nowMicros() - m_state->clock->nowMicros());
}

void World::restart()
{
    m_state->regions.restart();
}

void World::advanceMilliseconds(std::int64_t milliseconds)
{
    m_state->clock->advance(milliseconds * 1000);
}

void World::setTableDelay(std::int64_t milliseconds)
{
    m_state->regions.tableDelayMs = milliseconds;
}

void World::runJobs()
{
    m_state->regions.runJobs();
}

service::Service &World::service()
{
    return m_state->service;
}

} // namespace stator::conformance
