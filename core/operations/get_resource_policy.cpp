#include "api/get_resource_policy.h"

#include "operations/operation_functions.h"
#include "operations/resource_policy.h"

namespace stator::operations {

void getResourcePolicy(const Environment &environment, api::GetResourcePolicyRequest request,
                       service::Call call, Completion<api::GetResourcePolicyResponse> done)
{
    const auto name = policyTable(environment, call, request.resourceArn);
    if (!name.ok())
        return done(name.error());
    const engine::TableHandle table = name->region->findTable(name->name);
    if (!table)
        return done(tableNotFound(name->name));
    const model::ResourcePolicy &policy = name->region->definition(*table).resourcePolicy;
    if (policy.text.empty())
        return done(policyNotFound(request.resourceArn));
    api::GetResourcePolicyResponse response;
    response.policy = policy.text;
    response.revisionId = policy.revisionId;
    done(std::move(response));
}

} // namespace stator::operations
