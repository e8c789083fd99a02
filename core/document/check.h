// Holds untrusted bytes against value_format.md. What passes is canonical: views of it stay inside it,
// writing its JSON and reading that again gives the same bytes.
#pragma once

#include <string_view>

#include "base/result.h"

namespace stator::document {

// `bytes` are exactly one value; anything else is Corruption.
Result<void> checkValue(std::string_view bytes);
// `bytes` are exactly one item.
Result<void> checkItem(std::string_view bytes);

} // namespace stator::document
