#include "api/tag_resource.h"

#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/tags.h"

namespace stator::operations {

void tagResource(const Environment &environment, api::TagResourceRequest request, service::Call call,
                 Completion<api::TagResourceResponse> done)
{
    if (request.tags.empty())
        return done(Error::validation("Atleast one Tag needs to be provided as Input."));
    const auto resource = taggedResource(environment, call, request.resourceArn);
    if (!resource.ok())
        return done(resource.error());
    if (auto checked = checkTags(request.tags); !checked.ok())
        return done(std::move(checked).error());
    auto edit = [resource = *resource, request = std::move(request)](
                    const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_CHECK(checkSettled(before));
        if (!resource.isOf(before))
            return taggedNotFound(request.resourceArn);
        model::TableDefinition after = before;
        STATOR_CHECK(mergeTags(request.tags, resource.tags(after)));
        return after;
    };
    resource->region->updateTable(resource->table, std::move(edit),
                                  [done = std::move(done)](Result<engine::TableHandle> changed) mutable {
                                      if (!changed.ok())
                                          return done(std::move(changed).error());
                                      done(api::TagResourceResponse{});
                                  });
}

} // namespace stator::operations
