#include "engine/catalog_change.h"

#include <utility>

namespace stator::engine {

void CatalogChange::start(std::shared_ptr<Core> core, std::string table, Plan plan,
                          Completion<TableHandle> done)
{
    if (!core->gate.enter()) {
        done(Error::shuttingDown());
        return;
    }
    auto *change = new CatalogChange(std::move(core), std::move(table), std::move(plan), std::move(done));
    Latches &names = change->m_core->nameLatches;
    if (names.acquire(Latches::fingerprintOf(0, change->m_table), LatchMode::Exclusive, *change))
        change->nameHeld();
}

CatalogChange::CatalogChange(std::shared_ptr<Core> core, std::string table, Plan plan,
                             Completion<TableHandle> done)
    : m_core(std::move(core)), m_table(std::move(table)), m_plan(std::move(plan)), m_done(std::move(done))
{}

void CatalogChange::granted()
{
    if (!m_isNameHeld)
        return nameHeld();
    tableHeld();
}

void CatalogChange::nameHeld()
{
    m_isNameHeld = true;
    m_current = m_core->registry.find(m_table);
    if (!m_current)
        return tableHeld();
    const auto fingerprint = Latches::fingerprintOf(m_current->definition().storageId, {});
    if (m_core->tableLatches.acquire(fingerprint, LatchMode::Exclusive, *this))
        tableHeld();
}

void CatalogChange::tableHeld()
{
    m_isTableHeld = m_current != nullptr;
    auto changes = m_plan(m_current);
    if (!changes.ok())
        return finish(std::move(changes).error());
    if (changes->empty())
        return finish(m_current);
    encoding::Entry entry;
    entry.cause = encoding::Cause::System;
    entry.changes = std::move(changes).value();
    m_core->group->submit(std::move(entry),
                          [this](Result<encoding::Position> position) { submitted(std::move(position)); });
}

void CatalogChange::submitted(Result<encoding::Position> position)
{
    if (!position.ok())
        return finish(std::move(position).error());
    finish(updateRegistry());
}

Result<TableHandle> CatalogChange::updateRegistry()
{
    auto definition = m_core->group->leader().catalog().find(m_table);
    if (!definition) {
        if (m_current)
            m_core->registry.remove(m_current->definition().storageId);
        return TableHandle();
    }
    STATOR_TRY(auto store, m_core->group->leader().store(definition->storageId));
    auto table = std::make_shared<const Table>(std::move(definition), std::move(store));
    m_core->registry.put(table);
    return TableHandle(std::move(table));
}

void CatalogChange::finish(Result<TableHandle> table)
{
    if (m_isTableHeld)
        m_core->tableLatches.release(Latches::fingerprintOf(m_current->definition().storageId, {}),
                                     LatchMode::Exclusive);
    m_core->nameLatches.release(Latches::fingerprintOf(0, m_table), LatchMode::Exclusive);
    Completion<TableHandle> done = std::move(m_done);
    const std::shared_ptr<Core> core = m_core;
    delete this;
    core->gate.leave();
    done(std::move(table));
    Latches::runGranted();
}

} // namespace stator::engine
