// JSON whose numbers are larger than a machine's, for a parser that takes no others.
//
// Threads: any.
#pragma once

#include <string>
#include <string_view>

namespace stator::api {

// The text with such numbers replaced by the largest there are, which no member of a request may be either: what is
// wrong with the request is then told as of any other number.
std::string withNumbersInRange(std::string_view json);

} // namespace stator::api
