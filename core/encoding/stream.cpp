#include "encoding/stream.h"

#include <algorithm>

#include "document/writer.h"
#include "encoding/key_attributes.h"
#include "encoding/keys.h"
#include "encoding/row.h"
#include "encoding/wire.h"

namespace stator::encoding {

namespace {

constexpr std::uint8_t kDescriptionVersion = 1; // of a description

// Flags of a record.
constexpr unsigned kWasThere = 1;
constexpr unsigned kIsThere = 2;
constexpr unsigned kHasKeys = 4;
constexpr unsigned kHasNew = 8;
constexpr unsigned kHasOld = 16;
constexpr unsigned kRecordFlags = 31;

constexpr std::size_t kTimeAt = 1;
constexpr std::size_t kChangesHead = 10; // kind, time, cause

Error notAFrame()
{
    return Error::corruption("A frame of a change file is not what its kind says");
}

void putPosition(std::string &out, Position position)
{
    putVarint(out, position.epoch);
    putVarint(out, position.lsn);
}

Position readPosition(WireReader &reader)
{
    const std::uint64_t epoch = reader.varint();
    return {epoch, reader.varint()};
}

std::uint64_t readHash(WireReader &reader)
{
    return static_cast<std::uint64_t>(reader.time());
}

void putHead(std::string &out, StreamFrameKind kind, TimeMicros time)
{
    putByte(out, static_cast<std::uint8_t>(kind));
    putTime(out, time);
}

WireReader bodyOf(std::string_view payload, StreamFrameKind kind)
{
    WireReader reader(payload);
    if (reader.byte() != static_cast<std::uint8_t>(kind))
        reader.fail();
    reader.time();
    return reader;
}

void appendKeysDocument(const model::KeySchema &keys, document::ItemView item, std::string &out)
{
    thread_local document::ItemWriter writer;
    thread_local std::string document;
    writer.clear();
    for (const auto *part : {&keys.partition, &keys.sort})
        for (const auto &key : *part)
            if (const auto value = item.attribute(key.name)) {
                writer.name(key.name);
                writer.value(*value);
            }
    document.clear();
    writer.finishInto(document);
    putString(out, document);
}

std::size_t varintBytes(std::uint64_t value)
{
    std::size_t bytes = 1;
    for (; value >= 0x80; value >>= 7)
        ++bytes;
    return bytes;
}

bool showsNew(model::StreamViewType view)
{
    return view == model::StreamViewType::NewImage || view == model::StreamViewType::NewAndOldImages;
}

bool showsOld(model::StreamViewType view)
{
    return view == model::StreamViewType::OldImage || view == model::StreamViewType::NewAndOldImages;
}

} // namespace

void appendStreamDescription(const StreamDescription &description, std::string &out)
{
    putByte(out, kDescriptionVersion);
    putVarint(out, description.storageId);
    putSigned(out, description.created);
    putString(out, description.tableName);
    putKeyAttributes(out, description.keys.partition);
    putKeyAttributes(out, description.keys.sort);
    putByte(out, static_cast<std::uint8_t>(description.viewType));
}

Result<StreamDescription> parseStreamDescription(std::string_view bytes)
{
    WireReader reader(bytes);
    if (reader.byte() > kDescriptionVersion)
        return Error::newerFormat("A stream was described by a newer Stator");
    StreamDescription description;
    description.storageId = reader.varint();
    description.created = reader.zigzag();
    description.tableName = reader.string();
    description.keys.partition = readKeyAttributes(reader);
    description.keys.sort = readKeyAttributes(reader);
    using model::StreamViewType;
    description.viewType = reader.enumerator(StreamViewType::KeysOnly, StreamViewType::NewAndOldImages);
    if (!reader.isAtEnd() || description.keys.partition.empty())
        return Error::corruption("The description of a stream is not one");
    return description;
}

void ShardLineage::begin(const std::vector<std::uint64_t> &boundaries, Position position, TimeMicros time)
{
    std::uint64_t first = 0;
    for (const std::uint64_t boundary : boundaries) {
        addChild(0, first, boundary - 1, position, time);
        first = boundary;
    }
    addChild(0, first, ~std::uint64_t{0}, position, time);
}

void ShardLineage::addChild(std::uint32_t parent, std::uint64_t first, std::uint64_t last, Position position,
                            TimeMicros time)
{
    Shard shard;
    shard.number = nextNumber++;
    shard.parent = parent;
    shard.firstHash = first;
    shard.lastHash = last;
    shard.opened = position;
    shard.openedAt = time;
    shards.push_back(shard);
}

void ShardLineage::turn(const std::vector<ShardTurn> &turns, Position position, TimeMicros time)
{
    for (const ShardTurn &each : turns) {
        const auto found = std::find_if(shards.begin(), shards.end(),
                                        [&](const Shard &shard) { return shard.number == each.number && shard.isOpen(); });
        if (found == shards.end())
            continue;
        found->closed = position;
        found->closedAt = time;
        const Shard parent = *found; // children move what it points to
        std::uint64_t first = parent.firstHash;
        for (const std::uint64_t boundary : each.boundaries) {
            if (boundary <= first || boundary > parent.lastHash)
                continue;
            addChild(parent.number, first, boundary - 1, position, time);
            first = boundary;
        }
        addChild(parent.number, first, parent.lastHash, position, time);
    }
}

void ShardLineage::close(Position position, TimeMicros time)
{
    for (Shard &shard : shards)
        if (shard.isOpen()) {
            shard.closed = position;
            shard.closedAt = time;
        }
}

void ShardLineage::forgetClosedBefore(TimeMicros time)
{
    shards.erase(std::remove_if(shards.begin(), shards.end(),
                                [&](const Shard &shard) { return !shard.isOpen() && shard.closedAt < time; }),
                 shards.end());
}

const Shard *ShardLineage::find(std::uint32_t number) const
{
    for (const Shard &shard : shards)
        if (shard.number == number)
            return &shard;
    return nullptr;
}

bool ShardLineage::isClosed() const
{
    return std::none_of(shards.begin(), shards.end(), [](const Shard &shard) { return shard.isOpen(); });
}

TimeMicros ShardLineage::closedAt() const
{
    TimeMicros last = 0;
    for (const Shard &shard : shards) {
        if (shard.isOpen())
            return 0;
        last = std::max(last, shard.closedAt);
    }
    return last;
}

Result<StreamFrameKind> streamFrameKind(std::string_view payload)
{
    const auto kind = payload.size() < kTimeAt + 8 ? 0u : static_cast<unsigned>(static_cast<std::uint8_t>(payload.front()));
    if (kind > static_cast<unsigned>(StreamFrameKind::Lineage))
        return Error::newerFormat("A change file was written by a newer Stator");
    if (kind == 0)
        return notAFrame();
    return static_cast<StreamFrameKind>(kind);
}

TimeMicros streamFrameTime(std::string_view payload)
{
    return WireReader(payload.substr(std::min(payload.size(), kTimeAt))).time();
}

void appendTurns(TimeMicros time, const std::vector<ShardTurn> &turns, std::string &out)
{
    putHead(out, StreamFrameKind::Turns, time);
    appendShardTurns(turns, out);
}

Result<std::vector<ShardTurn>> parseTurns(std::string_view payload)
{
    WireReader reader = bodyOf(payload, StreamFrameKind::Turns);
    std::vector<ShardTurn> turns = readShardTurns(reader);
    if (!reader.isAtEnd())
        return notAFrame();
    return turns;
}

void appendClose(TimeMicros time, std::string &out)
{
    putHead(out, StreamFrameKind::Close, time);
}

void appendLineage(TimeMicros time, const ShardLineage &lineage, std::string &out)
{
    putHead(out, StreamFrameKind::Lineage, time);
    putVarint(out, lineage.nextNumber);
    putVarint(out, lineage.shards.size());
    for (const Shard &shard : lineage.shards) {
        putVarint(out, shard.number);
        putVarint(out, shard.parent);
        putFixed64(out, shard.firstHash);
        putFixed64(out, shard.lastHash);
        putPosition(out, shard.opened);
        putTime(out, shard.openedAt);
        putPosition(out, shard.closed);
        putTime(out, shard.closedAt);
    }
}

Result<ShardLineage> parseLineage(std::string_view payload)
{
    WireReader reader = bodyOf(payload, StreamFrameKind::Lineage);
    ShardLineage lineage;
    lineage.nextNumber = reader.varint32();
    const std::size_t count = reader.count();
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i) {
        Shard shard;
        shard.number = reader.varint32();
        shard.parent = reader.varint32();
        shard.firstHash = readHash(reader);
        shard.lastHash = readHash(reader);
        shard.opened = readPosition(reader);
        shard.openedAt = reader.time();
        shard.closed = readPosition(reader);
        shard.closedAt = reader.time();
        lineage.shards.push_back(shard);
    }
    if (!reader.isAtEnd())
        return notAFrame();
    return lineage;
}

void beginChanges(Cause cause, TimeMicros commitTime, std::string &out)
{
    putHead(out, StreamFrameKind::Changes, commitTime);
    putByte(out, static_cast<std::uint8_t>(cause));
}

void appendRecord(const StreamDescription &stream, const ItemChange &change, std::uint32_t index, std::string &out)
{
    const bool isThere = !change.newDocument.empty();
    const bool wasThere = !change.oldDocument.empty();
    const bool hasNew = isThere && showsNew(stream.viewType);
    const bool hasOld = wasThere && showsOld(stream.viewType);
    unsigned flags = 0;
    flags |= wasThere ? kWasThere : 0u;
    flags |= isThere ? kIsThere : 0u;
    flags |= hasNew ? kHasNew : 0u;
    flags |= hasOld ? kHasOld : 0u;

    thread_local std::string keys;
    keys.clear();
    if (!hasNew && !hasOld) {
        flags |= kHasKeys;
        appendKeysDocument(stream.keys, document::ItemView(isThere ? change.newDocument : change.oldDocument), keys);
    }
    const auto stringBytes = [](const std::string &bytes) { return varintBytes(bytes.size()) + bytes.size(); };
    const std::size_t length = varintBytes(index) + 1 + kKeyHashBytes + keys.size() +
                               (hasNew ? stringBytes(change.newDocument) : 0) +
                               (hasOld ? stringBytes(change.oldDocument) : 0);
    putVarint(out, length);
    putVarint(out, index);
    putByte(out, static_cast<std::uint8_t>(flags));
    putFixed64(out, hashOfKey(change.key));
    out += keys;
    if (hasNew)
        putString(out, change.newDocument);
    if (hasOld)
        putString(out, change.oldDocument);
}

Result<RecordReader> RecordReader::create(Position position, std::string_view payload)
{
    if (payload.size() < kChangesHead || payload.front() != static_cast<char>(StreamFrameKind::Changes))
        return notAFrame();
    const auto cause = static_cast<std::uint8_t>(payload[kChangesHead - 1]);
    if (cause < static_cast<std::uint8_t>(Cause::Client) || cause > static_cast<std::uint8_t>(Cause::System))
        return notAFrame();
    RecordReader reader;
    reader.m_position = position;
    reader.m_commitTime = streamFrameTime(payload);
    reader.m_cause = static_cast<Cause>(cause);
    reader.m_rest = payload.substr(kChangesHead);
    return reader;
}

Result<bool> RecordReader::next(std::uint64_t firstHash, std::uint64_t lastHash, RecordView &record)
{
    while (!m_rest.empty()) {
        WireReader outer(m_rest);
        WireReader reader(outer.string());
        if (outer.hasFailed())
            return notAFrame();
        record.sizeBytes = static_cast<std::uint32_t>(m_rest.size() - outer.rest().size());
        m_rest = outer.rest();
        record.place = {m_position, reader.varint32()};
        const unsigned flags = reader.byte();
        record.hash = readHash(reader);
        if (reader.hasFailed() || (flags & ~kRecordFlags) != 0)
            return notAFrame();
        if (record.hash < firstHash || record.hash > lastHash)
            continue;
        record.commitTime = m_commitTime;
        record.cause = m_cause;
        record.wasThere = (flags & kWasThere) != 0;
        record.isThere = (flags & kIsThere) != 0;
        const auto document = [&](unsigned flag) -> std::optional<document::ItemView> {
            if ((flags & flag) == 0)
                return std::nullopt;
            const std::string_view bytes = reader.string();
            if (bytes.empty())
                reader.fail();
            return reader.hasFailed() ? std::nullopt : std::optional(document::ItemView(bytes));
        };
        record.keys = document(kHasKeys);
        record.newImage = document(kHasNew);
        record.oldImage = document(kHasOld);
        if (!reader.isAtEnd() || (!record.keys && !record.newImage && !record.oldImage))
            return notAFrame();
        return true;
    }
    return false;
}

} // namespace stator::encoding
