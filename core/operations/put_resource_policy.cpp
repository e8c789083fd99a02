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
    const auto name = policyTable(environment, call, request.resourceArn);
    if (!name.ok())
        return done(name.error());
    auto edit = [request = std::move(request), now = environment.clock->nowMicros()](
                    const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_CHECK(checkSettled(before));
        STATOR_CHECK(checkRevision(request.expectedRevisionId, before.resourcePolicy, request.resourceArn));
        if (isSamePolicy(request.policy, before.resourcePolicy.text))
            return before;
        STATOR_CHECK(checkPolicyPause(before, now));
        model::TableDefinition after = before;
        setPolicy(request.policy, now, after.resourcePolicy);
        return after;
    };
    engine::Region *const region = name->region;
    region->updateTable(name->name, std::move(edit),
                        [region, done = std::move(done)](Result<engine::TableHandle> table) mutable {
                            if (!table.ok())
                                return done(std::move(table).error());
                            api::PutResourcePolicyResponse response;
                            response.revisionId = region->definition(**table).resourcePolicy.revisionId;
                            done(std::move(response));
                        });
}

} // namespace stator::operations
