#include "samples/sample_item.h"

#include <cstdio>
#include <ctime>

#include "model/number.h"

namespace stator::samples {

namespace {

void writeNumberText(document::ItemWriter &writer, std::string_view name, const std::string &text)
{
    const auto number = model::Number::parse(text);
    STATOR_ASSERT(number.ok());
    writer.name(name);
    writer.numberBytes(number->bytes());
}

} // namespace

SeededRandom randomFor(std::uint64_t table, std::size_t index)
{
    return SeededRandom(table * 0x1000'0000'0000u + index);
}

void writeString(document::ItemWriter &writer, std::string_view name, std::string_view text)
{
    writer.name(name);
    writer.string(text);
}

void writeNumber(document::ItemWriter &writer, std::string_view name, std::int64_t value)
{
    writeNumberText(writer, name, std::to_string(value));
}

void writeHundredths(document::ItemWriter &writer, std::string_view name, std::int64_t hundredths)
{
    writeNumberText(writer, name, std::to_string(hundredths) + "e-2");
}

std::string isoTime(TimeMicros time)
{
    const std::time_t seconds = static_cast<std::time_t>(time / 1'000'000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string padded(std::uint64_t value, int digits)
{
    char text[32];
    std::snprintf(text, sizeof text, "%0*llu", digits, static_cast<unsigned long long>(value));
    return text;
}

} // namespace stator::samples
