// The single reads a WHERE clause falls apart into: one for each value a key attribute may have by IN or by
// an OR that speaks of keys. What the service refuses of them is decided here; how a statement is really read
// is the affair of key_access.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/key_schema.h"
#include "partiql/statement.h"

namespace stator::partiql {

// Refuses too many reads, values of a wrong type for a key, and reads that would meet the same items. Only
// where every read has the whole partition key; a Scan takes anything.
Result<void> checkBranches(const Statement &statement, const model::KeySchema &keys);

// The attributes that the service looks at when it asks whether an index holds what the filter needs: those
// of the first read. None for a Scan.
std::vector<std::string> filterAttributesOfFirstRead(const Statement &statement,
                                                     const model::KeySchema &keys);
// Puts names into the order in which the service tells them.
void orderAsTold(std::vector<std::string> &names);

} // namespace stator::partiql
