// Writes a struct as JSON beside its description: members in the order of the model, absent ones left out.
#pragma once

#include <string>

#include "api/structure.h"

namespace stator::api {

void encodeStructure(const Structure &structure, const void *object, std::string &out);

} // namespace stator::api
