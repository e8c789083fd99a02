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

struct TableShape {
    std::string name;
    model::KeySchema keys;
    std::vector<IndexShape> indexes;
    std::int64_t itemCount = 0;
    std::int64_t sizeBytes = 0;
    std::string status; // "ACTIVE", …

    const IndexShape *index(std::string_view indexName) const; // null if there is none
    // Keys of what is read: the table's, or an index's.
    const model::KeySchema &keysOf(std::string_view indexName) const;
};

TableShape shapeOf(const api::TableDescription &table);

// Exactly the key attributes of `item`; nothing if it lacks one.
std::optional<document::Item> keyOf(const model::KeySchema &keys, document::ItemView item);
// "CUSTOMER#0001 · PROFILE": key values with dots between them.
QString keyText(const model::KeySchema &keys, document::ItemView item);

} // namespace stator::ui
