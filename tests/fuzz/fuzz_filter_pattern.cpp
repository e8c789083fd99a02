// Any text is a filter pattern or refused with a sentence; a pattern can be held against any record.
//
// The first line is the pattern, the rest the record.
#include <cstdint>

#include <simdjson.h>

#include "base/assert.h"
#include "triggers/filter_pattern.h"

using namespace stator::triggers;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const std::size_t line = std::min(input.find('\n'), input.size());
    const auto pattern = FilterPattern::compile(input.substr(0, line));
    if (!pattern.ok()) {
        STATOR_ASSERT(!pattern.error().message.empty());
        return 0;
    }
    const std::string_view record = input.substr(std::min(line + 1, input.size()));
    simdjson::dom::parser parser;
    if (parser.parse(record.data(), record.size()).error() != simdjson::SUCCESS)
        return 0; // records are our own text
    RecordMatcher matcher;
    const bool isTaken = matcher.matches({*pattern}, record);
    STATOR_ASSERT(isTaken == matcher.matches({*pattern, *pattern}, record));
    return 0;
}
