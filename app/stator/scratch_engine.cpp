#include "scratch_engine.h"

#include "common/backend.h"

namespace stator::app {

std::shared_ptr<service::Service> makeScratchEngine(const ProgramOptions &options, std::shared_ptr<Executor> executor)
{
    ProgramOptions choices;
    choices.inMemory = true;
    choices.withEndpoint = false;
    choices.regions = options.regions;
    choices.logLevel = options.logLevel;
    choices.tableDelayMs = 0;
    Result<std::unique_ptr<Backend>> made = Backend::open(choices);
    if (!made.ok())
        return nullptr;
    std::shared_ptr<Backend> backend = std::move(*made);
    service::Service *service = &backend->service();
    return {service, [backend = std::move(backend), executor = std::move(executor)](service::Service *) mutable {
                executor->post([backend = std::move(backend)] { static_cast<void>(backend->stop()); });
            }};
}

} // namespace stator::app
