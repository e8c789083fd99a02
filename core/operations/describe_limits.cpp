#include "api/describe_limits.h"

#include "model/limits.h"
#include "operations/operation_functions.h"

namespace stator::operations {

void describeLimits(const Environment &, api::DescribeLimitsRequest, service::Call,
                    Completion<api::DescribeLimitsResponse> done)
{
    api::DescribeLimitsResponse response;
    response.accountMaxReadCapacityUnits = model::kAccountUnits;
    response.accountMaxWriteCapacityUnits = model::kAccountUnits;
    response.tableMaxReadCapacityUnits = model::kTableUnits;
    response.tableMaxWriteCapacityUnits = model::kTableUnits;
    done(std::move(response));
}

} // namespace stator::operations
