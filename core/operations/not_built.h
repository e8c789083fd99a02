// Features of the service that this Stator does not have. What asks about them is answered truthfully, with
// the state of an account that never used them; what would turn one on is refused by name, once the request
// itself is known to be right.
#pragma once

#include <string_view>

#include "operations/table_access.h"

namespace stator::operations {

// The operations on backups, recovery and exports call a missing table in words of their own, and do not see
// one that is still being made.
Result<TableAccess> backedUpTable(const Environment &environment, const service::Call &call,
                                  std::string_view nameOrArn);

// Recovery, and exports from it, of a table where it is off.
inline Error recoveryUnavailable(const std::string &table)
{
    return Error{ErrorCode::PointInTimeRecoveryUnavailable,
                 "Point in time recovery is not enabled for table '" + table + "'",
                 {}};
}

} // namespace stator::operations
