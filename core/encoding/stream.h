// What the change files of a stream hold: its description, its shards, and records of changes.
//
// A stream keeps what its view type shows and no more. A record's place is the position of its entry and the
// number of its change in it: places grow, and are what sequence numbers stand for (streams/sequence_number.h).
// Layout on disk: encoding/README.md; golden bytes: tests/core/encoding/tst_stream.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "document/item.h"
#include "encoding/entry.h"
#include "encoding/position.h"
#include "model/table_definition.h"

namespace stator::encoding {

// The place of a record. Ordered as the records are.
struct RecordPlace {
    Position position;       // of the entry
    std::uint32_t index = 0; // of the change in the entry

    auto operator<=>(const RecordPlace &) const = default;
};

// What a stream is; it never changes.
struct StreamDescription {
    std::uint64_t storageId = 0; // of its table
    TimeMicros created = 0;      // whole milliseconds: the label
    std::string tableName;
    model::KeySchema keys;
    model::StreamViewType viewType = model::StreamViewType::KeysOnly;

    // Not a stream of the Streams API, but what a Kinesis destination has to deliver.
    bool isHidden() const { return created % 1000 != 0; }
    bool operator==(const StreamDescription &) const = default;
};

void appendStreamDescription(const StreamDescription &description, std::string &out);
Result<StreamDescription> parseStreamDescription(std::string_view bytes);

// A range of the hashes of partition keys, for a while.
struct Shard {
    std::uint32_t number = 0; // from 1, never reused within the stream
    std::uint32_t parent = 0; // the shard that had the range before; 0: none
    std::uint64_t firstHash = 0;
    std::uint64_t lastHash = ~std::uint64_t{0}; // inclusive
    Position opened; // entries after this one are in it
    TimeMicros openedAt = 0;
    Position closed; // the last entry that may be in it; {0, 0}: it is open
    TimeMicros closedAt = 0;

    bool isOpen() const { return closed == Position(); }
    bool contains(std::uint64_t hash) const { return hash >= firstHash && hash <= lastHash; }
    bool operator==(const Shard &) const = default;
};

// The shards of a stream, as they are after the frame that says so.
struct ShardLineage {
    std::uint32_t nextNumber = 1;
    std::vector<Shard> shards; // by number

    // One shard for each part of the hashes; `boundaries` are the first hashes of all but the first.
    void begin(const std::vector<std::uint64_t> &boundaries, Position position, TimeMicros time);
    // Shards end and their children take over. Turns of shards that are not open change nothing.
    void turn(const std::vector<ShardTurn> &turns, Position position, TimeMicros time);
    void close(Position position, TimeMicros time);
    // Drops shards that were closed before.
    void forgetClosedBefore(TimeMicros time);

    const Shard *find(std::uint32_t number) const;
    bool isClosed() const; // no shard is open
    TimeMicros closedAt() const; // of the last one; 0 while one is open
    bool operator==(const ShardLineage &) const = default;

private:
    void addChild(std::uint32_t parent, std::uint64_t first, std::uint64_t last, Position position, TimeMicros time);
};

// The payload of a frame of a change file.
enum class StreamFrameKind : std::uint8_t { Changes = 1, Turns = 2, Close = 3, Lineage = 4 };
Result<StreamFrameKind> streamFrameKind(std::string_view payload);
// When it was written: every kind has it.
TimeMicros streamFrameTime(std::string_view payload);

void appendTurns(TimeMicros time, const std::vector<ShardTurn> &turns, std::string &out);
Result<std::vector<ShardTurn>> parseTurns(std::string_view payload);
void appendClose(TimeMicros time, std::string &out);
void appendLineage(TimeMicros time, const ShardLineage &lineage, std::string &out);
Result<ShardLineage> parseLineage(std::string_view payload);

// Begins the records of one entry; appendRecord() goes on.
void beginChanges(Cause cause, TimeMicros commitTime, std::string &out);
void appendRecord(const StreamDescription &stream, const ItemChange &change, std::uint32_t index, std::string &out);

// A record where it lies: valid as long as the payload.
struct RecordView {
    RecordPlace place;
    TimeMicros commitTime = 0;
    Cause cause = Cause::Client;
    std::uint64_t hash = 0; // of the partition key
    bool wasThere = false;  // an item was replaced or deleted
    bool isThere = false;   // it was not deleted
    std::optional<document::ItemView> keys; // only if there is no image
    std::optional<document::ItemView> newImage;
    std::optional<document::ItemView> oldImage;

    // A document with the key attributes, and perhaps more.
    document::ItemView anyWithKeys() const { return newImage ? *newImage : oldImage ? *oldImage : keys.value_or(document::ItemView()); }
    // The bytes of what the record stands in: what a reader counts against a bound.
    std::uint32_t sizeBytes = 0;
};

// Goes through the records of one entry.
class RecordReader {
public:
    RecordReader() = default;
    // `payload`: of kind Changes. Corruption: it does not begin so.
    static Result<RecordReader> create(Position position, std::string_view payload);

    // The next record with a hash in the range; false at the end. Corruption: the bytes are no records.
    Result<bool> next(std::uint64_t firstHash, std::uint64_t lastHash, RecordView &record);

private:
    std::string_view m_rest;
    Position m_position;
    TimeMicros m_commitTime = 0;
    Cause m_cause = Cause::Client;
};

} // namespace stator::encoding
