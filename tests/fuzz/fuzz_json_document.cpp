// Any text is an item or refused, and what is accepted is canonical: it passes check(), prints, and reads
// back to the same bytes. Any bytes pass check() and then behave like that too, or are refused.
#include <cstdint>

#include "document/check.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "model/limits.h"

using namespace stator::document;

namespace {

void readsBack(ItemView item)
{
    const std::string json = itemToJson(item);
    const auto again = parseItem(json);
    STATOR_ASSERT(again.ok() && again->view() == item);
    for (const Member &member : item.attributes()) {
        STATOR_ASSERT(member.value.levels() <= stator::model::kNestingLevels);
        STATOR_ASSERT(item.attribute(member.name) == member.value);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    if (const auto item = parseItem(input); item.ok()) {
        STATOR_ASSERT(checkItem(item->bytes()).ok());
        readsBack(item->view());
    }
    if (const auto value = parseValue(input); value.ok())
        STATOR_ASSERT(checkValue(value->bytes()).ok());
    if (checkItem(input).ok())
        readsBack(ItemView(input));
    return 0;
}
