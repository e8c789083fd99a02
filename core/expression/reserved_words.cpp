#include "expression/reserved_words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace stator::expression {

namespace {

// Generated from reserved_words.txt when the build is configured.
constexpr std::string_view kReservedWords[] = {
#include "expression/reserved_words.inc"
};
static_assert(std::is_sorted(std::begin(kReservedWords), std::end(kReservedWords)));

constexpr std::size_t longestWord()
{
    std::size_t longest = 0;
    for (const std::string_view word : kReservedWords)
        longest = std::max(longest, word.size());
    return longest;
}

} // namespace

bool isReservedWord(std::string_view identifier)
{
    std::array<char, longestWord()> upper;
    if (identifier.size() > upper.size())
        return false;
    for (std::size_t i = 0; i < identifier.size(); ++i) {
        const char c = identifier[i];
        upper[i] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return std::binary_search(std::begin(kReservedWords), std::end(kReservedWords),
                              std::string_view(upper.data(), identifier.size()));
}

} // namespace stator::expression
