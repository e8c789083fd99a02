// Tags of tables: their rules, shared by CreateTable and the operations on tags.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "api/shapes.h"
#include "operations/table_access.h"

namespace stator::operations {

using Tags = std::map<std::string, std::string>;

Result<void> checkTags(const std::vector<api::Tag> &tags);
// Adds and overwrites; LimitExceeded if they become too many.
Result<void> mergeTags(const std::vector<api::Tag> &tags, Tags &into);

// The table a ResourceArn means. Only tables are taggable here.
struct TaggedTable {
    engine::Region *region = nullptr;
    std::string name;
};
Result<TaggedTable> taggedTable(const Environment &environment, const service::Call &call,
                                const std::string &arn);

} // namespace stator::operations
