// zone.json: whose directory this is. Written once, when the zone is made.
#pragma once

#include <cstdint>
#include <string>

#include "base/file_layer.h"
#include "base/random.h"
#include "base/result.h"

namespace stator::replica {

struct ZoneIdentity {
    static constexpr std::uint64_t kFormat = 1;

    std::uint64_t format = kFormat;
    std::string workspace;   // uuid
    std::string region;
    std::string zone;
    std::string incarnation; // uuid of this directory
    std::string state = "VOTER";

    bool operator==(const ZoneIdentity &) const = default;
};

std::string writeZoneIdentity(const ZoneIdentity &identity);
// Corruption: not what writeZoneIdentity() writes; NewerFormat: a newer Stator wrote it.
Result<ZoneIdentity> parseZoneIdentity(std::string_view json);

// Reads the identity in `directory`, or makes one with a fresh incarnation if the directory has no zone yet.
// A zone of another workspace, region or name, or one that lost its identity, is refused as Corruption.
Result<ZoneIdentity> openZoneIdentity(FileLayer &files, const std::string &directory, const ZoneIdentity &wanted,
                                      Random &random);

} // namespace stator::replica
