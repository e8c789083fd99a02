// The constraints of the model that a request fails, as the service lists them.
#pragma once

#include <simdjson.h>

#include "api/structure.h"
#include "base/error.h"

namespace stator::api {

// `json` has the right types and fails at least one constraint.
Error violations(const Structure &request, simdjson::dom::element json);

} // namespace stator::api
