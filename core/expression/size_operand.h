// What the function size() gives for a value.
#pragma once

#include <cstdint>
#include <optional>

#include "document/value_view.h"

namespace stator::expression {

// Bytes of S and B, elements of sets, lists and maps; nothing for N, BOOL and NULL. That S counts UTF-8 bytes
// rather than characters is unverified.
inline std::optional<std::uint32_t> sizeOperand(document::ValueView value)
{
    switch (value.type()) {
    case document::ValueType::S:
    case document::ValueType::B:
        return static_cast<std::uint32_t>(value.text().size());
    case document::ValueType::N:
    case document::ValueType::Bool:
    case document::ValueType::Null:
        return std::nullopt;
    default:
        return value.count();
    }
}

} // namespace stator::expression
