#include "api/list_tags_of_resource.h"

#include "operations/operation_functions.h"
#include "operations/tags.h"

namespace stator::operations {

namespace {

// Tags on a page (unverified). The token is the last key of the page before.
constexpr std::size_t kPageTags = 10;

} // namespace

void listTagsOfResource(const Environment &environment, api::ListTagsOfResourceRequest request,
                        service::Call call, Completion<api::ListTagsOfResourceResponse> done)
{
    const auto resource = taggedResource(environment, call, request.resourceArn);
    if (!resource.ok())
        return done(resource.error());
    const auto handle = resource->region->findTable(resource->table);
    if (!handle)
        return done(taggedNotFound(request.resourceArn));
    const Tags &tags = resource->tags(resource->region->definition(*handle));
    api::ListTagsOfResourceResponse response;
    response.tags.emplace();
    auto tag = request.nextToken ? tags.upper_bound(*request.nextToken) : tags.begin();
    for (; tag != tags.end() && response.tags->size() < kPageTags; ++tag)
        response.tags->push_back({tag->first, tag->second});
    if (tag != tags.end())
        response.nextToken = response.tags->back().key;
    done(std::move(response));
}

} // namespace stator::operations
