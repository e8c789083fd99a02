// The TableRegistry finds the current Table by name or storage id: the catalog, with stores opened.
//
// Threads: every method from any thread. put() and remove() of one table come one at a time: whoever calls
// them holds the table's name.
#pragma once

#include <cstdint>
#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/region.h"
#include "engine/table.h"

namespace stator::engine {

class TableRegistry {
public:
    // Takes the place of the table with this storage id, which is retired.
    void put(TableHandle table);
    void remove(std::uint64_t storageId);
    void clear();

    TableHandle find(std::string_view name) const; // null: there is none
    TableHandle find(std::uint64_t storageId) const;
    std::vector<std::string> names(std::string_view after, std::size_t limit) const; // byte order
    std::vector<TableHandle> all() const;

private:
    mutable std::shared_mutex m_mutex; // guards what follows
    std::map<std::string, TableHandle, std::less<>> m_byName;
    std::unordered_map<std::uint64_t, TableHandle> m_byStorageId;
};

} // namespace stator::engine
