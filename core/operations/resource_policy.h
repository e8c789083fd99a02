// Resource-based policies: their rules, and the table a policy's ResourceArn means.
//
// Stator keeps and returns policies; it has no identities to judge by them.
#pragma once

#include <optional>
#include <string>

#include "model/table_settings.h"
#include "operations/table_access.h"

namespace stator::operations {

// A JSON object of no more than the service's 20 KB, white space counted.
Result<void> checkPolicy(const std::string &policy);
// Gives the policy a revision of its own.
void setPolicy(const std::string &policy, TimeMicros now, model::ResourcePolicy &into);

// Whether `expected`, the revision a request names, is the one there is. "NO_POLICY": there must be none.
Result<void> checkRevision(const std::optional<std::string> &expected, const model::ResourcePolicy &current,
                           const std::string &arn);
// Changes come at least 15 seconds apart.
Result<void> checkPolicyPause(const model::TableDefinition &table, TimeMicros now);
// The same but for white space.
bool isSamePolicy(const std::string &a, const std::string &b);

Error policyNotFound(const std::string &arn);

// The region and name of the table that has a policy by this ARN.
Result<TableName> policyTable(const Environment &environment, const service::Call &call,
                              const std::string &arn);

} // namespace stator::operations
