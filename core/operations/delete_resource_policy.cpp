#include "api/delete_resource_policy.h"

#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/resource_policy.h"

namespace stator::operations {

void deleteResourcePolicy(const Environment &environment, api::DeleteResourcePolicyRequest request,
                          service::Call call, Completion<api::DeleteResourcePolicyResponse> done)
{
    const auto name = policyTable(environment, call, request.resourceArn);
    if (!name.ok())
        return done(name.error());
    // The revision that is taken away; empty: there was no policy.
    const auto revision = std::make_shared<std::string>();
    auto edit = [request = std::move(request), now = environment.clock->nowMicros(),
                 revision](const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_CHECK(checkSettled(before));
        STATOR_CHECK(checkRevision(request.expectedRevisionId, before.resourcePolicy, request.resourceArn));
        if (before.resourcePolicy.text.empty())
            return before;
        STATOR_CHECK(checkPolicyPause(before, now));
        *revision = before.resourcePolicy.revisionId;
        model::TableDefinition after = before;
        after.resourcePolicy = {};
        after.resourcePolicy.changed = now;
        return after;
    };
    name->region->updateTable(name->name, std::move(edit),
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
