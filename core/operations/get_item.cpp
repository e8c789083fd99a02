#include "operations/operation_functions.h"

#include "api/get_item.h"
#include "operations/consumed_capacity.h"
#include "operations/item_read.h"
#include "operations/key_check.h"
#include "operations/projection.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

Result<api::GetItemResponse> answer(const Environment &environment, const service::Call &call,
                                    api::GetItemRequest &request)
{
    STATOR_CHECK(checkNotMixed({{"AttributesToGet", request.attributesToGet.has_value()}},
                               {{"ProjectionExpression", request.projectionExpression.has_value()}}));
    STATOR_CHECK(checkPlaceholdersHaveUse(request.expressionAttributeNames.has_value(), false,
                                          {request.projectionExpression.has_value(), false, {}}));
    STATOR_CHECK(checkValues(request.key));
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(request.expressionAttributeNames), {}));
    STATOR_TRY(const auto projection,
               projectionOf(request.projectionExpression, request.attributesToGet, placeholders));
    STATOR_CHECK(placeholders.checkAllUsed());

    STATOR_TRY(const auto access, openTable(environment, call, request.tableName));
    STATOR_CHECK(checkKey(access.definition->keys, request.key.view()));
    if (projection)
        STATOR_CHECK(expression::checkNoPathIntoKeys(projection->attributes, *access.definition));

    const bool isStrong = request.consistentRead.value_or(false);
    STATOR_TRY(auto read, readItem(access, request.key.view(),
                                   isStrong ? model::ReadMode::Strong : model::ReadMode::Eventual));
    auto &item = read.item;
    api::GetItemResponse response;
    if (isAsked(request.returnConsumedCapacity)) {
        CapacityTally tally;
        tally.addTable(read.units);
        response.consumedCapacity =
            tally.reply(std::move(request.tableName), *access.definition, request.returnConsumedCapacity);
    }
    if (item && projection)
        response.item = document::project(item->view(), projection->paths);
    else
        response.item = std::move(item);
    return response;
}

} // namespace

void getItem(const Environment &environment, api::GetItemRequest request, service::Call call,
             Completion<api::GetItemResponse> done)
{
    done(answer(environment, call, request));
}

} // namespace stator::operations
