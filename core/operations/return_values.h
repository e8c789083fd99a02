// Which images of an item a write returns.
#pragma once

#include <optional>

#include "api/enums.h"
#include "base/result.h"
#include "engine/write.h"
#include "expression/update.h"

namespace stator::operations {

// Puts and deletes know no images of an update.
inline Result<void> checkReturnsOldOrNone(std::optional<api::ReturnValue> values)
{
    const auto value = values.value_or(api::ReturnValue::None);
    if (value != api::ReturnValue::None && value != api::ReturnValue::AllOld)
        return Error::validation("ReturnValues can only be ALL_OLD or NONE");
    return {};
}

inline bool returnsOld(std::optional<api::ReturnValue> values)
{
    return values == api::ReturnValue::AllOld || values == api::ReturnValue::UpdatedOld;
}

inline bool returnsNew(std::optional<api::ReturnValue> values)
{
    return values == api::ReturnValue::AllNew || values == api::ReturnValue::UpdatedNew;
}

// The image of an update that `values` ask for, whole or only its targets; nothing if that is empty.
std::optional<document::Item> imageOf(engine::WriteEffect &effect, std::optional<api::ReturnValue> values,
                                      const expression::Update &update);

} // namespace stator::operations
