// What Query and Scan have in common before any table is known: their parameters, checked and parsed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/shapes.h"
#include "operations/legacy_parameters.h"
#include "operations/parameters.h"
#include "operations/projection.h"

namespace stator::operations {

struct PageParameters {
    std::string tableName;
    std::optional<std::string> indexName;
    api::Select select = api::Select::AllAttributes; // resolved: never a default
    bool isQuery = false;
    bool isStrong = false;
    std::uint32_t limit = 0; // 0: none
    std::optional<document::Item> exclusiveStart;
    std::optional<api::ReturnConsumedCapacity> capacity;
    std::optional<expression::Condition> filter;
    std::optional<expression::Projection> projection;
    bool filtersEntries = false; // of a local index, as they are: what they lack is not fetched for the filter
};

// The rules of Select against the projection that was given; the resolved Select.
struct SelectRules {
    std::optional<api::Select> select;
    bool hasProjectionExpression = false;
    bool hasAttributesToGet = false;
    bool hasIndex = false;
    bool isQuery = false;
};
Result<api::Select> resolveSelect(const SelectRules &rules);

// Values inside ExclusiveStartKey have words of their own in front.
Result<void> checkStartValues(const std::optional<document::Item> &start);

// The last of the expressions in order: filter, then projection.
template <class Request, class LegacyFilter>
Result<void> parseFilterAndProjection(Request &request, LegacyFilter &legacyFilter,
                                      expression::Placeholders &placeholders, PageParameters &page)
{
    if (request.filterExpression) {
        STATOR_TRY(page.filter, expression::parseCondition(*request.filterExpression,
                                                           expression::ExpressionKind::Filter, placeholders));
    } else if (legacyFilter && !legacyFilter->empty()) {
        STATOR_TRY(const auto conditions, legacyConditions(std::move(*legacyFilter)));
        STATOR_TRY(page.filter,
                   expression::conditionFromFilter(conditions, legacyOperator(request.conditionalOperator)));
    }
    STATOR_TRY(page.projection,
               projectionOf(request.projectionExpression, request.attributesToGet, placeholders));
    return {};
}

// What needs no parsing.
template <class Request>
Result<PageParameters> pageParametersOf(Request &request, bool isQuery)
{
    PageParameters page;
    STATOR_TRY(page.select,
               resolveSelect({request.select, request.projectionExpression.has_value(),
                              request.attributesToGet.has_value(), request.indexName.has_value(), isQuery}));
    page.isQuery = isQuery;
    page.tableName = std::move(request.tableName);
    page.indexName = std::move(request.indexName);
    page.isStrong = request.consistentRead.value_or(false);
    page.limit = static_cast<std::uint32_t>(request.limit.value_or(0));
    page.exclusiveStart = std::move(request.exclusiveStartKey);
    page.capacity = request.returnConsumedCapacity;
    return page;
}

} // namespace stator::operations
