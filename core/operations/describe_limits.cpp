#include "api/describe_limits.h"

#include "operations/operation_functions.h"

namespace stator::operations {

void describeLimits(const Environment &, api::DescribeLimitsRequest, service::Call,
                    Completion<api::DescribeLimitsResponse> done)
{
    // The quotas a new account of the service has.
    constexpr std::int64_t kAccountUnits = 80'000;
    constexpr std::int64_t kTableUnits = 40'000;
    api::DescribeLimitsResponse response;
    response.accountMaxReadCapacityUnits = kAccountUnits;
    response.accountMaxWriteCapacityUnits = kAccountUnits;
    response.tableMaxReadCapacityUnits = kTableUnits;
    response.tableMaxWriteCapacityUnits = kTableUnits;
    done(std::move(response));
}

} // namespace stator::operations
