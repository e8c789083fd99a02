#include "expression/legacy.h"

namespace stator::expression {

Result<Projection> projectionFromAttributesToGet(std::span<const std::string> attributes)
{
    Projection projection;
    std::uint32_t leaf = 0;
    for (const std::string &attribute : attributes) {
        const document::Path path = {attribute};
        if (!projection.paths.insert(path, leaf++).ok())
            return Error::invalidParameter("Duplicate value in attribute name: " + attribute);
        addUse(projection.attributes, path);
    }
    return projection;
}

} // namespace stator::expression
