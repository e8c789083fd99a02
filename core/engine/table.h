// A Table is one table as the catalog has it at one moment: its definition and its rows.
//
// Immutable but for one mark: a change of the definition makes a new Table and retires this one. Whoever
// holds a retired Table may go on reading; writers look for its successor under the table's latch.
//
// Threads: every method from any thread.
#pragma once

#include <atomic>
#include <memory>
#include <utility>

#include "replica/catalog.h"
#include "replica/table_store.h"

namespace stator::engine {

class Table {
public:
    Table(replica::DefinitionHandle definition, replica::TableStoreHandle store)
        : m_definition(std::move(definition)), m_store(std::move(store))
    {}

    const model::TableDefinition &definition() const { return *m_definition; }
    const replica::TableStore &store() const { return *m_store; }

    bool isCurrent() const { return m_isCurrent.load(std::memory_order_acquire); }
    void retire() const { m_isCurrent.store(false, std::memory_order_release); }

    // Items can be written: it is neither being made nor being deleted.
    bool isWritable() const
    {
        return m_definition->status == model::TableStatus::Active ||
               m_definition->status == model::TableStatus::Updating;
    }

private:
    const replica::DefinitionHandle m_definition;
    const replica::TableStoreHandle m_store;
    mutable std::atomic<bool> m_isCurrent{true};
};

} // namespace stator::engine
