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
    const auto table = taggedTable(environment, call, request.resourceArn);
    if (!table.ok())
        return done(table.error());
    if (auto checked = checkTags(request.tags); !checked.ok())
        return done(std::move(checked).error());
    auto edit = [tags = std::move(request.tags)](
                    const model::TableDefinition &before) -> Result<model::TableDefinition> {
        STATOR_CHECK(checkSettled(before));
        model::TableDefinition after = before;
        STATOR_CHECK(mergeTags(tags, after.tags));
        return after;
    };
    table->region->updateTable(table->name, std::move(edit),
                               [done = std::move(done)](Result<engine::TableHandle> changed) mutable {
                                   if (!changed.ok())
                                       return done(std::move(changed).error());
                                   done(api::TagResourceResponse{});
                               });
}

} // namespace stator::operations
