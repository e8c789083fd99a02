#include "operations/operation_functions.h"

#include "api/scan.h"
#include "operations/page_read.h"

namespace stator::operations {

namespace {

Result<void> checkSegments(const api::ScanRequest &request)
{
    if (request.segment && !request.totalSegments)
        return Error::validation(
            "The TotalSegments parameter is required but was not present in the request when "
            "Segment parameter is present");
    if (request.totalSegments && !request.segment)
        return Error::validation(
            "The Segment parameter is required but was not present in the request when parameter "
            "TotalSegments is present");
    if (request.segment && *request.segment >= *request.totalSegments)
        return Error::validation(
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
            "Segment: " +
            std::to_string(*request.segment) +
            " is not less than TotalSegments: " + std::to_string(*request.totalSegments));
    return {};
}

Result<void> checkParameters(const api::ScanRequest &request)
{
    STATOR_CHECK(checkNotMixed({{"AttributesToGet", request.attributesToGet.has_value()},
                                {"ScanFilter", request.scanFilter.has_value()},
                                {"ConditionalOperator", request.conditionalOperator.has_value()}},
                               {{"ProjectionExpression", request.projectionExpression.has_value()},
                                {"FilterExpression", request.filterExpression.has_value()}}));
    STATOR_CHECK(checkPlaceholdersHaveUse(
        request.expressionAttributeNames.has_value(), request.expressionAttributeValues.has_value(),
        {request.filterExpression || request.projectionExpression, request.filterExpression.has_value(),
         "FilterExpression is null"}));
    STATOR_CHECK(checkStartValues(request.exclusiveStartKey));
    STATOR_CHECK(
        checkOperatorHasUse(request.conditionalOperator.has_value(), request.scanFilter.has_value()));
    return checkSegments(request);
}

Result<api::ScanResponse> answer(const Environment &environment, const service::Call &call,
                                 api::ScanRequest &request)
{
    STATOR_CHECK(checkParameters(request));
    STATOR_TRY(auto page, pageParametersOf(request, false));
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(request.expressionAttributeNames),
                                                 request.expressionAttributeValues));
    STATOR_CHECK(parseFilterAndProjection(request, request.scanFilter, placeholders, page));
    STATOR_CHECK(placeholders.checkAllUsed());

    STATOR_TRY(const auto target, openPageTarget(environment, call, page));
    engine::PageRequest read;
    read.indexId = target.read.index ? target.read.index->id : 0;
    read.segment = static_cast<std::uint32_t>(request.segment.value_or(0));
    read.totalSegments = static_cast<std::uint32_t>(request.totalSegments.value_or(1));
    if (page.exclusiveStart)
        STATOR_CHECK(checkScanStart(target.read, read, page.exclusiveStart->view()));
    STATOR_TRY(auto result, readPage(target, page, std::move(read)));
    return pageResponse<api::ScanResponse>(std::move(result), page.select);
}

} // namespace

void scan(const Environment &environment, api::ScanRequest request, service::Call call,
          Completion<api::ScanResponse> done)
{
    done(answer(environment, call, request));
}

} // namespace stator::operations
