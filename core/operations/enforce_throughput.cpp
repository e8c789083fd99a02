#include "api/enforce_throughput.h"

#include "operations/operation_functions.h"

namespace stator::operations {

// Control operation: tables have no more throughput than they are given, until the region
// is closed or this is taken back.
void enforceThroughput(const Environment &environment, api::EnforceThroughputRequest request,
                       service::Call call, Completion<api::EnforceThroughputResponse> done)
{
    const std::string &name = request.region ? *request.region : call.region;
    // Whoever asks for it before the first table is made wants it for that one.
    const auto region = environment.regions->make(name);
    if (!region.ok())
        return done(region.error());
    (*region)->throughput().enforce(request.enabled);
    done(api::EnforceThroughputResponse());
}

} // namespace stator::operations
