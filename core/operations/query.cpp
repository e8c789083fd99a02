#include "operations/operation_functions.h"

#include "api/query.h"
#include "operations/page_read.h"

namespace stator::operations {

namespace {

Result<void> checkParameters(const api::QueryRequest &request)
{
    // KeyConditions may stand beside a FilterExpression or ProjectionExpression (unverified).
    const bool mixesKeys = request.keyConditions && request.keyConditionExpression;
    STATOR_CHECK(checkNotMixed({{"AttributesToGet", request.attributesToGet.has_value()},
                                {"QueryFilter", request.queryFilter.has_value()},
                                {"ConditionalOperator", request.conditionalOperator.has_value()},
                                {"KeyConditions", mixesKeys}},
                               {{"ProjectionExpression", request.projectionExpression.has_value()},
                                {"FilterExpression", request.filterExpression.has_value()},
                                {"KeyConditionExpression", request.keyConditionExpression.has_value()}}));
    const bool mayUseValues = request.filterExpression || request.keyConditionExpression;
    STATOR_CHECK(checkPlaceholdersHaveUse(request.expressionAttributeNames.has_value(),
                                          request.expressionAttributeValues.has_value(),
                                          {mayUseValues || request.projectionExpression, mayUseValues,
                                           "FilterExpression and KeyConditionExpression are null"}));
    STATOR_CHECK(checkStartValues(request.exclusiveStartKey));
    STATOR_CHECK(
        checkOperatorHasUse(request.conditionalOperator.has_value(), request.queryFilter.has_value()));
    return {};
}

Result<expression::KeyConditions> keyConditionsOf(api::QueryRequest &request,
                                                  expression::Placeholders &placeholders)
{
    if (request.keyConditionExpression)
        return expression::parseKeyCondition(*request.keyConditionExpression, placeholders);
    if (!request.keyConditions)
        return Error::validation(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
    STATOR_TRY(const auto conditions, legacyConditions(std::move(*request.keyConditions)));
    return expression::keyConditionsFromLegacy(conditions);
}

Result<api::QueryResponse> answer(const Environment &environment, const service::Call &call,
                                  api::QueryRequest &request)
{
    STATOR_CHECK(checkParameters(request));
    STATOR_TRY(auto page, pageParametersOf(request, true));
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(request.expressionAttributeNames),
                                                 request.expressionAttributeValues));
    STATOR_TRY(const auto keyConditions, keyConditionsOf(request, placeholders));
    STATOR_CHECK(parseFilterAndProjection(request, request.queryFilter, placeholders, page));
    STATOR_CHECK(placeholders.checkAllUsed());

    STATOR_TRY(const auto target, openPageTarget(environment, call, page));
    STATOR_TRY(auto bound, expression::bindKeyCondition(keyConditions, target.read.keys()));
    if (page.filter)
        STATOR_CHECK(
            expression::checkFilterKeys(*page.filter, target.read.keys(),
                                        request.filterExpression ? "Filter Expression" : "QueryFilter"));
    engine::PageRequest read;
    read.condition = keyCondition(std::move(bound));
    read.isForward = request.scanIndexForward.value_or(true);
    if (page.exclusiveStart)
        STATOR_CHECK(checkQueryStart(target.read, *read.condition, page.exclusiveStart->view()));
    STATOR_TRY(auto result, readPage(target, page, std::move(read)));
    return pageResponse<api::QueryResponse>(std::move(result), page.select);
}

} // namespace

void query(const Environment &environment, api::QueryRequest request, service::Call call,
           Completion<api::QueryResponse> done)
{
    done(answer(environment, call, request));
}

} // namespace stator::operations
