#include "api/describe_stream.h"

#include "operations/operation_functions.h"
#include "operations/stream_access.h"
#include "operations/table_description.h"
#include "streams/sequence_number.h"
#include "streams/stream_names.h"

namespace stator::operations {

namespace {

constexpr std::int32_t kMostShards = 100;

// A stream that was disabled, or whose table is gone, is only kept for its records.
api::StreamStatus statusOf(const engine::Region &region, const replica::Stream &stream)
{
    const auto table = region.findTable(stream.description().tableName);
    if (!table)
        return api::StreamStatus::Disabled;
    const model::TableDefinition &definition = region.definition(*table);
    if (definition.storageId != stream.description().storageId ||
        definition.stream.created != stream.description().created)
        return api::StreamStatus::Disabled;
    if (definition.status == model::TableStatus::Deleting && definition.stream.isRecording())
        return api::StreamStatus::Disabling;
    switch (definition.stream.status) {
    case model::StreamStatus::Enabling:
        return api::StreamStatus::Enabling;
    case model::StreamStatus::Enabled:
        return api::StreamStatus::Enabled;
    case model::StreamStatus::Disabling:
        return api::StreamStatus::Disabling;
    case model::StreamStatus::Disabled:
        break;
    }
    return api::StreamStatus::Disabled;
}

api::Shard describeShard(const replica::Stream &stream, const encoding::ShardLineage &lineage,
                         const encoding::Shard &shard)
{
    api::Shard description;
    description.shardId = streams::shardId(stream.description(), shard);
    description.sequenceNumberRange.emplace();
    description.sequenceNumberRange->startingSequenceNumber = streams::startingSequenceNumber(shard);
    if (!shard.isOpen())
        description.sequenceNumberRange->endingSequenceNumber = streams::endingSequenceNumber(shard);
    // A parent that was trimmed is not named any more.
    if (const encoding::Shard *parent = lineage.find(shard.parent))
        description.parentShardId = streams::shardId(stream.description(), *parent);
    return description;
}

// Shards in the order they were opened: parents before their children.
Result<void> addShards(const api::DescribeStreamRequest &request, const replica::Stream &stream, TimeMicros now,
                       std::size_t limit, api::StreamDescription &description)
{
    encoding::ShardLineage lineage = *stream.lineage();
    lineage.forgetClosedBefore(now - replica::kStreamRetention);
    std::uint32_t after = 0;
    if (request.exclusiveStartShardId) {
        const encoding::Shard *start = findShard(stream, lineage, *request.exclusiveStartShardId);
        if (!start)
            return shardNotFound(*request.exclusiveStartShardId, request.streamArn);
        after = start->number;
    }
    std::optional<std::uint32_t> parent;
    if (request.shardFilter) {
        if (!request.shardFilter->type || !request.shardFilter->shardId)
            return Error::validation("ShardFilter needs a Type and a ShardId"); // (unverified)
        const encoding::Shard *shard = findShard(stream, lineage, *request.shardFilter->shardId);
        if (!shard)
            return shardNotFound(*request.shardFilter->shardId, request.streamArn);
        parent = shard->number;
    }
    description.shards.emplace();
    for (const encoding::Shard &shard : lineage.shards) {
        if (shard.number <= after || (parent && shard.parent != *parent))
            continue;
        if (description.shards->size() == limit) {
            description.lastEvaluatedShardId = description.shards->back().shardId;
            break;
        }
        description.shards->push_back(describeShard(stream, lineage, shard));
    }
    return {};
}

} // namespace

void describeStream(const Environment &environment, api::DescribeStreamRequest request, service::Call call,
                    Completion<api::DescribeStreamResponse> done)
{
    const auto limit = pageLimit(request.limit, kMostShards);
    if (!limit.ok())
        return done(limit.error());
    const auto access = findStream(environment, call, request.streamArn);
    if (!access.ok())
        return done(access.error());
    const replica::Stream &stream = *access->stream;
    const encoding::StreamDescription &described = stream.description();
    api::DescribeStreamResponse response;
    api::StreamDescription &description = response.streamDescription.emplace();
    description.streamArn = request.streamArn;
    description.streamLabel = streams::streamLabel(described.created);
    description.streamStatus = statusOf(*access->region, stream);
    description.streamViewType = streamViewType(described.viewType);
    description.creationRequestDateTime = static_cast<double>(described.created) / 1e6;
    description.tableName = described.tableName;
    description.keySchema = keySchema(described.keys);
    if (auto added = addShards(request, stream, environment.clock->nowMicros(), *limit, description); !added.ok())
        return done(std::move(added).error());
    done(std::move(response));
}

} // namespace stator::operations
