// How far away the time in a TTL attribute is, in a few letters.
//
// Threads: any.
#pragma once

#include <cstdint>

#include <QtCore/QString>

#include "document/value_view.h"

namespace stator::ui {

// "in 3 d", "12 min ago"; "milliseconds?" for a value that cannot be meant in seconds. Empty: not a number.
QString timeLeftText(document::ValueView value, std::int64_t nowSeconds);

} // namespace stator::ui
