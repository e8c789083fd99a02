#include "operations/resource_policy.h"

#include "document/minified_json.h"
#include "model/limits.h"
#include "operations/arns.h"
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
    const bool isMet =
        *expected == kNoPolicy ? current.text.empty() : !current.text.empty() && *expected == current.revisionId;
    return isMet ? Result<void>() : Result<void>(policyNotFound(arn));
}

Result<void> checkPolicyPause(const model::TableDefinition &table, TimeMicros now)
{
    const TimeMicros next = table.resourcePolicy.changed + kPause;
    if (table.resourcePolicy.changed == 0 || now >= next)
        return {};
    return Error{ErrorCode::Throttling,
                 "Resource-based policy for table " + table.name +
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

Result<TableName> policyTable(const Environment &environment, const service::Call &call,
                              const std::string &arn)
{
    if (arn.rfind("arn:", 0) != 0)
        return Error::invalidParameter("ARNs must start with 'arn:': " + arn);
    const auto parsed = parseTableArn(arn);
    if (!parsed)
        return Error::validation("Invalid ResourceArn provided as input " + arn);
    if (parsed->rest.rfind("stream/", 0) == 0)
        return Error::resourceNotFound("Requested resource not found: Stream: " + arn + " not found");
    if (!parsed->rest.empty())
        return Error::invalidParameter("Invalid resource arn provided, only table or stream is accepted. "
                                       "Provided resource arn: " +
                                       arn);
    const bool isHere = parsed->region == call.region && parsed->accountId == environment.accountId;
    engine::Region *region = isHere ? environment.regions->find(parsed->region) : nullptr;
    if (!region || !region->findTable(parsed->table))
        return tableNotFound(parsed->table);
    return TableName{region, parsed->table};
}

} // namespace stator::operations
