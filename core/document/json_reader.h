// DynamoDB JSON to documents: one walk over simdjson's parsed text, straight into canonical bytes.
//
// JSON of the wrong shape ends the walk with a SerializationException. A wrong *value*
// (number syntax, empty set, two tags, depth) does not: the first one is kept beside the document as its
// ValueFault, because the service reports it later, in its turn.
//
// Depth never costs stack beyond the service's limit: the walk stops descending at 32 levels.
#pragma once

#include "base/result.h"
#include "document/item.h"
#include "document/writer.h"

// Half of the files that read JSON texts never see its parser, a large header.
namespace simdjson::dom {
class element;
}

namespace stator::document {

// {"S": "…"} and so on.
Result<Value> readValue(simdjson::dom::element json, ValueWriter &scratch);
// {"pk": {"S": "…"}, …}: items, keys, ExpressionAttributeValues.
Result<Item> readItem(simdjson::dom::element json, ItemWriter &scratch);

// For tools, tests and the editor: a whole text of DynamoDB JSON. Faults become errors here.
Result<Item> parseItem(std::string_view json);
Result<Value> parseValue(std::string_view json);

// Appends the decoded bytes; the errors are the service's SerializationExceptions.
Result<void> decodeBase64(std::string_view text, std::string &out);

} // namespace stator::document
