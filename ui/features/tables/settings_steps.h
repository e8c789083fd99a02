// From the settings a table has to those it should have: the fewest requests, each with the field it came from,
// in an order the service accepts. It takes most changes alone, and the next when the table has settled.
#pragma once

#include <variant>
#include <vector>

#include "api/delete_resource_policy.h"
#include "api/put_resource_policy.h"
#include "api/tag_resource.h"
#include "api/untag_resource.h"
#include "api/update_contributor_insights.h"
#include "api/update_table.h"
#include "api/update_time_to_live.h"
#include "features/tables/table_settings.h"

namespace stator::ui {

enum class SettingsField {
    Capacity,
    Protection,
    TimeToLive,
    Stream,
    TableClass,
    Encryption,
    Insights,
    Policy,
    Tags,
    Indexes
};

struct SettingsStep {
    SettingsField field;
    std::variant<api::UpdateTableRequest, api::UpdateTimeToLiveRequest, api::UpdateContributorInsightsRequest,
                 api::PutResourcePolicyRequest, api::DeleteResourcePolicyRequest, api::TagResourceRequest,
                 api::UntagResourceRequest>
        request;
};

// A step may open the way for others, which are told when it is done: ask again after each.
std::vector<SettingsStep> stepsFrom(const TableSettings &now, const TableSettings &wanted,
                                    const api::TableDescription &table);
// How many settings differ, as a person counts them.
int changeCount(const TableSettings &now, const TableSettings &wanted);

} // namespace stator::ui
