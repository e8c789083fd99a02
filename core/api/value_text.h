// How constraint messages print what they refuse: `KeySchemaElement(attributeName=pk, keyType=HASH)`, `[a,
// b]`,
// `{k=v}`. Values come from the JSON, since a refused one may not fit its field.
#pragma once

#include <simdjson.h>

#include <string>

#include "api/structure.h"

namespace stator::api {

std::string valueText(const Type &type, simdjson::dom::element json);

// TableName -> tableName, as paths and structures print members.
std::string memberText(std::string_view name);

} // namespace stator::api
