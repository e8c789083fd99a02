// A CatalogChange is one change of a table's definition on its way: name → table latch → plan → submit →
// registry → answer.
//
// It holds the table's name and, if the table exists, the table itself exclusively, from the plan to the
// registry: no write is under way meanwhile, so every entry is applied under the catalog it was made under.
// It belongs to whoever calls it next, as a PendingWrite does.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/completion.h"
#include "encoding/entry.h"
#include "engine/core.h"
#include "engine/latches.h"

namespace stator::engine {

class CatalogChange final : private LatchWaiter {
public:
    // What to log, given the table as it is; null: there is none. Nothing to log: nothing changes.
    using Plan = std::function<Result<std::vector<encoding::Change>>(const TableHandle &current)>;

    // Answers the table as it is afterwards; null: it is gone.
    static void start(std::shared_ptr<Core> core, std::string table, Plan plan, Completion<TableHandle> done);

private:
    CatalogChange(std::shared_ptr<Core> core, std::string table, Plan plan, Completion<TableHandle> done);
    ~CatalogChange() = default;

    void granted() override;
    void nameHeld();
    void tableHeld();
    void submitted(Result<encoding::Position> position);
    Result<TableHandle> updateRegistry();
    void finish(Result<TableHandle> table);

    const std::shared_ptr<Core> m_core;
    const std::string m_table;
    const Plan m_plan;
    Completion<TableHandle> m_done;

    bool m_isNameHeld = false;
    TableHandle m_current; // whose latch is held, or waited for
    bool m_isTableHeld = false;
};

} // namespace stator::engine
