// An Entry is one atomic step of a region: what the commit log holds and what `apply` turns into rows.
//
// Everything that changes a store goes through an entry, so that replaying the log rebuilds the store.
// Layout on disk: encoding/README.md; golden bytes: tests/core/encoding/tst_entry.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "encoding/position.h"
#include "model/table_definition.h"

namespace stator::encoding {

// These values are on disk; they never change.
enum class Cause : std::uint8_t { Client = 1, TimeToLive = 2, Replication = 3, Restore = 4, System = 5 };

// Decides which of two writes of one item in different regions wins; the later time, then the region's name.
struct VersionStamp {
    TimeMicros originTime = 0; // 0: the entry's commit time
    std::string originRegion;  // empty: this region
};

// One item put or deleted.
struct ItemChange {
    std::uint64_t storageId = 0;
    std::string key;         // encoded key in the item keyspace (encoding/keys.h)
    std::string newDocument; // canonical item; empty: deleted
    std::uint32_t oldSizeBytes = 0; // service size of what was there; 0: nothing was
    std::string oldDocument; // where an index, stream, history or TTL needs it; else empty
    VersionStamp stamp;
};

// A table's definition as it is from here on.
struct TableChange {
    model::TableDefinition definition;
};

// The table is gone; its store may be unlinked.
struct TableDrop {
    std::uint64_t storageId = 0;
    std::string name;
};

// Index rows for the items of a key range, derived by each zone from its own store at the preceding position.
// A backfill is a sequence of these, each of at most 256 items or 64 KB of keys.
struct IndexBackfill {
    std::uint64_t storageId = 0;
    std::uint32_t indexId = 0;
    std::string beginKey; // inclusive
    std::string endKey;   // exclusive; empty: to the end
};

// Removes rows of a deleted index for a key range of the index, in the same small steps.
struct IndexClear {
    std::uint64_t storageId = 0;
    std::uint32_t indexId = 0;
    std::string beginKey;
    std::string endKey;
};

// A shard of a stream ends, and its children take over: one, or one more for each boundary between them.
struct ShardTurn {
    std::uint32_t number = 0;
    std::vector<std::uint64_t> boundaries; // the first hashes of all children but the first; growing

    bool operator==(const ShardTurn &) const = default;
};

// Shards of a stream turn over or split.
struct StreamTurn {
    std::uint64_t storageId = 0; // of the stream's table
    TimeMicros created = 0;      // of the stream: its label
    std::vector<ShardTurn> turns;
};

using Change = std::variant<ItemChange, TableChange, TableDrop, IndexBackfill, IndexClear, StreamTurn>;

struct Entry {
    Position position;
    TimeMicros commitTime = 0; // strictly growing within a region
    Cause cause = Cause::Client;
    std::string token;         // idempotency token of a transaction, or empty
    std::string tokenDigest;   // digest of the request it came with
    std::vector<Change> changes;
};

// Appends the payload of `entry` (everything but its position, which the log's frame holds).
void encodeEntry(const Entry &entry, std::string &out);
// Sets the commit time inside an encoded payload: it is known last, under the lock that orders entries.
void patchCommitTime(TimeMicros commitTime, char *payload);
// Corruption if the bytes are not an entry.
Result<Entry> decodeEntry(Position position, std::string_view payload);

class WireReader;
void appendShardTurns(const std::vector<ShardTurn> &turns, std::string &out);
std::vector<ShardTurn> readShardTurns(WireReader &reader);

} // namespace stator::encoding
