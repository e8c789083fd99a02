// Plays a scenario through a door.
#pragma once

#include <string>

#include "conformance/runner/door.h"
#include "conformance/runner/scenario.h"

namespace stator::conformance {

// What went otherwise than the scenario says, with line, request and reply; empty: nothing.
//
// A request that is refused must leave nothing behind: every table's description and items are compared
// before and after it, whether the scenario says so or not.
std::string play(const Scenario &scenario, const std::string &fixtureDirectory, World &world, Door &door);

} // namespace stator::conformance
