#include "api/get_shard_iterator.h"

#include "operations/operation_functions.h"
#include "operations/stream_access.h"
#include "streams/cursor.h"
#include "streams/sequence_number.h"
#include "streams/shard_iterator.h"

namespace stator::operations {

namespace {

using api::ShardIteratorType;

bool takesSequenceNumber(ShardIteratorType type)
{
    return type == ShardIteratorType::AtSequenceNumber || type == ShardIteratorType::AfterSequenceNumber;
}

// (unverified)
Result<void> checkParameters(const api::GetShardIteratorRequest &request)
{
    const bool isThere = request.sequenceNumber.has_value();
    if (takesSequenceNumber(request.shardIteratorType) && !isThere)
        return Error::validation("SequenceNumber must be specified for ShardIteratorType AT_SEQUENCE_NUMBER and "
                                 "AFTER_SEQUENCE_NUMBER");
    if (!takesSequenceNumber(request.shardIteratorType) && isThere)
        return Error::validation("SequenceNumber must not be specified for ShardIteratorType TRIM_HORIZON and LATEST");
    return {};
}

Result<encoding::RecordPlace> placeOf(const api::GetShardIteratorRequest &request, const replica::Stream &stream,
                                      const encoding::Shard &shard)
{
    const encoding::RecordPlace begin = std::max(streams::oldest(stream), streams::afterEntry(shard.opened));
    if (request.shardIteratorType == ShardIteratorType::TrimHorizon)
        return begin;
    if (request.shardIteratorType == ShardIteratorType::Latest)
        return std::max(begin, streams::afterLast(stream));
    const auto place = streams::parseSequenceNumber(*request.sequenceNumber);
    const bool isInShard = place && place->position >= shard.opened && (shard.isOpen() || place->position <= shard.closed);
    if (!isInShard)
        return Error::validation("Invalid SequenceNumber: " + *request.sequenceNumber); // (unverified)
    // Where a shard begins there is no record: that number stands for whatever comes first.
    if (place->position == shard.opened)
        return begin;
    if (*place < begin)
        return streams::trimmed();
    encoding::RecordPlace from = *place;
    if (request.shardIteratorType == ShardIteratorType::AfterSequenceNumber)
        from.index += 1;
    return from;
}

} // namespace

void getShardIterator(const Environment &environment, api::GetShardIteratorRequest request, service::Call call,
                      Completion<api::GetShardIteratorResponse> done)
{
    if (auto checked = checkParameters(request); !checked.ok())
        return done(std::move(checked).error());
    const auto access = findStream(environment, call, request.streamArn);
    if (!access.ok())
        return done(access.error());
    const auto lineage = access->stream->lineage();
    const encoding::Shard *shard = findShard(*access->stream, *lineage, request.shardId);
    if (!shard)
        return done(shardNotFound(request.shardId, request.streamArn));
    const auto place = placeOf(request, *access->stream, *shard);
    if (!place.ok())
        return done(place.error());
    streams::ShardIterator iterator;
    iterator.streamArn = std::move(request.streamArn);
    iterator.shard = shard->number;
    iterator.place = *place;
    iterator.issued = environment.clock->nowMicros();
    api::GetShardIteratorResponse response;
    response.shardIterator = streams::writeShardIterator(iterator);
    done(std::move(response));
}

} // namespace stator::operations
