#include "api/list_streams.h"

#include <algorithm>
#include <map>

#include "operations/operation_functions.h"
#include "operations/stream_access.h"
#include "operations/table_access.h"
#include "streams/stream_names.h"

namespace stator::operations {

namespace {

constexpr std::int32_t kMostStreams = 100;

} // namespace

// In the order of their ARNs, so that a page goes on even if the stream it ended with is gone.
void listStreams(const Environment &environment, api::ListStreamsRequest request, service::Call call,
                 Completion<api::ListStreamsResponse> done)
{
    const auto limit = pageLimit(request.limit, kMostStreams);
    if (!limit.ok())
        return done(limit.error());
    const engine::Region *region = environment.regions->find(call.region);
    const TimeMicros now = environment.clock->nowMicros();
    std::map<std::string, replica::StreamHandle> byArn;
    if (region)
        for (auto &stream : region->streams())
            if (!stream->description().isHidden() && !isGone(*stream, now) &&
                (!request.tableName || *request.tableName == stream->description().tableName))
                byArn.emplace(arnOf(environment, *region, *stream), std::move(stream));
    if (request.tableName && byArn.empty())
        if (const auto access = findTable(environment, call, *request.tableName); !access.ok())
            return done(access.error());

    api::ListStreamsResponse response;
    response.streams.emplace();
    auto next = request.exclusiveStartStreamArn ? byArn.upper_bound(*request.exclusiveStartStreamArn) : byArn.begin();
    for (; next != byArn.end() && response.streams->size() < *limit; ++next) {
        const encoding::StreamDescription &description = next->second->description();
        api::Stream stream;
        stream.streamArn = next->first;
        stream.tableName = description.tableName;
        stream.streamLabel = streams::streamLabel(description.created);
        response.streams->push_back(std::move(stream));
    }
    if (next != byArn.end())
        response.lastEvaluatedStreamArn = response.streams->back().streamArn;
    done(std::move(response));
}

} // namespace stator::operations
