#include "operations/tags.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>

#include "model/limits.h"
#include "operations/arns.h"

namespace stator::operations {

namespace {

// Letters, digits, spaces and _.:/=+-@ (Developer Guide, tagging restrictions); whatever is not ASCII passes.
bool isTagCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) ||
           std::string_view(" _.:/=+-@").find(c) != std::string_view::npos;
}

} // namespace

Result<void> checkTags(const std::vector<api::Tag> &tags)
{
    std::unordered_set<std::string_view> keys;
    for (const auto &tag : tags) {
        if (tag.key.rfind("aws:", 0) == 0)
            return Error::validation("Tag Key cannot be prefixed with aws:, Key: " + tag.key);
        if (!std::all_of(tag.key.begin(), tag.key.end(), isTagCharacter))
            return Error::validation("The Tag Key provided is invalid, Key: " + tag.key);
        if (!keys.insert(tag.key).second)
            return Error::validation("Duplicate Tag Keys provided as input: Duplicate Tag Key found " +
                                     tag.key);
    }
    return {};
}

Result<void> mergeTags(const std::vector<api::Tag> &tags, Tags &into)
{
    for (const auto &tag : tags)
        into[tag.key] = tag.value;
    if (into.size() > model::kTagsPerResource)
        return Error::limitExceeded("Number of Tags exceed the current limit for the provided ResourceArn");
    return {};
}

Error taggedNotFound(const std::string &arn)
{
    return Error::resourceNotFound("Requested resource not found: ResourceArn: " + arn + " not found");
}

Result<Resource> taggedResource(const Environment &environment, const service::Call &call,
                                const std::string &arn)
{
    STATOR_TRY(Resource resource, parseResource(environment, call, arn,
                                                "Invalid TableArn: Invalid ResourceArn provided as input "));
    if (!resource.exists())
        return taggedNotFound(arn);
    return resource;
}

} // namespace stator::operations
