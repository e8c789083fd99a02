// Small helpers for writing sample items.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/random.h"
#include "document/writer.h"

namespace stator::samples {

// Randomness of one item: the same for the same table and index, whatever was made before it.
SeededRandom randomFor(std::uint64_t table, std::size_t index);

void writeString(document::ItemWriter &writer, std::string_view name, std::string_view text);
void writeNumber(document::ItemWriter &writer, std::string_view name, std::int64_t value);
// Writes cents as a decimal number: 1234 becomes 12.34.
void writeHundredths(document::ItemWriter &writer, std::string_view name, std::int64_t hundredths);

// "2026-11-16T09:12:44Z"
std::string isoTime(TimeMicros time);
// `value` in at least `digits` digits.
std::string padded(std::uint64_t value, int digits);

} // namespace stator::samples
