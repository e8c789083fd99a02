// Contributor insights: a switch of a table and of each of its global indexes.
//
// Stator keeps and describes it; the graphs it would feed belong to another service.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/shapes.h"
#include "base/result.h"
#include "model/table_definition.h"

namespace stator::operations {

// The switch of the table, or of a global index. ResourceNotFound: there is no such index.
Result<const model::ContributorInsights *> insightsOf(const model::TableDefinition &table,
                                                      const std::optional<std::string> &index);
// The same in a definition that is being changed.
Result<model::ContributorInsights *> insightsOf(model::TableDefinition &table,
                                                const std::optional<std::string> &index);

api::ContributorInsightsStatus insightsStatus(const model::ContributorInsights &insights);
api::ContributorInsightsMode insightsMode(const model::ContributorInsights &insights);

// Names of the rules the service would make: one for each kind of key, accessed and throttled.
std::vector<std::string> insightsRules(const model::TableDefinition &table,
                                       const std::optional<std::string> &index,
                                       const model::ContributorInsights &insights);

} // namespace stator::operations
