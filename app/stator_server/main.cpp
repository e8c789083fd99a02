// stator-server: the engine and its endpoint, without a window.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <string>

#include <pthread.h>

#include "common/backend.h"
#include "common/options.h"

using namespace stator;
using namespace stator::app;

namespace {

int code(ExitCode exitCode)
{
    return static_cast<int>(exitCode);
}

int fail(ExitCode exitCode, const std::string &sentence)
{
    std::fprintf(stderr, "stator-server: %s\n", sentence.c_str());
    return code(exitCode);
}

// Threads inherit the mask, so it is set before any is made; the signals then wait for sigwait().
sigset_t blockStopSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

int serve(const ProgramOptions &options, const sigset_t &signals)
{
    auto backend = Backend::open(options);
    if (!backend.ok())
        return fail(exitCodeFor(backend.error()), backend.error().message);
    if (Result<void> started = (*backend)->startEndpoint(); !started.ok()) {
        const bool isTaken = started.error().code == ErrorCode::Locked;
        return fail(isTaken ? ExitCode::PortTaken : ExitCode::Usage, started.error().message);
    }
    std::printf("stator: listening on %s\n", (*backend)->url().c_str());
    std::fflush(stdout);

    int signal = 0;
    sigwait(&signals, &signal);
    if (Result<void> stopped = (*backend)->stop(); !stopped.ok())
        std::fprintf(stderr, "stator-server: %s\n", stopped.error().message.c_str());
    return code(ExitCode::Clean);
}

} // namespace

int main(int argc, char **argv)
{
    const sigset_t signals = blockStopSignals();
    auto options = parseOptions(Program::Server, {argv + 1, argv + std::max(argc, 1)});
    if (!options.ok())
        return fail(ExitCode::Usage, options.error().message);
    if (options->wantsHelp) {
        std::fputs(helpText(Program::Server).c_str(), stdout);
        return code(ExitCode::Clean);
    }
    if (options->wantsVersion) {
        std::fputs(versionText(Program::Server).c_str(), stdout);
        return code(ExitCode::Clean);
    }
    return serve(*options, signals);
}
