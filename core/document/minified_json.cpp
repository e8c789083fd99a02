#include "document/minified_json.h"

#include <simdjson.h>

namespace stator::document {

std::optional<std::string> minifiedJsonObject(std::string_view json)
{
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(simdjson::padded_string(json)).get(object) != simdjson::SUCCESS)
        return std::nullopt;
    return simdjson::minify(object);
}

} // namespace stator::document
