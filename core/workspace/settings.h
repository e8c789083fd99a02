// stator.json: what a workspace remembers about itself.
//
//     {"format": 1, "stator": "0.1.0", "workspace": UUID, "created": SECONDS, "zones": 1,
//      "regions": {"us-east-1": {"a": INCARNATION}}}
//
// The roster under "regions" is how an empty or foreign directory is told from a new one: a zone that is
// named here has held data.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace stator::workspace {

struct Settings {
    static constexpr std::uint64_t kFormat = 1;

    std::uint64_t format = kFormat;
    std::string madeBy;         // version of the Stator that made it
    std::string uuid;
    std::int64_t createdSeconds = 0;
    std::uint64_t zones = 1;
    std::map<std::string, std::map<std::string, std::string>> regions; // region, zone, incarnation

    bool operator==(const Settings &) const = default;
};

std::string writeSettings(const Settings &settings);
// Corruption: not what writeSettings() writes. NewerFormat: a newer Stator wrote it.
Result<Settings> parseSettings(std::string_view json);

} // namespace stator::workspace
