// The Catalog knows the tables of a region by name and by storage id.
//
// Definitions are immutable: a change replaces the whole definition, and whoever holds the old one keeps it.
// The catalog is an image of rows in the zone's system store; only apply changes it.
//
// Threads: every method from any thread. A snapshot() is consistent in itself and never changes.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/table_definition.h"

namespace stator::replica {

using DefinitionHandle = std::shared_ptr<const model::TableDefinition>;

// The catalog at one moment.
struct CatalogSnapshot {
    std::map<std::string, DefinitionHandle, std::less<>> byName; // byte order, as ListTables wants it
    std::unordered_map<std::uint64_t, DefinitionHandle> byStorageId;

    DefinitionHandle find(std::string_view name) const;          // null: there is none
    DefinitionHandle find(std::uint64_t storageId) const;
};

class Catalog {
public:
    Catalog();

    std::shared_ptr<const CatalogSnapshot> snapshot() const;
    DefinitionHandle find(std::string_view name) const; // null: there is none
    DefinitionHandle find(std::uint64_t storageId) const;

    // A storage id no table has or had. One that ends up unused may be given again after a restart.
    std::uint64_t reserveStorageId();

    // For apply and recovery alone.
    void put(model::TableDefinition definition);
    void putAll(std::vector<model::TableDefinition> definitions);
    void remove(std::uint64_t storageId);
    // No id up to `storageId` is ever reserved.
    void markStorageIdUsed(std::uint64_t storageId);
    std::uint64_t lastStorageId() const { return m_lastStorageId.load(); }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const CatalogSnapshot> m_snapshot;
    std::atomic<std::uint64_t> m_lastStorageId{0};
};

} // namespace stator::replica
