// The abbreviations of scenario texts: variables, repetitions, counted lists, bytes (README.md).
#pragma once

#include <string>
#include <string_view>

#include "conformance/runner/scenario.h"

namespace stator::conformance {

// "$name" alone between quotes becomes the variable's text as a JSON string, $name elsewhere the text itself.
// Unknown names stay as they are.
std::string withVariables(std::string_view text, const Variables &variables);
// With variables, then repetitions, lists and bytes.
std::string expanded(std::string_view text, const Variables &variables);

} // namespace stator::conformance
