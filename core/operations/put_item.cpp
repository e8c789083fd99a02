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
    STATOR_CHECK(checkNotMixed({{"Expected", request.expected.has_value()},
                                {"ConditionalOperator", request.conditionalOperator.has_value()}},
                               {{"ConditionExpression", request.conditionExpression.has_value()}}));
    const bool hasExpression = request.conditionExpression.has_value();
    STATOR_CHECK(checkPlaceholdersHaveUse(request.expressionAttributeNames.has_value(),
                                          request.expressionAttributeValues.has_value(),
                                          {hasExpression, hasExpression, "ConditionExpression is null"}));
    STATOR_CHECK(checkValues(request.item));
    STATOR_CHECK(checkOperatorHasUse(request.conditionalOperator.has_value(), request.expected.has_value()));
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(request.expressionAttributeNames),
                                                 request.expressionAttributeValues));
    STATOR_TRY(auto condition, writeConditionOf(request, placeholders));
    STATOR_CHECK(placeholders.checkAllUsed());
    if (request.item.view().sizeBytes() > model::kItemBytes)
        return Error::validation("Item size has exceeded the maximum allowed size");
    STATOR_CHECK(checkReturnsOldOrNone(request.returnValues));

    STATOR_TRY(auto access, openTable(environment, call, request.tableName));
    const model::TableDefinition &table = *access.definition;
    STATOR_CHECK(checkItemKeys(table, request.item.view()));
    if (condition.condition)
        STATOR_CHECK(expression::checkNoPathIntoKeys(condition.condition->attributes, table.keys));
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
