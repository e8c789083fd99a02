#include "common/backend.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "common/allocator.h"
#include "common/region_source.h"
#include "common/stream_log.h"
#include "endpoint/http_server.h"
#include "endpoint/service_handler.h"
#include "operations/embedded_service.h"

namespace stator::app {

namespace {

zones::SyncMode syncMode(SyncChoice choice)
{
    switch (choice) {
    case SyncChoice::Always:
        return zones::SyncMode::Always;
    case SyncChoice::Interval:
        return zones::SyncMode::Interval;
    case SyncChoice::Never:
        return zones::SyncMode::Never;
    }
    return zones::SyncMode::Always;
}

endpoint::ServerOptions serverOptions(const ProgramOptions &options, const Logger &logger)
{
    endpoint::ServerOptions server;
    server.logger = logger.of("endpoint");
    server.returnMemory = returnFreeMemory;
    server.host = options.host;
    server.port = options.port;
    server.gateway.defaultRegion = options.regions.front();
    server.gateway.admission.listenHost = options.host;
    server.gateway.admission.allowHosts = options.allowHosts;
    server.gateway.admission.corsOrigins = options.corsOrigins;
    return server;
}

// Long enough to be seen by who acts at once, too short to be waited for.
constexpr std::int64_t kShortTableDelayMs = 50;

// The key every tool of AWS takes from there.
http::Credentials credentialsOfEnvironment()
{
    http::Credentials credentials;
    const auto valueOf = [](const char *name) {
        const char *value = std::getenv(name);
        return std::string(value ? value : "");
    };
    if (std::string id = valueOf("AWS_ACCESS_KEY_ID"), secret = valueOf("AWS_SECRET_ACCESS_KEY");
        !id.empty() && !secret.empty())
        credentials = {std::move(id), std::move(secret), valueOf("AWS_SESSION_TOKEN")};
    return credentials;
}

operations::Environment environmentOn(RegionSource &regions, workspace::Workspace &workspace,
                                      observe::RequestLog &requests, bool mayRunPrograms)
{
    operations::Environment environment;
    environment.regions = &regions;
    environment.requests = &requests;
    environment.clock = workspace.clock();
    environment.workspace = &workspace;
    environment.testClock = std::dynamic_pointer_cast<MovableClock>(workspace.clock());
    environment.triggers = &workspace.triggers();
    environment.kinesis = &workspace.kinesis();
    environment.mayRunPrograms = mayRunPrograms;
    return environment;
}

} // namespace

struct Backend::Impl {
    Impl(const ProgramOptions &o, std::unique_ptr<workspace::Workspace> w, Logger l)
        : options(o), logger(std::move(l)), workspace(std::move(w)), regions(*workspace),
          service(environmentOn(regions, *workspace, requests, true)),
          endpointService(environmentOn(regions, *workspace, requests, options.allowPrograms)),
          handler(endpointService)
    {
        makeServer(options.port);
    }

    void makeServer(std::uint16_t port)
    {
        endpoint::ServerOptions choices = serverOptions(options, logger);
        choices.port = port;
        server = std::make_unique<endpoint::HttpServer>(std::move(choices), handler, metrics, requests,
                                                        workspace->clock());
    }

    const ProgramOptions options;
    const Logger logger;
    observe::Metrics metrics;
    observe::RequestLog requests;
    std::unique_ptr<workspace::Workspace> workspace;
    RegionSource regions;
    operations::EmbeddedService service;         // for the window, where a person decides
    operations::EmbeddedService endpointService; // for whoever can reach the port
    endpoint::ServiceHandler handler;
    std::unique_ptr<endpoint::HttpServer> server;
    bool isListening = false;
};

Backend::Backend(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Backend::~Backend()
{
    static_cast<void>(stop());
}

Result<std::unique_ptr<Backend>> Backend::open(const ProgramOptions &options)
{
    const Logger logger(std::make_shared<StreamLog>(stderr), options.logLevel);
    logger.of("app").info(fmt::format("Stator {} starts", version()));
    workspace::WorkspaceOptions place;
    place.logger = logger;
    place.directory = options.workspace;
    place.inMemory = options.inMemory;
    place.zones = options.zones;
    place.sync = syncMode(options.sync);
    if (options.cacheMegabytes)
        place.cacheBytes = *options.cacheMegabytes << 20;
    place.tableDelayMs = options.tableDelayMs.value_or(kShortTableDelayMs);
    place.kinesisEndpoint = options.kinesisEndpoint;
    place.awsCredentials = credentialsOfEnvironment();
    place.isLookedAtSettled = !options.tableDelayMs;
    if (options.hasTestClock)
        place.clock = makeTestClock();
    place.version = version();
    STATOR_TRY(std::unique_ptr<workspace::Workspace> opened, workspace::Workspace::open(std::move(place)));
    // Those asked for, and every one that holds data: damage is then told now, and not to the first client.
    for (const auto &names : {options.regions, opened->regionNames()})
        for (const std::string &name : names)
            if (const auto region = opened->region(name); !region.ok())
                return Error(region.error());
    opened->startTriggers();
    return std::unique_ptr<Backend>(new Backend(std::make_unique<Impl>(options, std::move(opened), logger)));
}

Result<void> Backend::startEndpoint(std::optional<std::uint16_t> port)
{
    if (port)
        m_impl->makeServer(*port);
    STATOR_CHECK(m_impl->server->start());
    m_impl->isListening = true;
    return {};
}

Result<void> Backend::stop()
{
    m_impl->server->stop();
    m_impl->isListening = false;
    return m_impl->workspace->stop();
}

service::Service &Backend::service()
{
    return m_impl->service;
}

workspace::Workspace &Backend::workspace()
{
    return *m_impl->workspace;
}

observe::Metrics &Backend::metrics()
{
    return m_impl->metrics;
}

observe::RequestLog &Backend::requestLog()
{
    return m_impl->requests;
}

std::string Backend::url() const
{
    return m_impl->isListening ? m_impl->server->url() : std::string();
}

std::size_t Backend::connectionCount() const
{
    return m_impl->isListening ? m_impl->server->connectionCount() : 0;
}

} // namespace stator::app
