#include "operations/statement_action.h"

#include <utility>

#include "operations/return_values.h"
#include "partiql/assignments.h"
#include "partiql/key_access.h"
#include "partiql/key_branches.h"
#include "partiql/where.h"

namespace stator::operations {

namespace {

using partiql::Returning;
using partiql::Statement;

// Developer Guide, "EXISTS": a full primary key and one other condition.
Error noOtherCondition()
{
    return Error::validation("EXISTS() must contain a single item read with additional condition");
}

Result<void> readWhere(const Statement &statement, const model::TableDefinition &table, ItemAction &action)
{
    auto access = partiql::itemAccess(statement, table.keys);
    const bool isCheck = statement.kind == Statement::Kind::Exists;
    if (isCheck && (!access || access->usesIn))
        return noOtherCondition();
    if (!access || access->usesIn)
        return Error::validation("Where clause does not contain a mandatory equality on all key attributes");
    if (!isCheck && !access->conflict.empty())
        return Error::validation("Multiple conditions on same key " + access->conflict +
                                 ". Only single item Update/Insert/Delete are supported");
    action.item = std::move(access->key);
    STATOR_TRY(action.condition.condition, partiql::conditionOf(statement, access->known));
    return {};
}

} // namespace

Result<ItemAction> actionOf(const Statement &statement, const model::TableDefinition &table,
                            std::optional<api::ReturnValuesOnConditionCheckFailure> onFailure)
{
    ItemAction action;
    action.tableName = statement.table;
    action.condition.returnsItem = onFailure == api::ReturnValuesOnConditionCheckFailure::AllOld;
    switch (statement.kind) {
    case Statement::Kind::Insert:
        action.kind = ItemAction::Kind::Insert;
        action.item = document::Item(document::ItemView(statement.item.bytes()));
        return action;
    case Statement::Kind::Update: {
        action.kind = ItemAction::Kind::Update;
        action.condition.requiresItem = true;
        STATOR_TRY(auto update, partiql::updateOf(statement));
        action.update = std::make_shared<const expression::Update>(std::move(update));
        break;
    }
    case Statement::Kind::Delete:
        action.kind = ItemAction::Kind::Delete;
        break;
    case Statement::Kind::Exists:
        action.kind = ItemAction::Kind::Check;
        action.condition.requiresItem = true;
        break;
    case Statement::Kind::Select:
        STATOR_ASSERT(false);
    }
    STATOR_CHECK(readWhere(statement, table, action));
    if (statement.kind == Statement::Kind::Exists && !action.condition.condition)
        return noOtherCondition();
    return action;
}

api::ReturnValue returnValueOf(Returning returning)
{
    switch (returning) {
    case Returning::AllOld:
        return api::ReturnValue::AllOld;
    case Returning::ModifiedOld:
        return api::ReturnValue::UpdatedOld;
    case Returning::AllNew:
        return api::ReturnValue::AllNew;
    case Returning::ModifiedNew:
        return api::ReturnValue::UpdatedNew;
    case Returning::Nothing:
        break;
    }
    return api::ReturnValue::None;
}

void wantImage(engine::Write &write, Returning returning)
{
    write.wantsPrevious = returnsOld(returnValueOf(returning));
    write.wantsCurrent = returnsNew(returnValueOf(returning));
}

std::optional<document::Item> returnedImage(engine::WriteEffect &effect, Returning returning,
                                            const expression::Update *update)
{
    if (returning == Returning::Nothing)
        return std::nullopt;
    return update ? imageOf(effect, returnValueOf(returning), *update) : std::move(effect.previous);
}

Result<document::Item> keyOfOneItem(const Statement &statement, const model::KeySchema &keys,
                                    std::string_view refusal)
{
    STATOR_CHECK(partiql::checkBranches(statement, keys));
    auto access = partiql::itemAccess(statement, keys);
    if (!access || access->known.size() != statement.conjuncts.size())
        return Error::validation(std::string(refusal));
    return std::move(access->key);
}

document::Item selectedOf(const partiql::Selection &selection, document::Item item)
{
    if (selection.isWholeItem())
        return item;
    document::ItemList list;
    selection.appendTo(list, item.view());
    return document::Item(list[0]);
}

} // namespace stator::operations
