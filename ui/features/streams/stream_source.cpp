#include "features/streams/stream_source.h"

#include <algorithm>

#include <QDateTime>

#include "api/get_records.h"
#include "features/streams/span_reader.h"

namespace stator::ui {

using State = StreamSource::ShardCursor::State;

namespace {

constexpr std::int32_t kMostRecords = 1000; // that GetRecords gives (API Reference)
constexpr std::int64_t kFullBytes = 900'000; // a page is cut at 1 MB (API Reference)
constexpr int kMostAtOnce = 16;              // shards asked at the same time
constexpr qint64 kDiscoverMs = 5000;
constexpr qint64 kDiscoverInRegionMs = 1000; // any table may get a stream

} // namespace

StreamSource::StreamSource(const ServiceClient &client, const std::string &streamArn,
                           std::shared_ptr<ShardNames> names, Start start, Position position, QObject *parent)
    : ChangeSource(parent), m_client(client), m_streamArn(streamArn), m_names(std::move(names)), m_start(start),
      m_shards(std::move(position)), m_isKnown(!m_shards.empty()), m_lookup(new StreamLookup(client, streamArn, this))
{}

StreamSource::Position StreamSource::beginning() const
{
    Position shards = m_shards;
    for (ShardCursor &shard : shards) {
        if (shard.first.empty())
            continue; // nothing was read of it, so it still stands there
        shard.state = State::WaitsForParent;
        shard.isClosed = false;
        shard.last.clear();
        shard.iterator.clear();
        shard.feed.waiting.clear();
    }
    return shards;
}

void StreamSource::readOn(std::int64_t most)
{
    if (m_isReading || m_isTrimmed)
        return;
    m_isReading = true;
    m_isAtEnd = false;
    m_left = most;
    m_problem.reset();
    for (ShardCursor &shard : m_shards)
        shard.feed.isAtEnd = false;
    const qint64 interval = m_lookup->isOfRegion() ? kDiscoverInRegionMs : kDiscoverMs;
    if (m_mustDiscover || !m_discovered.isValid() || m_discovered.elapsed() > interval)
        discover();
    else
        nextRound();
}

// --- Shards ---

std::size_t StreamSource::openShards() const
{
    return static_cast<std::size_t>(std::count_if(m_shards.begin(), m_shards.end(), [](const ShardCursor &shard) {
        return shard.state == State::Reads && !shard.isClosed;
    }));
}

void StreamSource::discover()
{
    m_lookup->look(m_changed, [this](Result<std::vector<StreamLookup::Found>> streams) {
        if (streams.ok())
            return discovered(*streams);
        m_problem = streams.error();
        rest();
    });
}

void StreamSource::discovered(const std::vector<StreamLookup::Found> &streams)
{
    const bool isFirstLook = !std::exchange(m_isKnown, true);
    m_mustDiscover = false;
    m_changed.clear();
    m_discovered.start();
    for (const StreamLookup::Found &stream : streams) {
        for (const api::Shard &shard : stream.shards)
            addShard(stream.origin, shard, isFirstLook);
        // What the service no longer lists was read to its end, or is trimmed: nothing waits for it.
        std::erase_if(m_shards, [&stream](const ShardCursor &shard) {
            return shard.state == State::Done && shard.origin->streamArn == stream.origin->streamArn
                   && std::none_of(stream.shards.begin(), stream.shards.end(),
                                   [&shard](const api::Shard &found) { return found.shardId == shard.id; });
        });
    }
    nextRound();
}

void StreamSource::addShard(const std::shared_ptr<const ChangeOrigin> &origin, const api::Shard &shard, bool isFirstLook)
{
    const std::string id = shard.shardId.value_or(std::string());
    if (std::any_of(m_shards.begin(), m_shards.end(), [&](const ShardCursor &known) {
            return known.id == id && known.origin->streamArn == origin->streamArn;
        }))
        return;
    ShardCursor cursor;
    cursor.origin = origin;
    cursor.id = id;
    cursor.parent = shard.parentShardId.value_or(std::string());
    cursor.feed.shard = m_names->numberOf({origin, id});
    cursor.feed.origin = origin;
    if (isFirstLook && m_start == Start::Newest) {
        const bool isOpen = !shard.sequenceNumberRange || !shard.sequenceNumberRange->endingSequenceNumber;
        cursor.state = isOpen ? State::Reads : State::Done;
        cursor.from = api::ShardIteratorType::Latest;
        cursor.latestAt = static_cast<double>(QDateTime::currentSecsSinceEpoch());
    }
    m_shards.push_back(std::move(cursor));
}

bool StreamSource::mayStart(const ShardCursor &shard) const
{
    return std::none_of(m_shards.begin(), m_shards.end(), [&shard](const ShardCursor &other) {
        return other.id == shard.parent && other.origin->streamArn == shard.origin->streamArn
               && other.state != State::Done;
    });
}

// --- A round ---

void StreamSource::nextRound()
{
    m_due.clear();
    for (std::size_t i = 0; i < m_shards.size(); ++i) {
        ShardCursor &shard = m_shards[i];
        if (shard.state == State::WaitsForParent && mayStart(shard))
            shard.state = State::Reads;
        if (shard.state == State::Reads && !shard.isClosed && !shard.feed.isAtEnd && shard.feed.waiting.empty())
            m_due.push_back(i);
    }
    if (m_due.empty()) {
        m_isAtEnd = true;
        rest();
        return;
    }
    m_waiting = 0;
    std::reverse(m_due.begin(), m_due.end());
    for (int i = 0; i < kMostAtOnce; ++i)
        askNext();
}

void StreamSource::askNext()
{
    if (m_due.empty())
        return;
    const std::size_t index = m_due.back();
    m_due.pop_back();
    ++m_waiting;
    if (m_shards[index].iterator.empty())
        takeIterator(index);
    else
        readShard(index);
}

void StreamSource::takeIterator(std::size_t index)
{
    const ShardCursor &shard = m_shards[index];
    api::GetShardIteratorRequest request;
    request.streamArn = shard.origin->streamArn;
    request.shardId = shard.id;
    request.shardIteratorType = shard.from;
    if (!shard.last.empty()) {
        request.shardIteratorType = api::ShardIteratorType::AfterSequenceNumber;
        request.sequenceNumber = shard.last;
    } else if (!shard.first.empty()) {
        request.shardIteratorType = api::ShardIteratorType::AtSequenceNumber;
        request.sequenceNumber = shard.first;
    }
    m_client.run(this, std::move(request), [this, index](Result<api::GetShardIteratorResponse> reply) {
        if (!reply.ok())
            return refused(index, reply.error());
        m_shards[index].iterator = reply->shardIterator.value_or(std::string());
        readShard(index);
    });
}

void StreamSource::readShard(std::size_t index)
{
    api::GetRecordsRequest request;
    request.shardIterator = m_shards[index].iterator;
    request.limit = kMostRecords;
    m_client.run(this, std::move(request), [this, index](Result<api::GetRecordsResponse> reply) {
        if (reply.ok())
            received(index, std::move(*reply));
        else
            refused(index, reply.error());
    });
}

void StreamSource::received(std::size_t index, api::GetRecordsResponse response)
{
    ShardCursor &shard = m_shards[index];
    std::int64_t bytes = 0;
    if (response.records)
        shard.feed.fresh = std::move(*response.records);
    for (const api::Record &record : shard.feed.fresh)
        bytes += record.dynamodb ? record.dynamodb->sizeBytes.value_or(0) : 0;
    const bool isFull = std::ssize(shard.feed.fresh) >= kMostRecords || bytes >= kFullBytes;
    if (!shard.feed.fresh.empty()) {
        shard.last = sequenceOf(shard.feed.fresh.back());
        if (shard.first.empty())
            shard.first = sequenceOf(shard.feed.fresh.front());
    }
    shard.iterator = response.nextShardIterator.value_or(std::string());
    shard.isClosed = shard.iterator.empty();
    shard.feed.isAtEnd = shard.isClosed || !isFull;
    if (shard.isClosed) {
        m_mustDiscover = true;
        m_changed.insert(shard.origin->streamArn);
    }
    answered();
}

void StreamSource::refused(std::size_t index, const Error &error)
{
    ShardCursor &shard = m_shards[index];
    if (error.code == ErrorCode::ExpiredIterator) {
        shard.iterator.clear();
        // It met no record that it could come back to, so the shard is read from its beginning, up to that time.
        if (shard.last.empty() && shard.from == api::ShardIteratorType::Latest) {
            shard.from = api::ShardIteratorType::TrimHorizon;
            shard.feed.notBefore = shard.latestAt;
        }
        takeIterator(index);
        return;
    }
    shard.feed.isAtEnd = true;
    // A stream of many that is gone, with its table, was read as far as it could be.
    if (error.code == ErrorCode::ResourceNotFound && m_lookup->isOfRegion()) {
        shard.isClosed = true;
        return answered();
    }
    m_isTrimmed = m_isTrimmed || error.code == ErrorCode::TrimmedDataAccess;
    m_problem = error;
    answered();
}

void StreamSource::answered()
{
    --m_waiting;
    askNext();
    if (m_waiting == 0)
        merge();
}

void StreamSource::merge()
{
    std::vector<ShardFeed> feeds;
    for (ShardCursor &shard : m_shards)
        if (shard.state == State::Reads) {
            shard.feed.isAtEnd = shard.feed.isAtEnd || shard.isClosed;
            feeds.push_back(std::move(shard.feed));
        }
    struct Merged {
        ChangeBatch batch;
        std::vector<ShardFeed> feeds;
    };
    m_client.compute(
        this, m_mergeSlot,
        [feeds = std::move(feeds), filter = m_filter, end = m_endSeconds](std::stop_token) mutable {
            for (ShardFeed &feed : feeds)
                feed.notAfter = end;
            Merged result;
            result.batch = mergeShards(feeds, *filter);
            result.feeds = std::move(feeds);
            return result;
        },
        [this](Merged result) {
            std::size_t at = 0;
            for (ShardCursor &shard : m_shards)
                if (shard.state == State::Reads) {
                    shard.feed = std::move(result.feeds[at++]);
                    if (shard.isClosed && shard.feed.waiting.empty())
                        shard.state = State::Done;
                }
            merged(std::move(result.batch));
        });
}

void StreamSource::merged(ChangeBatch batch)
{
    m_left -= batch.scanned;
    if (batch.scanned > 0)
        Q_EMIT arrived(batch);
    if (m_problem || m_left <= 0)
        rest();
    else if (m_mustDiscover)
        discover();
    else
        nextRound();
}

void StreamSource::rest()
{
    m_isReading = false;
    if (m_isTrimmed)
        Q_EMIT trimmed();
    else if (m_problem)
        Q_EMIT failed(*m_problem);
    Q_EMIT rested();
}

void StreamSource::readAgain(const std::vector<ChangeSpan> &spans, Reread done)
{
    auto *reader = new SpanReader(m_client, m_names, m_filter, spans, std::move(done), this);
    reader->start();
}

} // namespace stator::ui

#include "moc_stream_source.cpp"
