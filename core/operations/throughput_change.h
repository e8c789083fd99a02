// Changes of provisioned throughput, and the budget of decreases a day allows.
#pragma once

#include <string>

#include "api/shapes.h"
#include "base/result.h"
#include "model/table_definition.h"

namespace stator::operations {

inline constexpr TimeMicros kSecond = 1'000'000;
inline constexpr TimeMicros kDay = 86'400 * kSecond;

// What messages call the thing whose throughput changes: "table", or "index <name>".
struct ThroughputOwner {
    std::string subject;  // "table" or "index <name>"
    std::string category; // "table" or "index"
};

// The throughput as it shall be. Refused: no change at all, and a decrease beyond the budget.
Result<model::Throughput> changedThroughput(const model::Throughput &current,
                                            const api::ProvisionedThroughput &requested,
                                            const ThroughputOwner &owner, TimeMicros now);

// How many decreases of today count against the budget.
std::int64_t decreasesToday(const model::Throughput &throughput, TimeMicros now);

} // namespace stator::operations
