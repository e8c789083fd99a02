// JSON that is kept as a text, and compared without its white space.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stator::document {

// The object without white space between its tokens; nothing if the text is not one JSON object.
std::optional<std::string> minifiedJsonObject(std::string_view json);

} // namespace stator::document
