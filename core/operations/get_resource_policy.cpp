#include "api/get_resource_policy.h"

#include "operations/operation_functions.h"
#include "operations/resource_policy.h"

namespace stator::operations {

void getResourcePolicy(const Environment &environment, api::GetResourcePolicyRequest request,
                       service::Call call, Completion<api::GetResourcePolicyResponse> done)
{
    const auto resource = policyResource(environment, call, request.resourceArn);
    if (!resource.ok())
        return done(resource.error());
    const engine::TableHandle table = resource->region->findTable(resource->table);
    if (!table)
        return done(policyResourceNotFound(*resource, request.resourceArn));
    const model::ResourcePolicy &policy = resource->policy(resource->region->definition(*table));
    if (policy.text.empty())
        return done(policyNotFound(request.resourceArn));
    api::GetResourcePolicyResponse response;
    response.policy = policy.text;
    response.revisionId = policy.revisionId;
    done(std::move(response));
}

} // namespace stator::operations
