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
    const auto resource = taggedResource(environment, call, request.resourceArn);
    if (!resource.ok())
        return done(resource.error());
    auto edit = [resource = *resource, request = std::move(request)](
                    const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_CHECK(checkSettled(before));
        if (!resource.isOf(before))
            return taggedNotFound(request.resourceArn);
        model::TableDefinition after = before;
        for (const auto &key : request.tagKeys)
            resource.tags(after).erase(key);
        return after;
    };
    resource->region->updateTable(resource->table, std::move(edit),
                                  [done = std::move(done)](Result<engine::TableHandle> changed) mutable {
                                      if (!changed.ok())
                                          return done(std::move(changed).error());
                                      done(api::UntagResourceResponse{});
                                  });
}

} // namespace stator::operations
