// A TableShape is what the window must know of a table to read, show and edit its items: keys and indexes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QtCore/QString>

#include "document/item.h"
#include "model/key_schema.h"

namespace stator::api {
struct TableDescription;
}

namespace stator::ui {

struct IndexShape {
    std::string name;
    model::KeySchema keys;
    bool isGlobal = true;
    bool holdsAll = false; // projects every attribute
    std::vector<std::string> included; // of an INCLUDE projection
    std::int64_t itemCount = 0;
    std::int64_t sizeBytes = 0;
};

enum class Distance { Cosine, DotProduct, Euclidean };

struct VectorIndexShape {
    std::string name;
    std::string attribute; // that holds the vector
    int dimensions = 0;
    Distance distance = Distance::Cosine;
    std::vector<model::KeyAttribute> conditions; // attributes a search can be narrowed by; the needed ones first
    std::size_t neededConditions = 0;
    bool holdsAll = false;
    std::int64_t itemCount = 0;
};

struct TableShape {
    std::string name;
    model::KeySchema keys;
    std::vector<IndexShape> indexes;
    std::vector<VectorIndexShape> vectorIndexes;
    std::int64_t itemCount = 0;
    std::int64_t sizeBytes = 0;
    std::string status; // "ACTIVE", …

    const IndexShape *index(std::string_view indexName) const; // null if there is none
    const VectorIndexShape *vectorIndex(std::string_view indexName) const;
    // Keys of what is read: the table's, or an index's. A vector index has none of its own.
    const model::KeySchema &keysOf(std::string_view indexName) const;
};

TableShape shapeOf(const api::TableDescription &table);

// About how many read units a scan of so much takes.
std::int64_t scanUnits(std::int64_t items, std::int64_t storedBytes, bool isConsistent);

// Exactly the key attributes of `item`; nothing if it lacks one.
std::optional<document::Item> keyOf(const model::KeySchema &keys, document::ItemView item);
// "CUSTOMER#0001 · PROFILE": key values with dots between them.
QString keyText(const model::KeySchema &keys, document::ItemView item);

} // namespace stator::ui
