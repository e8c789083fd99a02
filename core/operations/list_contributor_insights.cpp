#include "api/list_contributor_insights.h"

#include <algorithm>

#include "model/limits.h"
#include "operations/insights.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

using Summaries = std::vector<api::ContributorInsightsSummary>;

// Those that are on, the table before its indexes.
void addSummaries(const model::TableDefinition &table, Summaries &summaries)
{
    const auto add = [&](const model::ContributorInsights &insights, const std::string *index) {
        if (!insights.isEnabled)
            return;
        api::ContributorInsightsSummary &summary = summaries.emplace_back();
        summary.tableName = table.name;
        if (index)
            summary.indexName = *index;
        summary.contributorInsightsStatus = insightsStatus(insights);
        summary.contributorInsightsMode = insightsMode(insights);
    };
    add(table.insights, nullptr);
    for (const auto &index : table.indexes)
        add(index.insights, &index.name);
}

// A space stands before every character of a name: tokens are in the order of table, then index.
std::string tokenOf(const api::ContributorInsightsSummary &summary)
{
    return *summary.tableName + " " + summary.indexName.value_or(std::string());
}

Result<Summaries> allSummaries(const Environment &environment, const service::Call &call,
                               const std::optional<std::string> &table)
{
    Summaries summaries;
    if (table) {
        STATOR_TRY(const auto access, findTable(environment, call, *table));
        addSummaries(*access.definition, summaries);
        return summaries;
    }
    engine::Region *const region = environment.regions->find(call.region);
    if (!region)
        return summaries;
    for (const auto &name : region->tableNames({}, model::kTablesPerRegion))
        if (const auto handle = region->findTable(name))
            addSummaries(region->definition(*handle), summaries);
    return summaries;
}

} // namespace

void listContributorInsights(const Environment &environment, api::ListContributorInsightsRequest request,
                             service::Call call, Completion<api::ListContributorInsightsResponse> done)
{
    auto all = allSummaries(environment, call, request.tableName);
    if (!all.ok())
        return done(std::move(all).error());
    std::sort(all->begin(), all->end(), [](const auto &a, const auto &b) { return tokenOf(a) < tokenOf(b); });
    const std::int32_t asked = request.maxResults.value_or(0); // without a lower bound in the model
    const std::size_t limit = asked > 0 ? static_cast<std::size_t>(asked) : model::kContributorInsightsPerPage;
    api::ListContributorInsightsResponse response;
    response.contributorInsightsSummaries.emplace();
    for (auto &summary : *all) {
        if (request.nextToken && tokenOf(summary) <= *request.nextToken)
            continue;
        if (response.contributorInsightsSummaries->size() == limit) {
            response.nextToken = tokenOf(response.contributorInsightsSummaries->back());
            break;
        }
        response.contributorInsightsSummaries->push_back(std::move(summary));
    }
    done(std::move(response));
}

} // namespace stator::operations
