#include "api/untag_resource.h"

#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/tags.h"

namespace stator::operations {

void untagResource(const Environment &environment, api::UntagResourceRequest request, service::Call call,
                   Completion<api::UntagResourceResponse> done)
{
    if (request.tagKeys.empty())
        return done(Error::validation("Atleast one Tag Key needs to be provided as Input."));
    const auto table = taggedTable(environment, call, request.resourceArn);
    if (!table.ok())
        return done(table.error());
    auto edit = [keys = std::move(request.tagKeys)](
                    const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_CHECK(checkSettled(before));
        model::TableDefinition after = before;
        for (const auto &key : keys)
            after.tags.erase(key);
        return after;
    };
    table->region->updateTable(table->name, std::move(edit),
                               [done = std::move(done)](Result<engine::TableHandle> changed) mutable {
                                   if (!changed.ok())
                                       return done(std::move(changed).error());
                                   done(api::UntagResourceResponse{});
                               });
}

} // namespace stator::operations
