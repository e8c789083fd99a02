// The regions of a Workspace, as the operations ask for them.
//
// Threads: every method from any thread. Ownership: the workspace outlives it; regions live as long as both.
#pragma once

#include <map>
#include <memory>
#include <shared_mutex>
#include <string>

#include "operations/environment.h"
#include "workspace/workspace.h"

namespace stator::app {

class RegionSource final : public operations::RegionProvider {
public:
    explicit RegionSource(workspace::Workspace &workspace) : m_workspace(workspace) {}

    engine::Region *find(std::string_view name) override;
    Result<engine::Region *> make(std::string_view name) override;
    TimeMicros tableDelay() const override { return m_workspace.tableDelayMs() * 1000; }

private:
    engine::Region *keep(std::string_view name, std::shared_ptr<engine::Region> region);

    workspace::Workspace &m_workspace;

    std::shared_mutex m_mutex; // guards the map
    std::map<std::string, std::shared_ptr<engine::Region>, std::less<>> m_regions;
};

} // namespace stator::app
