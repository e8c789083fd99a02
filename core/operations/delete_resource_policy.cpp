#include "api/delete_resource_policy.h"

#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/resource_policy.h"

namespace stator::operations {

void deleteResourcePolicy(const Environment &environment, api::DeleteResourcePolicyRequest request,
                          service::Call call, Completion<api::DeleteResourcePolicyResponse> done)
{
    const auto resource = policyResource(environment, call, request.resourceArn);
    if (!resource.ok())
        return done(resource.error());
    // The revision that is taken away; empty: there was no policy.
    const auto revision = std::make_shared<std::string>();
    auto edit = [resource = *resource, request = std::move(request), now = environment.clock->nowMicros(),
                 revision](const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_CHECK(checkSettled(before));
        if (!resource.isOf(before))
            return policyResourceNotFound(resource, request.resourceArn);
        const model::ResourcePolicy &current = resource.policy(before);
        STATOR_CHECK(checkRevision(request.expectedRevisionId, current, request.resourceArn));
        if (current.text.empty())
            return before;
        STATOR_CHECK(checkPolicyPause(before.name, current, now));
        *revision = current.revisionId;
        model::TableDefinition after = before;
        resource.policy(after) = {};
        resource.policy(after).changed = now;
        return after;
    };
    resource->region->updateTable(
        resource->table, std::move(edit),
        [revision, done = std::move(done)](Result<engine::TableHandle> table) mutable {
            if (!table.ok())
                return done(std::move(table).error());
            api::DeleteResourcePolicyResponse response;
            if (!revision->empty())
                response.revisionId = *revision;
            done(std::move(response));
        });
}

} // namespace stator::operations
