#include "features/streams/stream_lookup.h"

#include <algorithm>

#include "api/describe_stream.h"
#include "api/list_streams.h"

namespace stator::ui {

namespace {

model::KeySchema keysOf(const api::StreamDescription &stream)
{
    model::KeySchema keys;
    if (!stream.keySchema)
        return keys;
    // A stream tells no types; only the names and their order matter here.
    for (const api::KeySchemaElement &element : *stream.keySchema) {
        auto &part = element.keyType == api::KeyType::Hash ? keys.partition : keys.sort;
        part.push_back({element.attributeName, {}});
    }
    return keys;
}

} // namespace

StreamLookup::StreamLookup(const ServiceClient &client, const std::string &streamArn, QObject *parent)
    : QObject(parent), m_client(client), m_streamArn(streamArn)
{}

void StreamLookup::look(const std::set<std::string> &changed, Done done)
{
    m_changed = changed;
    m_done = std::move(done);
    m_due.clear();
    m_found.clear();
    if (isOfRegion()) {
        list({});
        return;
    }
    m_due.push_back(m_streamArn);
    describeNext();
}

void StreamLookup::list(const std::string &afterStream)
{
    api::ListStreamsRequest request;
    if (!afterStream.empty())
        request.exclusiveStartStreamArn = afterStream;
    m_client.run(this, std::move(request), [this](Result<api::ListStreamsResponse> reply) {
        if (!reply.ok())
            return end(reply.error());
        if (reply->streams)
            for (const api::Stream &stream : *reply->streams)
                if (stream.streamArn && (!m_known.contains(*stream.streamArn) || m_changed.contains(*stream.streamArn)))
                    m_due.push_back(*stream.streamArn);
        if (reply->lastEvaluatedStreamArn)
            return list(*reply->lastEvaluatedStreamArn);
        std::reverse(m_due.begin(), m_due.end());
        describeNext();
    });
}

void StreamLookup::describeNext()
{
    if (m_due.empty())
        return end(std::move(m_found));
    describe(m_due.back(), {});
}

void StreamLookup::describe(const std::string &streamArn, const std::string &afterShard)
{
    api::DescribeStreamRequest request;
    request.streamArn = streamArn;
    if (!afterShard.empty())
        request.exclusiveStartShardId = afterShard;
    m_client.run(this, std::move(request), [this, streamArn, isFirst = afterShard.empty()](Result<api::DescribeStreamResponse> reply) {
        const bool isGone = !reply.ok() ? reply.error().code == ErrorCode::ResourceNotFound : !reply->streamDescription;
        // One of many that ended since it was listed is simply not there.
        if (isGone && isOfRegion()) {
            m_due.pop_back();
            return describeNext();
        }
        if (!reply.ok() || isGone)
            return end(reply.ok() ? Error::resourceNotFound() : reply.error());
        api::StreamDescription &stream = *reply->streamDescription;
        if (isFirst) {
            auto origin = std::make_shared<ChangeOrigin>();
            origin->streamArn = streamArn;
            origin->table = stream.tableName.value_or(std::string());
            origin->keys = keysOf(stream);
            m_found.push_back({std::move(origin), {}});
        }
        if (stream.shards)
            std::move(stream.shards->begin(), stream.shards->end(), std::back_inserter(m_found.back().shards));
        if (stream.lastEvaluatedShardId)
            return describe(streamArn, *stream.lastEvaluatedShardId);
        m_known.insert(streamArn);
        m_due.pop_back();
        describeNext();
    });
}

void StreamLookup::end(Result<std::vector<Found>> result)
{
    // It may be asked again by the answer.
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(result));
}

} // namespace stator::ui

#include "moc_stream_lookup.cpp"
