#include "api/describe_contributor_insights.h"

#include "operations/insights.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

void describeContributorInsights(const Environment &environment,
                                 api::DescribeContributorInsightsRequest request, service::Call call,
                                 Completion<api::DescribeContributorInsightsResponse> done)
{
    const auto access = findTable(environment, call, request.tableName);
    if (!access.ok())
        return done(access.error());
    const model::TableDefinition &table = *access->definition;
    const auto found = insightsOf(table, request.indexName);
    if (!found.ok())
        return done(found.error());
    const model::ContributorInsights &insights = **found;
    api::DescribeContributorInsightsResponse response;
    response.tableName = table.name;
    response.indexName = request.indexName;
    response.contributorInsightsStatus = insightsStatus(insights);
    if (insights.changed != 0)
        response.lastUpdateDateTime = static_cast<double>(insights.changed) / 1e6;
    if (insights.isEnabled) {
        response.contributorInsightsRuleList = insightsRules(table, request.indexName, insights);
        response.contributorInsightsMode = insightsMode(insights);
    }
    done(std::move(response));
}

} // namespace stator::operations
