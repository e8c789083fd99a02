// What a read returns of an item: ProjectionExpression, or AttributesToGet from before expressions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "expression/legacy.h"
#include "expression/projection.h"
#include "operations/parameters.h"

namespace stator::operations {

inline Result<std::optional<expression::Projection>>
projectionOf(const std::optional<std::string> &text,
             const std::optional<std::vector<std::string>> &attributesToGet,
             expression::Placeholders &placeholders)
{
    std::optional<expression::Projection> projection;
    if (text) {
        STATOR_TRY(projection, expression::parseProjection(*text, placeholders));
    } else if (attributesToGet) {
        STATOR_TRY(projection, expression::projectionFromAttributesToGet(*attributesToGet));
    }
    return projection;
}

} // namespace stator::operations
