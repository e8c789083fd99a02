// stator: the window.
#include <algorithm>
#include <cstdio>

#include <QByteArray>

#include "common/options.h"
#include "window_program.h"

using namespace stator::app;

namespace {

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

int main(int argc, char **argv)
{
    const auto options = parseOptions(Program::Window, {argv + 1, argv + std::max(argc, 1)});
    if (!options.ok()) {
        std::fprintf(stderr, "stator: %s\n", options.error().message.c_str());
        return static_cast<int>(ExitCode::Usage);
    }
    if (options->wantsHelp || options->wantsVersion) {
        std::fputs((options->wantsHelp ? helpText(Program::Window) : versionText(Program::Window)).c_str(),
                   stdout);
        return static_cast<int>(ExitCode::Clean);
    }
    if (!options->screenshotsDirectory.empty()) {
        // Pictures are the same on every machine, and need no screen.
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (!hasDisplay()) {
        std::fputs("stator: there is no display. stator-server runs without a window.\n", stderr);
        return 1;
    }
    return runWindow(argc, argv, *options);
}
