// Runs the window until it is closed. The composition root: core below, features above, wired here.
#pragma once

#include "common/options.h"

namespace stator::app {

int runWindow(int argc, char **argv, const ProgramOptions &options);

} // namespace stator::app
