#include "workspace/settings.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "model/region_name.h"

namespace stator::workspace {

namespace {

Error damaged(std::string_view what)
{
    return Error::corruption(fmt::format("stator.json: {}", what));
}

// None of what is written needs more: names of regions and zones, identifiers, versions.
std::string jsonText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

Result<std::string> readText(simdjson::dom::object object, std::string_view name)
{
    std::string_view text;
    if (object[name].get(text) != simdjson::SUCCESS)
        return damaged(fmt::format("\"{}\" is missing", name));
    return std::string(text);
}

Result<std::uint64_t> readNumber(simdjson::dom::object object, std::string_view name)
{
    std::uint64_t number = 0;
    if (object[name].get(number) != simdjson::SUCCESS)
        return damaged(fmt::format("\"{}\" is missing", name));
    return number;
}

Result<void> readRoster(simdjson::dom::object object, Settings &settings)
{
    simdjson::dom::object regions;
    if (object["regions"].get(regions) != simdjson::SUCCESS)
        return damaged("\"regions\" is missing");
    for (const auto region : regions) {
        simdjson::dom::object zones;
        if (!model::isRegionName(region.key) || region.value.get(zones) != simdjson::SUCCESS)
            return damaged("\"regions\" is not a roster");
        auto &roster = settings.regions[std::string(region.key)];
        for (const auto zone : zones) {
            std::string_view incarnation;
            if (zone.value.get(incarnation) != simdjson::SUCCESS)
                return damaged("\"regions\" is not a roster");
            roster[std::string(zone.key)] = incarnation;
        }
    }
    return {};
}

} // namespace

std::string writeSettings(const Settings &settings)
{
    std::string regions;
    for (const auto &[region, zones] : settings.regions) {
        std::string roster;
        for (const auto &[zone, incarnation] : zones)
            roster += fmt::format("{}{}: {}", roster.empty() ? "" : ", ", jsonText(zone), jsonText(incarnation));
        regions += fmt::format("{}\n    {}: {{{}}}", regions.empty() ? "" : ",", jsonText(region), roster);
    }
    return fmt::format("{{\n  \"format\": {},\n  \"stator\": {},\n  \"workspace\": {},\n  \"created\": {},\n"
                       "  \"zones\": {},\n  \"regions\": {{{}}}\n}}\n",
                       settings.format, jsonText(settings.madeBy), jsonText(settings.uuid), settings.createdSeconds,
                       settings.zones, regions);
}

Result<Settings> parseSettings(std::string_view json)
{
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS)
        return damaged("not readable as JSON");
    Settings settings;
    STATOR_TRY(settings.format, readNumber(object, "format"));
    if (settings.format > Settings::kFormat)
        return Error::newerFormat(fmt::format("The workspace has format {}; this Stator knows formats up to {}",
                                              settings.format, Settings::kFormat));
    STATOR_TRY(settings.madeBy, readText(object, "stator"));
    STATOR_TRY(settings.uuid, readText(object, "workspace"));
    STATOR_TRY(const std::uint64_t created, readNumber(object, "created"));
    settings.createdSeconds = static_cast<std::int64_t>(created);
    STATOR_TRY(settings.zones, readNumber(object, "zones"));
    STATOR_CHECK(readRoster(object, settings));
    return settings;
}

} // namespace stator::workspace
