#include "api/get_records.h"

#include "document/writer.h"
#include "operations/operation_functions.h"
#include "operations/stream_access.h"
#include "operations/table_description.h"
#include "streams/cursor.h"
#include "streams/sequence_number.h"
#include "streams/shard_iterator.h"
#include "streams/stream_names.h"

namespace stator::operations {

namespace {

constexpr std::int32_t kMostRecords = 1000;          // API Reference, "GetRecords"
constexpr std::uint64_t kMostBytes = 1024 * 1024;

document::Item keysOf(const encoding::StreamDescription &stream, const encoding::RecordView &record)
{
    if (record.keys)
        return document::Item(*record.keys);
    thread_local document::ItemWriter writer;
    const document::ItemView item = record.anyWithKeys();
    for (const auto *part : {&stream.keys.partition, &stream.keys.sort})
        for (const auto &key : *part)
            if (const auto value = item.attribute(key.name)) {
                writer.name(key.name);
                writer.value(*value);
            }
    return writer.finish();
}

api::OperationType eventOf(const encoding::RecordView &record)
{
    if (!record.isThere)
        return api::OperationType::Remove;
    return record.wasThere ? api::OperationType::Modify : api::OperationType::Insert;
}

api::Record describeRecord(const std::string &region, const encoding::StreamDescription &stream,
                           const encoding::RecordView &view)
{
    api::Record record;
    record.eventId.emplace().reserve(32);
    streams::appendEventId(stream, view.place, *record.eventId);
    record.eventName = eventOf(view);
    record.eventVersion = "1.1";
    record.eventSource = "aws:dynamodb";
    record.awsRegion = region;
    api::StreamRecord &change = record.dynamodb.emplace();
    change.approximateCreationDateTime = static_cast<double>(view.commitTime / 1'000'000);
    change.keys = keysOf(stream, view);
    std::int64_t size = change.keys->view().sizeBytes();
    if (view.newImage) {
        change.newImage.emplace(*view.newImage);
        size += view.newImage->sizeBytes();
    }
    if (view.oldImage) {
        change.oldImage.emplace(*view.oldImage);
        size += view.oldImage->sizeBytes();
    }
    change.sequenceNumber = streams::sequenceNumber(view.place);
    change.sizeBytes = size;
    change.streamViewType = streamViewType(stream.viewType);
    if (view.cause == encoding::Cause::TimeToLive) {
        record.userIdentity.emplace();
        record.userIdentity->principalId = "dynamodb.amazonaws.com";
        record.userIdentity->type = "Service";
    }
    return record;
}

// Appends the page, and moves `iterator` behind it; false: the shard is closed, and this was the last.
Result<bool> readRecords(const StreamAccess &access, const encoding::Shard &shard, std::size_t limit,
                         streams::ShardIterator &iterator, std::vector<api::Record> &records)
{
    const encoding::StreamDescription &stream = access.stream->description();
    streams::Cursor cursor(access.stream, iterator.place, shard);
    encoding::RecordView record;
    std::uint64_t bytes = 0;
    while (records.size() < limit) {
        STATOR_TRY(const bool isThere, cursor.next(record));
        if (!isThere) {
            iterator.place = std::max(cursor.place(), streams::afterEntry(cursor.readThrough()));
            return !cursor.isAtEnd();
        }
        bytes += record.sizeBytes;
        if (bytes > kMostBytes && !records.empty()) {
            iterator.place = record.place;
            return true;
        }
        records.push_back(describeRecord(access.region->name(), stream, record));
    }
    iterator.place = cursor.place();
    return true;
}

} // namespace

void getRecords(const Environment &environment, api::GetRecordsRequest request, service::Call call,
                Completion<api::GetRecordsResponse> done)
{
    const auto limit = pageLimit(request.limit, kMostRecords);
    if (!limit.ok())
        return done(limit.error());
    auto iterator = streams::parseShardIterator(request.shardIterator);
    if (!iterator.ok())
        return done(std::move(iterator).error());
    const TimeMicros now = environment.clock->nowMicros();
    if (now - iterator->issued > streams::kIteratorLife)
        return done(Error{ErrorCode::ExpiredIterator,
                          "The shard iterator has expired and can no longer be used to retrieve stream records. A "
                          "shard iterator expires 15 minutes after it is retrieved using the GetShardIterator action.",
                          {}});
    const auto access = findStream(environment, call, iterator->streamArn);
    if (!access.ok())
        return done(access.error());
    const auto lineage = access->stream->lineage();
    const encoding::Shard *shard = lineage->find(iterator->shard);
    if (!shard)
        return done(streams::trimmed());
    api::GetRecordsResponse response;
    const auto goesOn = readRecords(*access, *shard, *limit, *iterator, response.records.emplace());
    if (!goesOn.ok())
        return done(goesOn.error());
    iterator->issued = now;
    if (*goesOn)
        response.nextShardIterator = streams::writeShardIterator(*iterator);
    done(std::move(response));
}

} // namespace stator::operations
