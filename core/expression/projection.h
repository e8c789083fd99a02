// ProjectionExpression and legacy AttributesToGet: which paths of an item are returned.
#pragma once

#include <string_view>

#include "base/result.h"
#include "document/path_tree.h"
#include "expression/attribute_use.h"
#include "expression/placeholders.h"

namespace stator::expression {

struct Projection {
    document::PathTree paths; // for document::project()
    AttributeUses attributes;
};

Result<Projection> parseProjection(std::string_view text, Placeholders &placeholders);

} // namespace stator::expression
