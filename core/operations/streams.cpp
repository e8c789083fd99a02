// Streams: no table has one, as enabling one is refused; so there is nothing to describe or to read.
#include "api/describe_stream.h"
#include "api/get_records.h"
#include "api/get_shard_iterator.h"
#include "api/list_streams.h"
#include "operations/arns.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

Error streamNotFound(const std::string &arn)
{
    const auto parsed = parseTableArn(arn);
    if (!parsed || parsed->rest.rfind("stream/", 0) != 0)
        return Error::validation("Invalid StreamArn: " + arn);
    return Error::resourceNotFound("Requested resource not found: Stream: " + arn + " not found");
}

} // namespace

void listStreams(const Environment &environment, api::ListStreamsRequest request, service::Call call,
                 Completion<api::ListStreamsResponse> done)
{
    if (request.tableName)
        if (const auto access = findTable(environment, call, *request.tableName); !access.ok())
            return done(access.error());
    api::ListStreamsResponse response;
    response.streams.emplace();
    done(std::move(response));
}

void describeStream(const Environment &, api::DescribeStreamRequest request, service::Call,
                    Completion<api::DescribeStreamResponse> done)
{
    done(streamNotFound(request.streamArn));
}

void getShardIterator(const Environment &, api::GetShardIteratorRequest request, service::Call,
                      Completion<api::GetShardIteratorResponse> done)
{
    done(streamNotFound(request.streamArn));
}

// Nobody was ever given an iterator.
void getRecords(const Environment &, api::GetRecordsRequest, service::Call,
                Completion<api::GetRecordsResponse> done)
{
    done(Error::validation("Invalid ShardIterator"));
}

} // namespace stator::operations
