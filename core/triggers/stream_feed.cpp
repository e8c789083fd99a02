#include "triggers/stream_feed.h"

#include <fmt/format.h>

#include "document/writer.h"
#include "streams/cursor.h"
#include "streams/sequence_number.h"
#include "streams/stream_names.h"
#include "triggers/change_json.h"

namespace stator::triggers {

namespace {

using encoding::RecordPlace;
using encoding::RecordView;

// A page ends after so many records that were looked at, so that a start far back does not keep others waiting.
constexpr std::size_t kLookedAt = 10'000;
constexpr std::uint32_t kLastIndex = 99'999; // the largest a sequence number can name

std::string_view wireName(model::StreamViewType type)
{
    switch (type) {
    case model::StreamViewType::KeysOnly:
        return "KEYS_ONLY";
    case model::StreamViewType::NewImage:
        return "NEW_IMAGE";
    case model::StreamViewType::OldImage:
        return "OLD_IMAGE";
    case model::StreamViewType::NewAndOldImages:
        return "NEW_AND_OLD_IMAGES";
    }
    return {};
}

// The wake of a feed, handed to a stream at most once at a time.
struct Bell {
    std::function<void()> wake;
    std::atomic<bool> isHung{false};
};

class StreamFeed final : public RecordFeed {
public:
    StreamFeed(replica::StreamHandle stream, RecordPlace from, TimeMicros notBefore, std::string region,
               std::string streamArn, RecordFormat format, std::function<void()> wake)
        : m_stream(std::move(stream)), m_notBefore(notBefore), m_region(std::move(region)),
          m_streamArn(std::move(streamArn)), m_format(format), m_bell(std::make_shared<Bell>()),
          m_cursor(m_stream, from), m_position(positionBefore(from))
    {
        m_bell->wake = std::move(wake);
    }

    Result<FeedPage> read(std::size_t maxRecords, std::size_t maxBytes) override;
    std::string position() const override { return m_position; }
    AheadCount countAhead(std::uint64_t most) const override;

private:
    static std::string positionBefore(RecordPlace place)
    {
        if (place.index > 0)
            return streams::sequenceNumber({place.position, place.index - 1});
        if (place.position.lsn == 0)
            return {};
        return streams::sequenceNumber({{place.position.epoch, place.position.lsn - 1}, kLastIndex});
    }

    FeedRecord made(const RecordView &record);
    const std::string &shardOf(const RecordView &record);
    void hangBell();

    const replica::StreamHandle m_stream;
    const TimeMicros m_notBefore;
    const std::string m_region;
    const std::string m_streamArn;
    const RecordFormat m_format;
    const std::shared_ptr<Bell> m_bell;
    streams::Cursor m_cursor;
    std::string m_position;
    document::ItemWriter m_writer;
    std::uint32_t m_shardNumber = 0; // that m_shardId is of
    std::string m_shardId;
};

Result<FeedPage> StreamFeed::read(std::size_t maxRecords, std::size_t maxBytes)
{
    FeedPage page;
    std::size_t bytes = 0;
    RecordView record;
    for (std::size_t looked = 0; looked < kLookedAt && page.records.size() < maxRecords && bytes < maxBytes; ++looked) {
        const auto hasMore = m_cursor.next(record);
        if (!hasMore.ok()) {
            if (hasMore.error().code == ErrorCode::TrimmedDataAccess) {
                page.hasGap = true;
                m_cursor = streams::Cursor(m_stream, streams::oldest(*m_stream));
                continue;
            }
            // What was read before is the caller's; the error comes again.
            if (!page.records.empty())
                return page;
            return hasMore.error();
        }
        if (!*hasMore) {
            page.isEnd = true;
            page.isClosed = m_cursor.isAtEnd();
            if (!page.isClosed)
                hangBell();
            return page;
        }
        m_position = streams::sequenceNumber(record.place);
        if (record.commitTime < m_notBefore)
            continue;
        page.records.push_back(made(record));
        bytes += page.records.back().json.size();
    }
    return page;
}

AheadCount StreamFeed::countAhead(std::uint64_t most) const
{
    AheadCount count;
    streams::Cursor cursor(m_stream, std::max(m_cursor.place(), streams::oldest(*m_stream)));
    RecordView record;
    while (count.records < most) {
        const auto hasMore = cursor.next(record);
        if (!hasMore.ok())
            break;
        if (!*hasMore) {
            count.isAll = true;
            break;
        }
        if (record.commitTime < m_notBefore)
            continue;
        if (count.records++ == 0)
            count.oldest = record.commitTime;
    }
    return count;
}

void StreamFeed::hangBell()
{
    if (m_bell->isHung.exchange(true))
        return;
    m_stream->whenAfter(m_cursor.readThrough(), [bell = m_bell] {
        bell->isHung.store(false);
        bell->wake();
    });
}

const std::string &StreamFeed::shardOf(const RecordView &record)
{
    const auto lineage = m_stream->lineage();
    for (const encoding::Shard &shard : lineage->shards) {
        if (!shard.contains(record.hash) || record.place.position <= shard.opened
            || (!shard.isOpen() && record.place.position > shard.closed))
            continue;
        if (shard.number != m_shardNumber) {
            m_shardNumber = shard.number;
            m_shardId = streams::shardId(m_stream->description(), shard);
        }
        return m_shardId;
    }
    return m_shardId; // of a shard that is forgotten by now
}

FeedRecord StreamFeed::made(const RecordView &record)
{
    const encoding::StreamDescription &stream = m_stream->description();
    const document::ItemView whole = record.anyWithKeys();
    m_writer.clear();
    for (const auto *part : {&stream.keys.partition, &stream.keys.sort}) {
        for (const model::KeyAttribute &key : *part) {
            if (const auto value = whole.attribute(key.name)) {
                m_writer.name(key.name);
                m_writer.value(*value);
            }
        }
    }
    const document::Item keys = m_writer.finish();
    std::string eventId;
    streams::appendEventId(stream, record.place, eventId);

    FeedRecord made;
    made.sequenceNumber = m_position;
    made.keyHash = record.hash;
    made.shardId = shardOf(record);
    made.created = record.commitTime;
    ChangeView change;
    change.eventId = eventId;
    change.eventName = !record.isThere ? "REMOVE" : record.wasThere ? "MODIFY" : "INSERT";
    change.region = m_region;
    change.table = stream.tableName;
    change.streamArn = m_streamArn;
    change.sequenceNumber = made.sequenceNumber;
    change.viewType = wireName(stream.viewType);
    change.created = record.commitTime;
    change.isExpiry = record.cause == encoding::Cause::TimeToLive;
    change.keys = keys.view();
    change.newImage = record.newImage;
    change.oldImage = record.oldImage;
    change.sizeBytes = keys.view().sizeBytes() + (record.newImage ? record.newImage->sizeBytes() : 0)
                       + (record.oldImage ? record.oldImage->sizeBytes() : 0);
    if (m_format == RecordFormat::Event)
        appendEventRecord(change, made.json);
    else
        appendKinesisRecord(change, m_format == RecordFormat::KinesisMicroseconds, made.json);
    return made;
}

} // namespace

Result<StreamName> parseStreamArn(const std::string &arn)
{
    const Error wrong = Error::validation("Invalid StreamArn: " + arn);
    std::array<std::string, 5> parts;
    std::string_view rest = arn;
    for (std::string &part : parts) {
        const std::size_t colon = rest.find(':');
        if (colon == std::string_view::npos)
            return wrong;
        part = rest.substr(0, colon);
        rest.remove_prefix(colon + 1);
    }
    constexpr std::string_view kTable = "table/";
    constexpr std::string_view kStream = "/stream/";
    const std::size_t stream = rest.find(kStream);
    if (parts[0] != "arn" || parts[1] != "aws" || parts[2] != "dynamodb" || rest.substr(0, kTable.size()) != kTable
        || stream == std::string_view::npos)
        return wrong;
    StreamName name;
    name.region = parts[3];
    name.accountId = parts[4];
    name.table = rest.substr(kTable.size(), stream - kTable.size());
    name.label = rest.substr(stream + kStream.size());
    if (name.region.empty() || name.table.empty() || !streams::parseStreamLabel(name.label))
        return wrong;
    return name;
}

std::optional<TimeMicros> streamCreated(const StreamName &name)
{
    return streams::parseStreamLabel(name.label);
}

std::unique_ptr<RecordFeed> makeStreamFeed(replica::StreamHandle stream, const StartPoint &start,
                                           const std::string &region, const std::string &streamArn,
                                           RecordFormat format, std::function<void()> wake)
{
    RecordPlace from = streams::oldest(*stream);
    if (start.kind == StartPoint::Kind::Latest)
        from = streams::afterLast(*stream);
    const auto named = streams::parseSequenceNumber(start.sequenceNumber);
    if (start.kind == StartPoint::Kind::AtSequenceNumber && named)
        from = *named;
    if (start.kind == StartPoint::Kind::AfterSequenceNumber && named)
        // positionBefore() names the end of an entry, which may be one the stream does not have.
        from = named->index == kLastIndex ? streams::afterEntry(named->position)
                                          : RecordPlace{named->position, named->index + 1};
    const TimeMicros notBefore = start.kind == StartPoint::Kind::AtTimestamp ? start.time : 0;
    return std::make_unique<StreamFeed>(std::move(stream), from, notBefore, region, streamArn, format,
                                        std::move(wake));
}

Result<std::unique_ptr<RecordFeed>> StreamFeeds::open(const std::string &streamArn, const StartPoint &start,
                                                      std::function<void()> wake)
{
    STATOR_TRY(const StreamName name, parseStreamArn(streamArn));
    engine::Region *region = m_findRegion(name.region);
    const auto created = streamCreated(name);
    replica::StreamHandle stream = region && created ? region->findStream(name.table, *created) : nullptr;
    if (!stream)
        return Error::resourceNotFound(
            fmt::format("Requested resource not found: Stream: {} not found", streamArn));
    return makeStreamFeed(std::move(stream), start, name.region, streamArn, RecordFormat::Event, std::move(wake));
}

} // namespace stator::triggers
