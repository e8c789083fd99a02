// Order-preserving keys: comparing encoded keys byte by byte compares what they stand for.
//
//     key       = keyspace:u8 indexId:u32be hash:u64be partition sort [base]
//     partition, sort = the key attributes' values in schema order, each self-delimiting
//     base      = partition and sort of the item, in an index only: entries with equal index keys stay apart
//
// `hash` is XXH3-64 (seed 0) of the encoded partition values; partitions and Scan segments are ranges of it.
// S and B: bytes with 00 escaped as 00 FF, ended by 00 01. N: model::Number::bytes() in the same way. Golden bytes: tests/core/encoding/tst_keys.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "model/key_schema.h"

namespace stator::encoding {

// These values are on disk; they never change.
enum class Keyspace : std::uint8_t {
    State = 0x01,      // one row: position, counts
    Definition = 0x02, // one row: the table as of that position
    Item = 0x10,
    Index = 0x20,
    TimeToLive = 0x30,
    Tombstone = 0x40,
    // In the system store only.
    Table = 0x50, // storage id:u64be → definition
    Token = 0x60, // idempotency token → commitTime:i64le digest
};

constexpr std::size_t kKeyHeadBytes = 5; // keyspace and index id
constexpr std::size_t kKeyHashBytes = 8;

// The key of an item row. `item` holds every key attribute with its type, of a size the service allows.
std::string itemKey(const model::KeySchema &keys, document::ItemView item);
void appendItemKey(const model::KeySchema &keys, document::ItemView item, std::string &out);

// The key of an item in an index; nothing if the item is not in it (sparse: an attribute is absent, of
// another type, empty or too large).
std::optional<std::string> indexKey(std::uint32_t indexId, const model::KeySchema &index,
                                    const model::KeySchema &table, document::ItemView item);
// The same behind what is in `out`; false, and nothing appended, if the item is not in the index.
bool appendIndexKey(std::uint32_t indexId, const model::KeySchema &index, const model::KeySchema &table,
                    document::ItemView item, std::string &out);

// Everything of a partition shares this beginning: keyspace, index, hash, partition values.
std::string partitionPrefix(std::uint32_t indexId, const std::vector<document::ValueView> &partition);

// What the keys of one partition share, taken from one of them: up to and with `attributes` partition values.
std::string_view partitionOf(std::string_view key, std::size_t attributes);

// Appends one key value in its self-delimiting form.
void appendKeyValue(document::ValueView value, std::string &out);
// Appends the beginning that all S or B values with this beginning share (begins_with).
void appendKeyBeginning(std::string_view textOrBytes, std::string &out);

// The least key that is greater than every key beginning with `prefix`; empty: there is none.
std::string afterPrefix(std::string_view prefix);

// Beginning of the keys of segment `segment` of `total` in a table (indexId 0) or index; `total` itself: the
// end of the last one.
std::string segmentBegin(std::uint32_t indexId, std::uint32_t segment, std::uint32_t total);

std::uint64_t partitionHash(const model::KeySchema &keys, document::ItemView item);
// The hash inside an encoded item or index key.
std::uint64_t hashOfKey(std::string_view key);

} // namespace stator::encoding
