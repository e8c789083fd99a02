#include "encoding/entry.h"

#include "encoding/keys.h"
#include "encoding/row.h"
#include "encoding/wire.h"

namespace stator::encoding {

namespace {

constexpr std::uint8_t kEntryVersion = 1;
constexpr std::uint8_t kHasToken = 0x80; // beside the cause
constexpr std::size_t kCommitTimeAt = 2;

enum class Kind : std::uint8_t { Item = 1, Table = 2, Drop = 3, Backfill = 4, Clear = 5, StreamTurn = 6 };

// Flags of an item change.
constexpr unsigned kPut = 1;
constexpr unsigned kHasOldDocument = 2;
constexpr unsigned kHasChangeStamp = 4;
constexpr unsigned kIsWholeKey = 8; // the key does not begin as item keys do, and stands there in full
constexpr unsigned kItemFlags = 15;

// Every item key begins so; entries leave it out.
constexpr std::string_view kItemHead("\x10\0\0\0\0", 5);

void encodeItem(const ItemChange &change, std::string &out)
{
    const std::string_view key = change.key;
    const bool isWholeKey = key.substr(0, kItemHead.size()) != kItemHead;
    const bool hasStamp = change.stamp.originTime != 0 || !change.stamp.originRegion.empty();
    unsigned flags = 0;
    flags |= change.newDocument.empty() ? 0u : kPut;
    flags |= change.oldDocument.empty() ? 0u : kHasOldDocument;
    flags |= hasStamp ? kHasChangeStamp : 0u;
    flags |= isWholeKey ? kIsWholeKey : 0u;

    putByte(out, static_cast<std::uint8_t>(flags));
    putVarint(out, change.storageId);
    putString(out, isWholeKey ? key : key.substr(kItemHead.size()));
    putVarint(out, change.oldSizeBytes);
    if (!change.newDocument.empty())
        putString(out, change.newDocument);
    if (!change.oldDocument.empty())
        putString(out, change.oldDocument);
    if (hasStamp) {
        putTime(out, change.stamp.originTime);
        putString(out, change.stamp.originRegion);
    }
}

ItemChange decodeItem(WireReader &reader)
{
    ItemChange change;
    const unsigned flags = reader.byte();
    if ((flags & ~kItemFlags) != 0)
        reader.fail();
    change.storageId = reader.varint();
    if ((flags & kIsWholeKey) == 0)
        change.key = kItemHead;
    change.key += reader.string();
    change.oldSizeBytes = reader.varint32();
    if ((flags & kPut) != 0) {
        change.newDocument = reader.string();
        if (change.newDocument.empty())
            reader.fail();
    }
    if ((flags & kHasOldDocument) != 0) {
        change.oldDocument = reader.string();
        if (change.oldDocument.empty())
            reader.fail();
    }
    if ((flags & kHasChangeStamp) != 0) {
        change.stamp.originTime = reader.time();
        change.stamp.originRegion = reader.string();
    }
    return change;
}

struct ChangeEncoder {
    std::string &out;

    void operator()(const ItemChange &change) const
    {
        putByte(out, static_cast<std::uint8_t>(Kind::Item));
        encodeItem(change, out);
    }
    void operator()(const TableChange &change) const
    {
        putByte(out, static_cast<std::uint8_t>(Kind::Table));
        std::string definition;
        appendDefinition(change.definition, definition);
        putString(out, definition);
    }
    void operator()(const TableDrop &change) const
    {
        putByte(out, static_cast<std::uint8_t>(Kind::Drop));
        putVarint(out, change.storageId);
        putString(out, change.name);
    }
    void operator()(const IndexBackfill &change) const { range(Kind::Backfill, change); }
    void operator()(const IndexClear &change) const { range(Kind::Clear, change); }
    void operator()(const StreamTurn &change) const
    {
        putByte(out, static_cast<std::uint8_t>(Kind::StreamTurn));
        putVarint(out, change.storageId);
        putSigned(out, change.created);
        appendShardTurns(change.turns, out);
    }

    template <class Range>
    void range(Kind kind, const Range &change) const
    {
        putByte(out, static_cast<std::uint8_t>(kind));
        putVarint(out, change.storageId);
        putVarint(out, change.indexId);
        putString(out, change.beginKey);
        putString(out, change.endKey);
    }
};

template <class Range>
Range decodeRange(WireReader &reader)
{
    Range range;
    range.storageId = reader.varint();
    range.indexId = reader.varint32();
    range.beginKey = reader.string();
    range.endKey = reader.string();
    return range;
}

Result<Change> decodeChange(WireReader &reader)
{
    switch (static_cast<Kind>(reader.byte())) {
    case Kind::Item:
        return Change(decodeItem(reader));
    case Kind::Table: {
        STATOR_TRY(auto definition, parseDefinition(reader.string()));
        return Change(TableChange{std::move(definition)});
    }
    case Kind::Drop: {
        TableDrop drop;
        drop.storageId = reader.varint();
        drop.name = reader.string();
        return Change(std::move(drop));
    }
    case Kind::Backfill:
        return Change(decodeRange<IndexBackfill>(reader));
    case Kind::Clear:
        return Change(decodeRange<IndexClear>(reader));
    case Kind::StreamTurn: {
        StreamTurn turn;
        turn.storageId = reader.varint();
        turn.created = reader.zigzag();
        turn.turns = readShardTurns(reader);
        return Change(std::move(turn));
    }
    }
    return Error::corruption("A log entry holds a change of an unknown kind");
}

bool isCause(std::uint8_t value)
{
    return value >= static_cast<std::uint8_t>(Cause::Client) &&
           value <= static_cast<std::uint8_t>(Cause::System);
}

} // namespace

void encodeEntry(const Entry &entry, std::string &out)
{
    const bool hasToken = !entry.token.empty();
    putByte(out, kEntryVersion);
    putByte(out, static_cast<std::uint8_t>(static_cast<unsigned>(entry.cause) | (hasToken ? kHasToken : 0u)));
    putTime(out, entry.commitTime);
    if (hasToken) {
        putString(out, entry.token);
        putString(out, entry.tokenDigest);
    }
    putVarint(out, entry.changes.size());
    for (const Change &change : entry.changes)
        std::visit(ChangeEncoder{out}, change);
}

void appendShardTurns(const std::vector<ShardTurn> &turns, std::string &out)
{
    putVarint(out, turns.size());
    for (const ShardTurn &turn : turns) {
        putVarint(out, turn.number);
        putVarint(out, turn.boundaries.size());
        for (const std::uint64_t boundary : turn.boundaries)
            putFixed64(out, boundary);
    }
}

std::vector<ShardTurn> readShardTurns(WireReader &reader)
{
    std::vector<ShardTurn> turns;
    const std::size_t count = reader.count();
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i) {
        ShardTurn turn;
        turn.number = reader.varint32();
        const std::size_t boundaries = reader.count();
        for (std::size_t k = 0; k < boundaries && !reader.hasFailed(); ++k)
            turn.boundaries.push_back(static_cast<std::uint64_t>(reader.time()));
        turns.push_back(std::move(turn));
    }
    return turns;
}

void patchCommitTime(TimeMicros commitTime, char *payload)
{
    for (unsigned i = 0; i < 8; ++i)
        payload[kCommitTimeAt + i] = static_cast<char>(static_cast<std::uint64_t>(commitTime) >> (8 * i));
}

Result<Entry> decodeEntry(Position position, std::string_view payload)
{
    WireReader reader(payload);
    const std::uint8_t version = reader.byte();
    if (version > kEntryVersion)
        return Error::newerFormat("A log entry was written by a newer Stator");
    const std::uint8_t causeAndFlags = reader.byte();
    const auto cause = static_cast<std::uint8_t>(causeAndFlags & ~kHasToken);
    if (version != kEntryVersion || !isCause(cause))
        return Error::corruption("A log entry does not begin as one");

    Entry entry;
    entry.position = position;
    entry.cause = static_cast<Cause>(cause);
    entry.commitTime = reader.time();
    if ((causeAndFlags & kHasToken) != 0) {
        entry.token = reader.string();
        entry.tokenDigest = reader.string();
    }
    const std::size_t count = reader.count();
    entry.changes.reserve(std::min<std::size_t>(count, 128));
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i) {
        STATOR_TRY(auto change, decodeChange(reader));
        entry.changes.push_back(std::move(change));
    }
    if (!reader.isAtEnd())
        return Error::corruption("A log entry is shorter or longer than it says");
    return entry;
}

} // namespace stator::encoding
