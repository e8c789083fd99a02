// Sequence numbers: the place of a record as a decimal number that grows with it.
//
//     sequence number = epoch (no leading zero), LSN (16 digits), index of the change (5 digits)
//
// At least 22 digits, as the service's have at least 21 (API Reference, "StreamRecord").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "encoding/stream.h"

namespace stator::streams {

void appendSequenceNumber(encoding::RecordPlace place, std::string &out);
std::string sequenceNumber(encoding::RecordPlace place);
// Nothing: no record ever has this number.
std::optional<encoding::RecordPlace> parseSequenceNumber(std::string_view text);

// What a shard is described with: less, and not less, than all of its records.
std::string startingSequenceNumber(const encoding::Shard &shard);
std::string endingSequenceNumber(const encoding::Shard &shard);

} // namespace stator::streams
