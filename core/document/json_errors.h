// The service's texts for JSON of the wrong shape and for faulty values; used by json_reader.cpp alone.
#pragma once

#include <string_view>

#include <simdjson.h>

#include "base/error.h"
#include "model/value_type.h"

namespace stator::document {

inline constexpr std::string_view kAttributeValueClass =
    "class com.amazonaws.dynamodb.v20120810.AttributeValue";
inline constexpr std::string_view kMapClass =
    "java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>";
inline constexpr const char *kStructureFound = "Start of structure or map found where not expected";

// --- Wrong shapes: SerializationException ---

Error unrecognizedCollection(std::string_view type);
// The error for JSON that is not the scalar wanted: `collection` is how the service calls its Java class,
// `type` how conversions call it.
Error scalarExpected(simdjson::dom::element json, std::string_view collection, std::string_view type);

// --- Faulty values: ValidationException ---

Error emptyValue();
Error severalTypes();
Error nestedTooDeep();
Error emptySet(model::ValueType type);
// The collection as it came, as the service prints it.
Error duplicatesIn(model::ValueType type, simdjson::dom::array array);

} // namespace stator::document
