// ORDER BY: in which order partitions are read, and each of them.
#pragma once

#include "base/result.h"
#include "expression/key_condition.h"
#include "model/key_schema.h"
#include "partiql/key_access.h"

namespace stator::partiql {

// Sorts the queries of `access` if they shall be; true: each is read forward. Without ORDER BY partitions
// come as WHERE names them. The texts are unverified.
Result<bool> applyOrder(const Statement &statement, const model::KeySchema &keys, PartitionAccess &access);

} // namespace stator::partiql
