// Tags of tables and streams: their rules, shared by CreateTable and the operations on tags.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "api/shapes.h"
#include "operations/resource.h"

namespace stator::operations {

using Tags = std::map<std::string, std::string>;

Result<void> checkTags(const std::vector<api::Tag> &tags);
// Adds and overwrites; LimitExceeded if they become too many.
Result<void> mergeTags(const std::vector<api::Tag> &tags, Tags &into);

Error taggedNotFound(const std::string &arn);
// The table or stream of this ARN, which exists.
Result<Resource> taggedResource(const Environment &environment, const service::Call &call,
                                const std::string &arn);

} // namespace stator::operations
