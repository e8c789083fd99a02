// Any text is a number or refused; a number prints, reads back and adds without leaving its canonical form.
// Any bytes decode to a number that prints and reads back to them, or are refused.
#include <cstdint>

#include "model/number.h"

using stator::model::Number;

namespace {

void readsBack(const Number &number)
{
    STATOR_ASSERT(Number::isCanonical(number.bytes()));
    const auto again = Number::parse(stator::model::numberText(number.bytes()));
    STATOR_ASSERT(again.ok() && *again == number);
    (void)stator::model::numberToDouble(number.bytes());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    if (const auto number = Number::decode(input); number.ok()) {
        STATOR_ASSERT(number->bytes() == input);
        readsBack(*number);
    }

    // Two numbers with a space between them.
    const std::size_t space = std::min(input.find(' '), input.size());
    const auto left = Number::parse(input.substr(0, space));
    if (!left.ok())
        return 0;
    readsBack(*left);
    const auto right = Number::parse(input.substr(std::min(space + 1, input.size())));
    if (!right.ok())
        return 0;
    const auto sum = Number::add(*left, *right);
    const auto reversed = Number::add(*right, *left);
    STATOR_ASSERT(sum.ok() == reversed.ok());
    if (!sum.ok())
        return 0;
    STATOR_ASSERT(*sum == *reversed);
    readsBack(*sum);
    STATOR_ASSERT((*sum <=> *left) == (*right <=> Number()));
    // What was added can be taken away, the result being one that fits.
    const auto back = Number::subtract(*sum, *right);
    STATOR_ASSERT(back.ok() && *back == *left);
    return 0;
}
