// Documents to DynamoDB JSON, appended to a reply buffer; nothing is allocated but the buffer itself.
#pragma once

#include <string>
#include <string_view>

#include "document/item.h"
#include "document/path_tree.h"

namespace stator::document {

// {"S":"…"}
void writeValue(ValueView value, std::string &out);
// {"pk":{"S":"…"},…}
void writeItem(ItemView item, std::string &out);
std::string itemToJson(ItemView item);

// A JSON string with its quotes. UTF-8 passes through; control characters, quotes and backslashes are
// escaped.
void writeJsonString(std::string_view text, std::string &out);
void writeBase64(std::string_view bytes, std::string &out);

} // namespace stator::document
