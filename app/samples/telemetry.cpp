#include <cmath>

#include "samples/sample_item.h"
#include "samples/sample_table.h"

namespace stator::samples {

namespace {

constexpr std::size_t kReadings = 100'000;
constexpr std::size_t kStations = 50;
constexpr std::size_t kHotStation = 7;
constexpr std::int64_t kWeekSeconds = 7 * 24 * 3600;

document::Item reading(std::size_t index, TimeMicros now)
{
    auto random = randomFor(11, index);
    // Four readings of ten come from the hot station.
    const std::size_t station = random.below(10) < 4 ? kHotStation : 1 + random.below(kStations);
    const std::int64_t age = kWeekSeconds - static_cast<std::int64_t>(index) * kWeekSeconds / static_cast<std::int64_t>(kReadings);
    const std::int64_t at = now / 1'000'000 - age;
    const double day = static_cast<double>(at % 86'400) / 86'400.0 * 6.283185307179586;
    const double celsius = 11.0 - 6.0 * std::cos(day) + static_cast<double>(station % 9) - 4.0
        + static_cast<double>(random.below(100)) / 50.0;
    document::ItemWriter writer;
    writeString(writer, "station", "ST-" + padded(station, 3));
    // The index makes the time unique within a station.
    writeNumber(writer, "at", at * 1000 + static_cast<std::int64_t>(index % 1000));
    writeHundredths(writer, "celsius", std::lround(celsius * 100.0));
    writeNumber(writer, "humidity", static_cast<std::int64_t>(35 + random.below(60)));
    writeHundredths(writer, "battery", static_cast<std::int64_t>(310 + random.below(110)));
    if (random.below(50) == 0)
        writeString(writer, "fault", random.below(2) == 0 ? "sensor" : "clock");
    return writer.finish();
}

} // namespace

SampleTable telemetryTable(TimeMicros now)
{
    SampleTable table;
    auto &definition = table.definition;
    definition.tableName = "Telemetry";
    definition.billingMode = api::BillingMode::PayPerRequest;
    definition.attributeDefinitions = {{"station", api::ScalarAttributeType::S}, {"at", api::ScalarAttributeType::N}};
    definition.keySchema = {{"station", api::KeyType::Hash}, {"at", api::KeyType::Range}};
    table.itemCount = kReadings;
    table.item = [now](std::size_t index) { return reading(index, now); };
    return table;
}

} // namespace stator::samples
