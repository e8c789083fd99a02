// Resource-based policies: their rules, and the table or stream a policy's ResourceArn means.
//
// Stator keeps and returns policies; it has no identities to judge by them.
#pragma once

#include <optional>
#include <string>

#include "model/table_settings.h"
#include "operations/resource.h"

namespace stator::operations {

// A JSON object of no more than the service's 20 KB, white space counted.
Result<void> checkPolicy(const std::string &policy);
// Gives the policy a revision of its own.
void setPolicy(const std::string &policy, TimeMicros now, model::ResourcePolicy &into);

// Whether `expected`, the revision a request names, is the one there is. "NO_POLICY": there must be none.
Result<void> checkRevision(const std::optional<std::string> &expected, const model::ResourcePolicy &current,
                           const std::string &arn);
// Changes come at least 15 seconds apart.
Result<void> checkPolicyPause(const std::string &table, const model::ResourcePolicy &current, TimeMicros now);
// The same but for white space.
bool isSamePolicy(const std::string &a, const std::string &b);

Error policyNotFound(const std::string &arn);

// Of a table or stream that is not there.
Error policyResourceNotFound(const Resource &resource, const std::string &arn);
// The table or stream of this ARN, which exists.
Result<Resource> policyResource(const Environment &environment, const service::Call &call,
                                const std::string &arn);

} // namespace stator::operations
