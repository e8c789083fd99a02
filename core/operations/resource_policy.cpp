#include "operations/resource_policy.h"

#include "document/minified_json.h"
#include "model/limits.h"
#include "operations/table_options.h"

namespace stator::operations {

namespace {

constexpr TimeMicros kPause = 15'000'000;
constexpr std::string_view kNoPolicy = "NO_POLICY";

} // namespace

Result<void> checkPolicy(const std::string &policy)
{
    if (policy.empty())
        return Error::validation("1 validation error detected: Value '' at 'policy' failed to satisfy "
                                 "constraint: Member must have length greater than or equal to 1");
    // The texts of these two are not confirmed by a primary source.
    if (policy.size() > model::kResourcePolicyBytes)
        return Error::validation("Resource-based policy exceeds the maximum size of " +
                                 std::to_string(model::kResourcePolicyBytes) + " bytes");
    if (!document::minifiedJsonObject(policy))
        return Error::validation("Invalid policy document: it is not a JSON object");
    return {};
}

void setPolicy(const std::string &policy, TimeMicros now, model::ResourcePolicy &into)
{
    into.text = policy;
    into.revisionId = std::to_string(now / 1000);
    into.changed = now;
}

Result<void> checkRevision(const std::optional<std::string> &expected, const model::ResourcePolicy &current,
                           const std::string &arn)
{
    if (!expected)
        return {};
    const bool isMet = *expected == kNoPolicy ? current.text.empty()
                                              : !current.text.empty() && *expected == current.revisionId;
    return isMet ? Result<void>() : Result<void>(policyNotFound(arn));
}

Result<void> checkPolicyPause(const std::string &table, const model::ResourcePolicy &current, TimeMicros now)
{
    const TimeMicros next = current.changed + kPause;
    if (current.changed == 0 || now >= next)
        return {};
    return Error{ErrorCode::Throttling,
                 "Resource-based policy for table " + table +
                     " modified within the previous 15000 milliseconds. Please try again after " +
                     isoTime(next) + ".",
                 {}};
}

bool isSamePolicy(const std::string &a, const std::string &b)
{
    return a == b || document::minifiedJsonObject(a) == document::minifiedJsonObject(b);
}

Error policyNotFound(const std::string &arn)
{
    return Error{ErrorCode::PolicyNotFound,
                 "Resource-based policy not found for the provided ResourceArn: " + arn,
                 {}};
}

Error policyResourceNotFound(const Resource &resource, const std::string &arn)
{
    return resource.stream
               ? Error::resourceNotFound("Requested resource not found: Stream: " + arn + " not found")
               : tableNotFound(resource.table);
}

Result<Resource> policyResource(const Environment &environment, const service::Call &call,
                                const std::string &arn)
{
    STATOR_TRY(Resource resource,
               parseResource(environment, call, arn, "Invalid ResourceArn provided as input "));
    if (!resource.exists())
        return policyResourceNotFound(resource, arn);
    return resource;
}

} // namespace stator::operations
