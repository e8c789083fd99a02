// The attributes of a key, in order, as descriptions of tables, indexes and streams hold them. Grammar:
// encoding/README.md.
#pragma once

#include <string>
#include <vector>

#include "encoding/wire.h"
#include "model/table_definition.h"

namespace stator::encoding {

void putKeyAttributes(std::string &out, const std::vector<model::KeyAttribute> &attributes);
// A type that no key may have fails the reader.
std::vector<model::KeyAttribute> readKeyAttributes(WireReader &reader);

} // namespace stator::encoding
