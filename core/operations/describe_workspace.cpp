#include "api/describe_workspace.h"

#include "operations/operation_functions.h"
#include "workspace/workspace.h"

namespace stator::operations {

namespace {

std::string_view nameOf(zones::SyncMode sync)
{
    switch (sync) {
    case zones::SyncMode::Always:
        return "always";
    case zones::SyncMode::Interval:
        return "interval";
    case zones::SyncMode::Never:
        return "never";
    }
    return {};
}

} // namespace

// Control operation (ARCHITECTURE.md): what this server serves, and with which settings.
void describeWorkspace(const Environment &environment, api::DescribeWorkspaceRequest, service::Call,
                       Completion<api::DescribeWorkspaceResponse> done)
{
    if (!environment.workspace)
        return done(Error{ErrorCode::UnknownOperation, {}, {}});
    const workspace::Workspace &workspace = *environment.workspace;
    api::DescribeWorkspaceResponse response;
    if (!workspace.isInMemory())
        response.path = workspace.directory();
    response.version = workspace.version();
    response.regions = workspace.regionNames();
    response.settings = {
        {"WorkspaceId", workspace.uuid()},
        {"InMemory", workspace.isInMemory() ? "true" : "false"},
        {"Zones", std::to_string(workspace.zoneCount())},
        {"Sync", std::string(nameOf(workspace.sync()))},
        {"TableDelayMs", std::to_string(workspace.tableDelayMs())},
    };
    response.uptimeSeconds =
        static_cast<double>(workspace.clock()->nowMicros() - workspace.startTime()) / 1e6;
    done(std::move(response));
}

} // namespace stator::operations
