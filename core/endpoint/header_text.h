// Text of HTTP headers: ASCII, compared without regard to case (RFC 9110, 5.1).
#pragma once

#include <string>
#include <string_view>

namespace stator::endpoint {

bool equalsIgnoringCase(std::string_view a, std::string_view b);
bool endsWithIgnoringCase(std::string_view text, std::string_view end);
std::string lowerCase(std::string_view text);
// Without the spaces and tabs around it.
std::string_view trimmed(std::string_view text);

} // namespace stator::endpoint
