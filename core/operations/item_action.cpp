#include "operations/item_action.h"

#include <utility>

#include "model/limits.h"
#include "operations/key_check.h"

namespace stator::operations {

Result<void> checkAction(const ItemAction &action, const model::TableDefinition &table)
{
    if (action.condition.condition)
        STATOR_CHECK(expression::checkNoPathIntoKeys(action.condition.condition->attributes, table));
    if (action.kind != ItemAction::Kind::Put && action.kind != ItemAction::Kind::Insert) {
        STATOR_CHECK(checkKey(table.keys, action.item.view()));
        return action.update ? checkUpdateTargets(*action.update, table) : Result<void>();
    }
    if (action.item.view().sizeBytes() > model::kItemBytes ||
        !fitsWithLocalEntries(table, action.item.view()))
        return Error::validation("Item size has exceeded the maximum allowed size");
    return checkItemKeys(table, action.item.view());
}

engine::Write writeOf(ItemAction action, const TableAccess &access, bool wantsIndexes)
{
    engine::Write write;
    write.table = access.table;
    write.wantsIndexEffects = wantsIndexes && !access.definition->indexes.empty();
    switch (action.kind) {
    case ItemAction::Kind::Put:
        write.mutation = putMutation(std::move(action.condition));
        break;
    case ItemAction::Kind::Insert:
        write.mutation = insertMutation();
        break;
    case ItemAction::Kind::Delete:
        write.mutation = deleteMutation(std::move(action.condition));
        break;
    case ItemAction::Kind::Update:
        write.mutation = updateMutation(std::move(action.condition), std::move(action.update), action.item,
                                        access.table, access.definition);
        break;
    case ItemAction::Kind::Check:
        write.mutation = checkMutation(std::move(action.condition));
        break;
    }
    write.item = std::move(action.item);
    return write;
}

} // namespace stator::operations
