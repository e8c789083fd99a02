// What a SerializationException says of a JSON value in the place of another.
#pragma once

#include <simdjson.h>

#include <string>

#include "api/structure.h"
#include "base/error.h"

namespace stator::api {

// `isMember`: the value stands in a member of a structure, not in a list or map.
Error mismatch(const Type &expected, simdjson::dom::element got, bool isMember);
// A request that is no JSON object.
Error mismatch(const Structure &expected, simdjson::dom::element got);

} // namespace stator::api
