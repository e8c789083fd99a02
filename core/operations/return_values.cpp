#include "operations/return_values.h"

#include <utility>

namespace stator::operations {

std::optional<document::Item> imageOf(engine::WriteEffect &effect, std::optional<api::ReturnValue> values,
                                      const expression::Update &update)
{
    auto &image = returnsOld(values) ? effect.previous : effect.current;
    if (!image || values == api::ReturnValue::AllOld || values == api::ReturnValue::AllNew)
        return std::move(image);
    document::Item changed = document::project(image->view(), expression::updatedPaths(update));
    if (changed.view().attributeCount() == 0)
        return std::nullopt;
    return changed;
}

} // namespace stator::operations
