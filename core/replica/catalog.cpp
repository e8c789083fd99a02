#include "replica/catalog.h"

namespace stator::replica {

DefinitionHandle CatalogSnapshot::find(std::string_view name) const
{
    const auto found = byName.find(name);
    return found == byName.end() ? nullptr : found->second;
}

DefinitionHandle CatalogSnapshot::find(std::uint64_t storageId) const
{
    const auto found = byStorageId.find(storageId);
    return found == byStorageId.end() ? nullptr : found->second;
}

Catalog::Catalog() : m_snapshot(std::make_shared<CatalogSnapshot>()) {}

std::shared_ptr<const CatalogSnapshot> Catalog::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

DefinitionHandle Catalog::find(std::string_view name) const
{
    return snapshot()->find(name);
}

DefinitionHandle Catalog::find(std::uint64_t storageId) const
{
    return snapshot()->find(storageId);
}

std::uint64_t Catalog::reserveStorageId()
{
    return m_lastStorageId.fetch_add(1) + 1;
}

void Catalog::markStorageIdUsed(std::uint64_t storageId)
{
    std::uint64_t last = m_lastStorageId.load();
    while (last < storageId && !m_lastStorageId.compare_exchange_weak(last, storageId)) {
    }
}

void Catalog::put(model::TableDefinition definition)
{
    std::vector<model::TableDefinition> one;
    one.push_back(std::move(definition));
    putAll(std::move(one));
}

void Catalog::putAll(std::vector<model::TableDefinition> definitions)
{
    auto next = std::make_shared<CatalogSnapshot>(*snapshot());
    for (auto &definition : definitions) {
        markStorageIdUsed(definition.storageId);
        const auto handle = std::make_shared<const model::TableDefinition>(std::move(definition));
        next->byName[handle->name] = handle;
        next->byStorageId[handle->storageId] = handle;
    }
    const std::lock_guard lock(m_mutex);
    m_snapshot = std::move(next);
}

void Catalog::remove(std::uint64_t storageId)
{
    auto next = std::make_shared<CatalogSnapshot>(*snapshot());
    const auto found = next->byStorageId.find(storageId);
    if (found == next->byStorageId.end())
        return;
    // A new table may have taken the name already.
    const auto named = next->byName.find(found->second->name);
    if (named != next->byName.end() && named->second->storageId == storageId)
        next->byName.erase(named);
    next->byStorageId.erase(found);
    const std::lock_guard lock(m_mutex);
    m_snapshot = std::move(next);
}

} // namespace stator::replica
