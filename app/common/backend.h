// The Backend joins what both programs run: workspace, service, endpoint. The composition root's lower half.
//
// Threads: open(), startEndpoint() and stop() from one thread; what the questions give is used from any.
// Ownership: whoever uses service() is done before stop().
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "common/options.h"
#include "observe/metrics.h"
#include "observe/request_log.h"
#include "service/service.h"
#include "workspace/workspace.h"

namespace stator::app {

class Backend {
public:
    // Opens the workspace and its regions. Errors as Workspace::open(); exitCodeFor() tells what to end with.
    static Result<std::unique_ptr<Backend>> open(const ProgramOptions &options);
    ~Backend();

    // Locked: another program has the port. `port`: another one than the options'; after a failure.
    Result<void> startEndpoint(std::optional<std::uint16_t> port = {});
    // Endpoint first, then the regions, which flush. Idempotent.
    Result<void> stop();

    service::Service &service();
    workspace::Workspace &workspace();
    observe::Metrics &metrics();
    observe::RequestLog &requestLog();
    // Where the endpoint listens; empty if it does not.
    std::string url() const;
    // Clients that hold a connection to the endpoint now.
    std::size_t connectionCount() const;

private:
    struct Impl;
    explicit Backend(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::app
