#include "operations/operation_functions.h"

#include "api/update_item.h"
#include "operations/item_write.h"
#include "operations/key_check.h"
#include "operations/return_values.h"

namespace stator::operations {

namespace {

struct PreparedUpdate {
    ItemWrite write;
    std::shared_ptr<const expression::Update> update;
};

Result<void> checkParameters(const api::UpdateItemRequest &request)
{
    STATOR_CHECK(checkNotMixed({{"AttributeUpdates", request.attributeUpdates.has_value()},
                                {"Expected", request.expected.has_value()},
                                {"ConditionalOperator", request.conditionalOperator.has_value()}},
                               {{"UpdateExpression", request.updateExpression.has_value()},
                                {"ConditionExpression", request.conditionExpression.has_value()}}));
    const bool hasExpression = request.updateExpression || request.conditionExpression;
    STATOR_CHECK(checkPlaceholdersHaveUse(
        request.expressionAttributeNames.has_value(), request.expressionAttributeValues.has_value(),
        {hasExpression, hasExpression, "UpdateExpression and ConditionExpression are null"}));
    STATOR_CHECK(checkValues(request.key));
    return {};
}

// Neither form given: an update that changes nothing but makes the item.
Result<expression::Update> updateOf(api::UpdateItemRequest &request, expression::Placeholders &placeholders)
{
    if (request.updateExpression)
        return expression::parseUpdate(*request.updateExpression, placeholders);
    if (!request.attributeUpdates || request.attributeUpdates->empty())
        return expression::Update{};
    STATOR_TRY(const auto updates, legacyUpdates(std::move(*request.attributeUpdates)));
    return expression::updateFromAttributeUpdates(updates);
}

Result<PreparedUpdate> prepare(const Environment &environment, const service::Call &call,
                               api::UpdateItemRequest &request)
{
    STATOR_CHECK(checkParameters(request));
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(request.expressionAttributeNames),
                                                 request.expressionAttributeValues));
    STATOR_TRY(auto parsed, updateOf(request, placeholders));
    STATOR_CHECK(checkOperatorHasUse(request.conditionalOperator.has_value(), request.expected.has_value()));
    STATOR_TRY(auto condition, writeConditionOf(request, placeholders));
    STATOR_CHECK(placeholders.checkAllUsed());

    STATOR_TRY(auto access, openTable(environment, call, request.tableName));
    const model::TableDefinition &table = *access.definition;
    STATOR_CHECK(checkKey(table.keys, request.key.view()));
    auto update = std::make_shared<const expression::Update>(std::move(parsed));
    STATOR_CHECK(checkUpdateTargets(*update, table));
    if (condition.condition)
        STATOR_CHECK(expression::checkNoPathIntoKeys(condition.condition->attributes, table));

    const document::Item key = request.key;
    PreparedUpdate prepared{itemWriteOf(request, access, std::move(request.key)), update};
    prepared.write.write.mutation = updateMutation(std::move(condition), update, key, access.table, &table);
    prepared.write.write.wantsPrevious = returnsOld(request.returnValues);
    prepared.write.write.wantsCurrent = returnsNew(request.returnValues);
    return prepared;
}

} // namespace

void updateItem(const Environment &environment, api::UpdateItemRequest request, service::Call call,
                Completion<api::UpdateItemResponse> done)
{
    auto prepared = prepare(environment, call, request);
    if (!prepared.ok())
        return done(std::move(prepared).error());
    runItemWrite(std::move(prepared->write), std::move(done),
                 [update = prepared->update, values = request.returnValues](engine::WriteEffect &effect) {
                     return imageOf(effect, values, *update);
                 });
}

} // namespace stator::operations
