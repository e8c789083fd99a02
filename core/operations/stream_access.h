// From a stream's ARN to the stream.
#pragma once

#include <string>

#include "operations/environment.h"
#include "replica/stream.h"
#include "service/service.h"

namespace stator::operations {

struct StreamAccess {
    engine::Region *region = nullptr;
    replica::StreamHandle stream;
};

// Validation: it is no ARN of a stream. ResourceNotFound: there is no such stream, or it is gone by now.
Result<StreamAccess> findStream(const Environment &environment, const service::Call &call, const std::string &arn);

// Its records are kept no longer: it ended a day ago.
bool isGone(const replica::Stream &stream, TimeMicros now);

std::string arnOf(const Environment &environment, const engine::Region &region, const replica::Stream &stream);

// Null: there is none of this name, or it was trimmed.
const encoding::Shard *findShard(const replica::Stream &stream, const encoding::ShardLineage &lineage,
                                 std::string_view shardId);
Error shardNotFound(const std::string &shardId, const std::string &streamArn);

// A page's size: `limit`, or `most` if none was asked for; more than that is refused.
Result<std::size_t> pageLimit(const std::optional<std::int32_t> &limit, std::int32_t most);

} // namespace stator::operations
