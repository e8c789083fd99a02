#include "api/update_contributor_insights.h"

#include "operations/control_errors.h"
#include "operations/insights.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

// Nothing changes if it is so already.
Result<model::TableDefinition> switched(const api::UpdateContributorInsightsRequest &request, TimeMicros now,
                                        const model::TableDefinition &before)
{
    STATOR_CHECK(checkSettled(before));
    model::TableDefinition after = before;
    STATOR_TRY(model::ContributorInsights *const insights, insightsOf(after, request.indexName));
    const bool isEnabled = request.contributorInsightsAction == api::ContributorInsightsAction::Enable;
    const bool isThrottledOnly = request.contributorInsightsMode == api::ContributorInsightsMode::ThrottledKeys;
    const auto mode = isEnabled && isThrottledOnly ? model::InsightsMode::ThrottledKeys
                                                   : model::InsightsMode::AccessedAndThrottledKeys;
    const bool isSame = insights->isEnabled == isEnabled && (!isEnabled || insights->mode == mode);
    if (isSame)
        return before;
    *insights = {isEnabled, mode, now};
    return after;
}

// What the answer shows: on its way, unless it was there already.
api::ContributorInsightsStatus answeredStatus(bool isEnabled, bool isChanged)
{
    if (isEnabled)
        return isChanged ? api::ContributorInsightsStatus::Enabling : api::ContributorInsightsStatus::Enabled;
    return isChanged ? api::ContributorInsightsStatus::Disabling : api::ContributorInsightsStatus::Disabled;
}

} // namespace

void updateContributorInsights(const Environment &environment, api::UpdateContributorInsightsRequest request,
                               service::Call call, Completion<api::UpdateContributorInsightsResponse> done)
{
    const TableName name = resolveName(environment, call, request.tableName);
    if (!name.region)
        return done(tableNotFound(name.name));
    const auto isChanged = std::make_shared<bool>(false);
    auto edit = [request, isChanged, now = environment.clock->nowMicros()](
                    const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_TRY(model::TableDefinition after, switched(request, now, before));
        *isChanged = !(after == before);
        return after;
    };
    name.region->updateTable(
        name.name, std::move(edit),
        [region = name.region, request, isChanged, done = std::move(done)](Result<engine::TableHandle> table) mutable {
            if (!table.ok())
                return done(std::move(table).error());
            const model::TableDefinition &definition = region->definition(**table);
            const auto insights = insightsOf(definition, request.indexName);
            if (!insights.ok())
                return done(insights.error());
            api::UpdateContributorInsightsResponse response;
            response.tableName = definition.name;
            response.indexName = request.indexName;
            response.contributorInsightsStatus = answeredStatus((*insights)->isEnabled, *isChanged);
            response.contributorInsightsMode = insightsMode(**insights);
            done(std::move(response));
        });
}

} // namespace stator::operations
