#include "operations/stream_access.h"

#include "operations/arns.h"
#include "streams/stream_names.h"

namespace stator::operations {

namespace {

constexpr std::string_view kStream = "stream/";

} // namespace

Result<StreamAccess> findStream(const Environment &environment, const service::Call &call, const std::string &arn)
{
    const auto parsed = parseTableArn(arn);
    if (!parsed || parsed->rest.rfind(kStream, 0) != 0)
        return Error::validation("Invalid StreamArn: " + arn);
    const auto label = streams::parseStreamLabel(std::string_view(parsed->rest).substr(kStream.size()));
    const bool isHere = parsed->region == call.region && parsed->accountId == environment.accountId;
    StreamAccess access;
    access.region = isHere ? environment.regions->find(parsed->region) : nullptr;
    if (access.region && label)
        access.stream = access.region->findStream(parsed->table, *label);
    if (!access.stream || isGone(*access.stream, environment.clock->nowMicros()))
        return Error::resourceNotFound("Requested resource not found: Stream: " + arn + " not found");
    return access;
}

bool isGone(const replica::Stream &stream, TimeMicros now)
{
    const TimeMicros closedAt = stream.lineage()->closedAt();
    return closedAt != 0 && closedAt + replica::kStreamRetention <= now;
}

std::string arnOf(const Environment &environment, const engine::Region &region, const replica::Stream &stream)
{
    const encoding::StreamDescription &description = stream.description();
    return streamArn(tableArn(region.name(), environment.accountId, description.tableName),
                     streams::streamLabel(description.created));
}

const encoding::Shard *findShard(const replica::Stream &stream, const encoding::ShardLineage &lineage,
                                 std::string_view shardId)
{
    for (const encoding::Shard &shard : lineage.shards)
        if (streams::shardId(stream.description(), shard) == shardId)
            return &shard;
    return nullptr;
}

Error shardNotFound(const std::string &shardId, const std::string &streamArn)
{
    return Error::resourceNotFound("Requested resource not found: Shard: " + shardId + " in stream: " + streamArn +
                                   " not found");
}

Result<std::size_t> pageLimit(const std::optional<std::int32_t> &limit, std::int32_t most)
{
    if (limit.value_or(most) <= most)
        return static_cast<std::size_t>(limit.value_or(most));
    return Error::validation("1 validation error detected: Value '" + std::to_string(*limit) +
                             "' at 'limit' failed to satisfy constraint: Member must have value less than or equal to " +
                             std::to_string(most));
}

} // namespace stator::operations
