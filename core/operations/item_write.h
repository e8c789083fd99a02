// The common way of PutItem, UpdateItem and DeleteItem: what a write needs beside its mutation, and its
// reply.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/completion.h"
#include "operations/collection_metrics.h"
#include "operations/consumed_capacity.h"
#include "operations/item_mutation.h"
#include "operations/legacy_parameters.h"
#include "operations/parameters.h"
#include "operations/table_access.h"

namespace stator::operations {

// One checked write, ready for the engine, and what its reply shall tell.
struct ItemWrite {
    TableAccess access;
    engine::Write write;
    std::string shownName; // the table as the request named it
    std::optional<api::ReturnConsumedCapacity> capacity;
    std::optional<document::Item> collectionKey; // ItemCollectionMetrics are wanted
};

// The condition of a request in either form.
template <class Request>
Result<WriteCondition> writeConditionOf(Request &request, expression::Placeholders &placeholders)
{
    WriteCondition condition;
    condition.returnsItem =
        request.returnValuesOnConditionCheckFailure == api::ReturnValuesOnConditionCheckFailure::AllOld;
    if (request.conditionExpression) {
        STATOR_TRY(condition.condition,
                   expression::parseCondition(*request.conditionExpression,
                                              expression::ExpressionKind::Condition, placeholders));
    } else if (request.expected && !request.expected->empty()) {
        STATOR_TRY(const auto expected, legacyExpected(std::move(*request.expected)));
        STATOR_TRY(condition.condition,
                   expression::conditionFromExpected(expected, legacyOperator(request.conditionalOperator)));
    }
    return condition;
}

// What PutItem and DeleteItem check alike, in the service's order, before they look at the table; `item` is the
// request's item or key.
template <class Request>
Result<WriteCondition> checkedConditionOf(Request &request, const document::Item &item)
{
    STATOR_CHECK(checkNotMixed({{"Expected", request.expected.has_value()},
                                {"ConditionalOperator", request.conditionalOperator.has_value()}},
                               {{"ConditionExpression", request.conditionExpression.has_value()}}));
    const bool hasExpression = request.conditionExpression.has_value();
    STATOR_CHECK(checkPlaceholdersHaveUse(request.expressionAttributeNames.has_value(),
                                          request.expressionAttributeValues.has_value(),
                                          {hasExpression, hasExpression, "ConditionExpression is null"}));
    STATOR_CHECK(checkValues(item));
    STATOR_CHECK(checkOperatorHasUse(request.conditionalOperator.has_value(), request.expected.has_value()));
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(request.expressionAttributeNames),
                                                 request.expressionAttributeValues));
    STATOR_TRY(auto condition, writeConditionOf(request, placeholders));
    STATOR_CHECK(placeholders.checkAllUsed());
    return condition;
}

// Fills what the three requests say alike. `item` is the item or key that was checked.
template <class Request>
ItemWrite itemWriteOf(Request &request, TableAccess access, document::Item item)
{
    ItemWrite result;
    result.shownName = std::move(request.tableName);
    result.capacity = request.returnConsumedCapacity;
    if (request.returnItemCollectionMetrics == api::ReturnItemCollectionMetrics::Size)
        result.collectionKey = collectionKeyOf(*access.definition, item.view());
    result.write.table = access.table;
    result.write.item = std::move(item);
    result.write.wantsIndexEffects = isAsked(result.capacity) && !access.definition->indexes.empty();
    result.access = std::move(access);
    return result;
}

// Writes, and answers with what `attributes` makes of the effect.
template <class Response, class Attributes>
void runItemWrite(ItemWrite itemWrite, Completion<Response> done, Attributes attributes)
{
    engine::Region *region = itemWrite.access.region;
    engine::WriteSet set;
    set.writes.push_back(std::move(itemWrite.write));
    region->write(std::move(set), [itemWrite = std::move(itemWrite), done = std::move(done),
                                   attributes =
                                       std::move(attributes)](Result<engine::WriteOutcome> outcome) mutable {
        if (!outcome.ok())
            return done(std::move(outcome).error());
        engine::WriteEffect &effect = outcome->effects.front();
        Response response;
        if (isAsked(itemWrite.capacity)) {
            CapacityTally tally;
            tally.addWrite(effect);
            response.consumedCapacity =
                tally.reply(std::move(itemWrite.shownName), *itemWrite.access.definition, itemWrite.capacity);
        }
        if (itemWrite.collectionKey)
            response.itemCollectionMetrics =
                collectionMetrics(*itemWrite.access.table, std::move(*itemWrite.collectionKey));
        response.attributes = attributes(effect);
        done(std::move(response));
    });
}

} // namespace stator::operations
