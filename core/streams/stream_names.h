// What streams and shards are called: labels and shard ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "encoding/stream.h"

namespace stator::streams {

// "2026-11-22T19:42:21.007": the time the stream was enabled, in UTC.
std::string streamLabel(TimeMicros created);
// Nothing if it is not such a time.
std::optional<TimeMicros> parseStreamLabel(std::string_view label);

// "shardId-00001763840541007000-1f0a5c3e": when the shard was opened, and which one it is.
std::string shardId(const encoding::StreamDescription &stream, const encoding::Shard &shard);

// 32 hexadecimal digits that no other record has: "eventID".
void appendEventId(const encoding::StreamDescription &stream, encoding::RecordPlace place, std::string &out);

} // namespace stator::streams
