// The stretch of encoded keys that a Query or Scan walks over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/item.h"
#include "engine/read.h"
#include "model/table_definition.h"

namespace stator::engine {

struct KeyRange {
    std::string begin; // inclusive
    std::string end;   // exclusive

    bool contains(std::string_view key) const { return key >= begin && key < end; }
};

// Everything the request selects, wherever it starts: a Query's condition, or a Scan's segment.
KeyRange rangeOf(const PageRequest &request);

// All of a table's items (indexId 0), or all entries of an index.
KeyRange wholeRange(std::uint32_t indexId);

// Where an item, or its entry in an index, stands. `item` holds the key attributes of both. Nothing if they
// do not make a key: one is missing, of another type, empty or too large.
std::optional<std::string> keyOf(const model::TableDefinition &table, std::uint32_t indexId,
                                 document::ItemView item);

// The key schema of the table (0) or one of its indexes; null if there is no such index.
const model::KeySchema *keySchemaOf(const model::TableDefinition &table, std::uint32_t indexId);

// What LastEvaluatedKey holds: the key attributes of the table and, for an index, of the index.
document::Item keyAttributes(const model::TableDefinition &table, std::uint32_t indexId,
                             document::ItemView item);

} // namespace stator::engine
