// Shard iterators: a place in a shard as an opaque text that is good for 15 minutes.
//
//     iterator = stream ARN | 1 | base64 of version:u8=1 issued:i64le shard:varint epoch:varint lsn:varint
//                                           index:varint crc32c:u32le
//
// The checksum, which covers the ARN too, tells a text that was made here from one that was not; it is no secret.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "encoding/stream.h"

namespace stator::streams {

inline constexpr TimeMicros kIteratorLife = 15LL * 60 * 1'000'000; // API Reference, "GetShardIterator"

struct ShardIterator {
    std::string streamArn;
    std::uint32_t shard = 0; // its number
    encoding::RecordPlace place;
    TimeMicros issued = 0;
};

std::string writeShardIterator(const ShardIterator &iterator);
// Validation: nobody was ever given this text.
Result<ShardIterator> parseShardIterator(std::string_view text);

} // namespace stator::streams
