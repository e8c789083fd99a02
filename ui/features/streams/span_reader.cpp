#include "features/streams/span_reader.h"

#include "api/get_records.h"
#include "api/get_shard_iterator.h"

namespace stator::ui {

namespace {

constexpr int kMostEmptyPages = 50;

} // namespace

SpanReader::SpanReader(const ServiceClient &client, std::shared_ptr<ShardNames> names,
                       std::shared_ptr<const ChangeFilter> filter, std::vector<ChangeSpan> spans,
                       ChangeSource::Reread done, QObject *parent)
    : QObject(parent), m_client(client), m_names(std::move(names)), m_filter(std::move(filter)),
      m_spans(std::move(spans)), m_done(std::move(done))
{}

void SpanReader::nextSpan()
{
    if (m_feeds.size() == m_spans.size()) {
        finish();
        return;
    }
    const ChangeSpan &span = m_spans[m_feeds.size()];
    m_emptyPages = 0;
    ShardFeed feed;
    const ShardNames::Name &name = m_names->at(span.shard);
    feed.shard = span.shard;
    feed.origin = name.origin;
    feed.isAtEnd = true;
    m_feeds.push_back(std::move(feed));
    api::GetShardIteratorRequest request;
    request.streamArn = name.origin->streamArn;
    request.shardId = name.shardId;
    request.shardIteratorType = api::ShardIteratorType::AtSequenceNumber;
    request.sequenceNumber = span.first;
    m_client.run(this, std::move(request), [this](Result<api::GetShardIteratorResponse> reply) {
        if (reply.ok())
            read(reply->shardIterator.value_or(std::string()));
        else
            fail(reply.error());
    });
}

void SpanReader::read(const std::string &iterator)
{
    api::GetRecordsRequest request;
    request.shardIterator = iterator;
    m_client.run(this, std::move(request), [this](Result<api::GetRecordsResponse> reply) {
        if (!reply.ok())
            return fail(reply.error());
        take(reply->records ? std::move(*reply->records) : std::vector<api::Record>(),
             reply->nextShardIterator.value_or(std::string()));
    });
}

void SpanReader::take(std::vector<api::Record> records, const std::string &nextIterator)
{
    const ChangeSpan &span = m_spans[m_feeds.size() - 1];
    bool isPast = nextIterator.empty();
    for (api::Record &record : records) {
        const std::string_view sequence = sequenceOf(record);
        isPast = isPast || !isEarlier(sequence, span.last);
        if (!isEarlier(sequence, span.first) && !isEarlier(span.last, sequence))
            m_feeds.back().fresh.push_back(std::move(record));
    }
    // A shard may answer with nothing although more follows; one that goes on so has lost what is looked for.
    m_emptyPages = records.empty() ? m_emptyPages + 1 : 0;
    if (isPast || m_emptyPages == kMostEmptyPages)
        nextSpan();
    else
        read(nextIterator);
}

void SpanReader::finish()
{
    m_client.compute(
        this, m_slot,
        [feeds = std::move(m_feeds), filter = m_filter](std::stop_token) mutable {
            return mergeShards(feeds, *filter).changes;
        },
        [this](std::vector<ChangePointer> changes) {
            m_done(std::move(changes));
            deleteLater();
        });
}

void SpanReader::fail(const Error &error)
{
    m_done(error);
    deleteLater();
}

} // namespace stator::ui

#include "moc_span_reader.cpp"
