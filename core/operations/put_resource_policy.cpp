#include "api/put_resource_policy.h"

#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/resource_policy.h"

namespace stator::operations {

void putResourcePolicy(const Environment &environment, api::PutResourcePolicyRequest request,
                       service::Call call, Completion<api::PutResourcePolicyResponse> done)
{
    if (auto checked = checkPolicy(request.policy); !checked.ok())
        return done(std::move(checked).error());
    const auto resource = policyResource(environment, call, request.resourceArn);
    if (!resource.ok())
        return done(resource.error());
    auto edit = [resource = *resource, request = std::move(request), now = environment.clock->nowMicros()](
                    const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_CHECK(checkSettled(before));
        if (!resource.isOf(before))
            return policyResourceNotFound(resource, request.resourceArn);
        const model::ResourcePolicy &current = resource.policy(before);
        STATOR_CHECK(checkRevision(request.expectedRevisionId, current, request.resourceArn));
        if (isSamePolicy(request.policy, current.text))
            return before;
        STATOR_CHECK(checkPolicyPause(before.name, current, now));
        model::TableDefinition after = before;
        setPolicy(request.policy, now, resource.policy(after));
        return after;
    };
    resource->region->updateTable(
        resource->table, std::move(edit),
        [resource = *resource, done = std::move(done)](Result<engine::TableHandle> table) mutable {
            if (!table.ok())
                return done(std::move(table).error());
            api::PutResourcePolicyResponse response;
            response.revisionId = resource.policy(resource.region->definition(**table)).revisionId;
            done(std::move(response));
        });
}

} // namespace stator::operations
