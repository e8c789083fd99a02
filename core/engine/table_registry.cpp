#include "engine/table_registry.h"

#include <mutex>

namespace stator::engine {

void TableRegistry::put(TableHandle table)
{
    TableHandle old; // its last handle may close a store: not under the lock
    const std::unique_lock lock(m_mutex);
    auto &place = m_byStorageId[table->definition().storageId];
    old = std::move(place);
    place = table;
    m_byName[table->definition().name] = std::move(table);
    if (old)
        old->retire();
}

void TableRegistry::remove(std::uint64_t storageId)
{
    TableHandle old;
    const std::unique_lock lock(m_mutex);
    const auto place = m_byStorageId.find(storageId);
    if (place == m_byStorageId.end())
        return;
    old = std::move(place->second);
    old->retire();
    m_byStorageId.erase(place);
    const auto named = m_byName.find(old->definition().name);
    if (named != m_byName.end() && named->second == old)
        m_byName.erase(named);
}

void TableRegistry::clear()
{
    std::unordered_map<std::uint64_t, TableHandle> old;
    const std::unique_lock lock(m_mutex);
    m_byStorageId.swap(old);
    m_byName.clear();
    for (const auto &entry : old)
        entry.second->retire();
}

TableHandle TableRegistry::find(std::string_view name) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? nullptr : found->second;
}

TableHandle TableRegistry::find(std::uint64_t storageId) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_byStorageId.find(storageId);
    return found == m_byStorageId.end() ? nullptr : found->second;
}

std::vector<std::string> TableRegistry::names(std::string_view after, std::size_t limit) const
{
    std::vector<std::string> names;
    const std::shared_lock lock(m_mutex);
    for (auto at = after.empty() ? m_byName.begin() : m_byName.upper_bound(after);
         at != m_byName.end() && names.size() < limit; ++at)
        names.push_back(at->first);
    return names;
}

std::vector<TableHandle> TableRegistry::all() const
{
    std::vector<TableHandle> tables;
    const std::shared_lock lock(m_mutex);
    for (const auto &entry : m_byName)
        tables.push_back(entry.second);
    return tables;
}

} // namespace stator::engine
