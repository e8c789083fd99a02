// Which top-level attributes an expression touches, for rules about keys and projections.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "document/path.h"
#include "model/key_schema.h"

namespace stator::model {
struct TableDefinition;
}

namespace stator::expression {

struct AttributeUse {
    std::string attribute;
    bool isNested = false; // the path goes on with `.` or `[]`
};

// In order of first appearance; an attribute used both ways is nested.
using AttributeUses = std::vector<AttributeUse>;

void addUse(AttributeUses &uses, const document::Path &path);

// `Key attributes must be scalars; …: Key: <k>` if a path leads into an attribute of `keys`.
// `label` is "Key" for the table's attributes, "IndexKey" for an index's.
Result<void> checkNoPathIntoKeys(const AttributeUses &uses, const model::KeySchema &keys,
                                 std::string_view label = "Key");
// The same for the table's keys, then for those of its indexes.
Result<void> checkNoPathIntoKeys(const AttributeUses &uses, const model::TableDefinition &table);

} // namespace stator::expression
