#include "operations/operation_functions.h"

#include "api/put_item.h"
#include "model/limits.h"
#include "operations/item_write.h"
#include "operations/key_check.h"
#include "operations/return_values.h"

namespace stator::operations {

namespace {

Result<ItemWrite> prepare(const Environment &environment, const service::Call &call,
                          api::PutItemRequest &request)
{
    STATOR_TRY(auto condition, checkedConditionOf(request, request.item));
    if (request.item.view().sizeBytes() > model::kItemBytes)
        return Error::validation("Item size has exceeded the maximum allowed size");
    STATOR_CHECK(checkReturnsOldOrNone(request.returnValues));

    STATOR_TRY(auto access, openTable(environment, call, request.tableName));
    const model::TableDefinition &table = *access.definition;
    STATOR_CHECK(checkItemKeys(table, request.item.view()));
    if (condition.condition)
        STATOR_CHECK(expression::checkNoPathIntoKeys(condition.condition->attributes, table));
    if (!fitsWithLocalEntries(table, request.item.view()))
        return Error::validation("Item size has exceeded the maximum allowed size");

    ItemWrite write = itemWriteOf(request, std::move(access), std::move(request.item));
    write.write.mutation = putMutation(std::move(condition));
    write.write.wantsPrevious = request.returnValues == api::ReturnValue::AllOld;
    return write;
}

} // namespace

void putItem(const Environment &environment, api::PutItemRequest request, service::Call call,
             Completion<api::PutItemResponse> done)
{
    auto write = prepare(environment, call, request);
    if (!write.ok())
        return done(std::move(write).error());
    runItemWrite(std::move(*write), std::move(done),
                 [](engine::WriteEffect &effect) { return std::move(effect.previous); });
}

} // namespace stator::operations
