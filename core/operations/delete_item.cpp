#include "operations/operation_functions.h"

#include "api/delete_item.h"
#include "operations/item_write.h"
#include "operations/key_check.h"
#include "operations/return_values.h"

namespace stator::operations {

namespace {

Result<ItemWrite> prepare(const Environment &environment, const service::Call &call,
                          api::DeleteItemRequest &request)
{
    STATOR_TRY(auto condition, checkedConditionOf(request, request.key));
    STATOR_CHECK(checkReturnsOldOrNone(request.returnValues));

    STATOR_TRY(auto access, openTable(environment, call, request.tableName));
    STATOR_CHECK(checkKey(access.definition->keys, request.key.view()));
    if (condition.condition)
        STATOR_CHECK(expression::checkNoPathIntoKeys(condition.condition->attributes, *access.definition));

    ItemWrite write = itemWriteOf(request, std::move(access), std::move(request.key));
    write.write.mutation = deleteMutation(std::move(condition));
    write.write.wantsPrevious = request.returnValues == api::ReturnValue::AllOld;
    return write;
}

} // namespace

void deleteItem(const Environment &environment, api::DeleteItemRequest request, service::Call call,
                Completion<api::DeleteItemResponse> done)
{
    auto write = prepare(environment, call, request);
    if (!write.ok())
        return done(std::move(write).error());
    runItemWrite(std::move(*write), std::move(done),
                 [](engine::WriteEffect &effect) { return std::move(effect.previous); });
}

} // namespace stator::operations
