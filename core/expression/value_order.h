// The order of S, N and B values: that of their bytes.
#pragma once

#include <string_view>

#include "document/value_view.h"

namespace stator::expression {

// What values of one ordered type are compared by. `value` is S, N or B.
inline std::string_view orderedBytes(document::ValueView value)
{
    return value.type() == document::ValueType::N ? value.numberBytes() : value.text();
}

// Below, at or above zero. Both values are of the same type, S, N or B.
inline int compareOrdered(document::ValueView a, document::ValueView b)
{
    return orderedBytes(a).compare(orderedBytes(b));
}

} // namespace stator::expression
