// What a WHERE clause says of keys: the one item it names, or the partitions it selects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "expression/key_condition.h"
#include "model/key_schema.h"
#include "partiql/statement.h"

namespace stator::partiql {

// One value for each key attribute.
struct ItemAccess {
    document::Item key;
    std::vector<std::uint32_t> known; // the conjuncts that say nothing but this
    bool usesIn = false;              // of one value
    std::string conflict;             // an attribute that another condition fixes to another value
};
// The first of several values counts. Nothing unless every attribute of `keys` is fixed to one value. Types
// are not looked at.
std::optional<ItemAccess> itemAccess(const Statement &statement, const model::KeySchema &keys);

struct PartitionAccess {
    std::vector<expression::KeyConditions> queries; // one a partition, distinct; none: a Scan
    std::vector<std::uint32_t> known;               // the conjuncts that say nothing but this
    bool usesIn = false;                            // several partitions by IN, not by OR
};
// The partition key by `=`, IN or an OR of equalities, and what is said of the sort key beside it.
Result<PartitionAccess> partitionAccess(const Statement &statement, const model::KeySchema &keys);

} // namespace stator::partiql
