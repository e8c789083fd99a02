// Small tables and items for the tests of replica, zones and durability.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "document/item.h"
#include "document/writer.h"
#include "encoding/entry.h"
#include "encoding/keys.h"
#include "encoding/row.h"
#include "model/number.h"
#include "model/table_definition.h"
#include "replica/table_store.h"

namespace stator::testing {

inline model::KeySchema keys(std::vector<model::KeyAttribute> partition, std::vector<model::KeyAttribute> sort = {})
{
    model::KeySchema schema;
    schema.partition = std::move(partition);
    schema.sort = std::move(sort);
    return schema;
}

// pk (S), sk (N).
inline model::TableDefinition table(std::uint64_t storageId, std::string name = "T")
{
    model::TableDefinition definition;
    definition.storageId = storageId;
    definition.id = "id-" + name;
    definition.name = std::move(name);
    definition.keys = keys({{"pk", model::ValueType::S}}, {{"sk", model::ValueType::N}});
    return definition;
}

// On attribute "colour" (S), sorted by "size" (N).
inline model::IndexDefinition index(std::uint32_t id, model::ProjectionType projection = model::ProjectionType::All)
{
    model::IndexDefinition definition;
    definition.id = id;
    definition.name = "I" + std::to_string(id);
    definition.keys = keys({{"colour", model::ValueType::S}}, {{"size", model::ValueType::N}});
    definition.projection.type = projection;
    if (projection == model::ProjectionType::Include)
        definition.projection.nonKeyAttributes = {"extra"};
    return definition;
}

// Empty colour: the item is in no index.
inline document::Item item(const std::string &pk, int sk, const std::string &colour = {}, int size = 0,
                           const std::string &extra = "x")
{
    document::ItemWriter writer;
    writer.name("pk");
    writer.string(pk);
    writer.name("sk");
    writer.numberBytes(model::Number(sk).bytes());
    writer.name("extra");
    writer.string(extra);
    if (!colour.empty()) {
        writer.name("colour");
        writer.string(colour);
        writer.name("size");
        writer.numberBytes(model::Number(size).bytes());
    }
    return writer.finish();
}

// A put over `previous`, or a delete if there is no `next`.
inline encoding::ItemChange change(const model::TableDefinition &definition, const document::Item *previous,
                                   const document::Item *next)
{
    encoding::ItemChange change;
    change.storageId = definition.storageId;
    change.key = encoding::itemKey(definition.keys, (next ? next : previous)->view());
    if (next)
        change.newDocument = next->bytes();
    if (previous) {
        change.oldSizeBytes = previous->view().sizeBytes();
        if (!definition.indexes.empty() || definition.stream.isRecording())
            change.oldDocument = previous->bytes();
    }
    return change;
}

inline encoding::Entry entryOf(std::vector<encoding::Change> changes)
{
    encoding::Entry entry;
    entry.changes = std::move(changes);
    return entry;
}

// What is inconsistent between the items, index rows and counts of a store; empty: nothing.
inline std::string inconsistency(const model::TableDefinition &definition, const replica::TableStore &store)
{
    auto cursor = store.cursor();
    if (!cursor)
        return cursor.error().message;
    encoding::StoreCounts found;
    for (const auto &each : definition.indexes) {
        encoding::IndexCounts counts;
        counts.id = each.id;
        found.indexes.push_back(counts);
    }
    std::vector<std::pair<std::string, std::string>> wanted;
    std::vector<std::pair<std::string, std::string>> present;
    for ((*cursor)->seekFirst(); (*cursor)->isValid(); (*cursor)->next()) {
        const std::string key((*cursor)->key());
        if (key.front() == static_cast<char>(encoding::Keyspace::Index)) {
            present.emplace_back(key, std::string((*cursor)->value()));
            continue;
        }
        if (key.front() != static_cast<char>(encoding::Keyspace::Item))
            continue;
        const auto row = encoding::RowView::parse((*cursor)->value());
        if (!row)
            return row.error().message;
        if (encoding::itemKey(definition.keys, row->item()) != key)
            return "an item stands under another's key";
        found.items += 1;
        found.bytes += row->item().sizeBytes() + 100;
        for (std::size_t i = 0; i < definition.indexes.size(); ++i) {
            const auto &each = definition.indexes[i];
            const auto indexKey = encoding::indexKey(each.id, each.keys, definition.keys, row->item());
            if (!indexKey)
                continue;
            const auto document = encoding::indexDocument(each, definition.keys, row->item());
            found.indexes[i].items += 1;
            found.indexes[i].bytes += document.view().sizeBytes() + 100;
            std::string value;
            encoding::appendIndexRow(document.bytes(), value);
            wanted.emplace_back(*indexKey, value);
        }
    }
    if (auto status = (*cursor)->status(); !status)
        return status.error().message;
    std::sort(wanted.begin(), wanted.end());
    if (wanted != present)
        return "the index rows are not those of the items: " + std::to_string(present.size()) + " instead of "
               + std::to_string(wanted.size());
    if (!(found == store.counts()))
        return "the counts are not those of the rows: " + std::to_string(store.counts().items) + " items instead of "
               + std::to_string(found.items);
    return {};
}

} // namespace stator::testing
