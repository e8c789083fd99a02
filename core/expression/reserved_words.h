// The words that cannot stand for attribute names in expressions. The list is reserved_words.txt.
#pragma once

#include <string_view>

namespace stator::expression {

// In any mixture of upper and lower case.
bool isReservedWord(std::string_view identifier);

} // namespace stator::expression
