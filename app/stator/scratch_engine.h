// An engine beside the workspace's: empty, in memory, without an endpoint, for what may be thrown away.
//
// Threads: any. It stops on `executor` when the last handle is gone, as stopping waits for its threads.
#pragma once

#include <memory>

#include "base/executor.h"
#include "common/options.h"
#include "service/service.h"

namespace stator::app {

// Null if it cannot be made.
std::shared_ptr<service::Service> makeScratchEngine(const ProgramOptions &options, std::shared_ptr<Executor> executor);

} // namespace stator::app
