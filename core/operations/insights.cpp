#include "operations/insights.h"

namespace stator::operations {

namespace {

Error indexNotFound(const model::TableDefinition &table, const std::string &index)
{
    return Error::resourceNotFound("Requested resource not found: Index: " + index +
                                   " not found for table: " + table.name);
}

} // namespace

Result<model::ContributorInsights *> insightsOf(model::TableDefinition &table,
                                                const std::optional<std::string> &index)
{
    if (!index)
        return &table.insights;
    for (auto &each : table.indexes)
        if (each.name == *index && each.kind == model::IndexKind::Global)
            return &each.insights;
    return indexNotFound(table, *index);
}

Result<const model::ContributorInsights *> insightsOf(const model::TableDefinition &table,
                                                      const std::optional<std::string> &index)
{
    if (!index)
        return &table.insights;
    const model::IndexDefinition *found = table.findIndex(*index);
    if (!found || found->kind != model::IndexKind::Global)
        return indexNotFound(table, *index);
    return &found->insights;
}

api::ContributorInsightsStatus insightsStatus(const model::ContributorInsights &insights)
{
    return insights.isEnabled ? api::ContributorInsightsStatus::Enabled
                              : api::ContributorInsightsStatus::Disabled;
}

api::ContributorInsightsMode insightsMode(const model::ContributorInsights &insights)
{
    return insights.mode == model::InsightsMode::ThrottledKeys
               ? api::ContributorInsightsMode::ThrottledKeys
               : api::ContributorInsightsMode::AccessedAndThrottledKeys;
}

std::vector<std::string> insightsRules(const model::TableDefinition &table,
                                       const std::optional<std::string> &index,
                                       const model::ContributorInsights &insights)
{
    const model::IndexDefinition *found = index ? table.findIndex(*index) : nullptr;
    const bool hasSortKey = found ? found->keys.hasSortKey() : table.keys.hasSortKey();
    const std::string end =
        "-" + table.name + (index ? "-" + *index : std::string()) + "-" + std::to_string(insights.changed / 1000);
    std::vector<std::string> rules;
    const auto add = [&](const char *kind) { rules.push_back("DynamoDBContributorInsights-" + std::string(kind) + end); };
    const bool isAccessed = insights.mode == model::InsightsMode::AccessedAndThrottledKeys;
    if (isAccessed)
        add("PKC");
    if (isAccessed && hasSortKey)
        add("SKC");
    add("PKT");
    if (hasSortKey)
        add("SKT");
    return rules;
}

} // namespace stator::operations
