#include "workspace/trigger_parts.h"

namespace stator::workspace {

Result<std::unique_ptr<TriggerParts>> TriggerParts::open(Workspace &workspace, const WorkspaceOptions &options)
{
    std::unique_ptr<TriggerParts> parts(new TriggerParts);
    // A region stays in the workspace until that is stopped, which is after the triggers.
    const auto findRegion = [&workspace](const std::string &name) -> engine::Region * {
        const auto region = workspace.findRegion(name);
        return region.ok() ? region->get() : nullptr;
    };
    parts->feeds = std::make_unique<triggers::StreamFeeds>(findRegion);
    parts->tables = std::make_unique<triggers::RegionFailureTables>(findRegion);
    triggers::TriggersOptions given;
    given.files = options.files.get();
    given.directory = workspace.directory();
    given.feeds = parts->feeds.get();
    given.tables = parts->tables.get();
    given.carriers = {&parts->programs, &parts->http};
    given.clock = options.clock;
    given.random = options.random;
    given.logger = options.logger;
    STATOR_TRY(parts->triggers, triggers::Triggers::open(std::move(given)));
    triggers::KinesisOptions kinesis;
    kinesis.findRegion = findRegion;
    kinesis.regionNames = [&workspace] { return workspace.regionNames(); };
    kinesis.positions = [&workspace](const std::string &region) { return workspace.consumers(region); };
    kinesis.endpoint = {options.kinesisEndpoint, options.awsCredentials};
    kinesis.http = &parts->http;
    kinesis.clock = options.clock;
    kinesis.logger = options.logger;
    parts->kinesis = std::make_unique<triggers::KinesisDeliveries>(std::move(kinesis));
    return parts;
}

void TriggerParts::start()
{
    programs.start();
    http.start();
    triggers->start();
    kinesis->start();
}

void TriggerParts::stop()
{
    if (triggers)
        triggers->stop();
    if (kinesis)
        kinesis->stop();
    programs.stop();
    http.stop();
}

} // namespace stator::workspace
