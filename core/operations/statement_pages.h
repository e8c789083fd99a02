// A SELECT: the item it names, or a page of the partitions it selects, or of a Scan.
#pragma once

#include "api/execute_statement.h"
#include "operations/environment.h"
#include "partiql/statement.h"
#include "service/service.h"

namespace stator::operations {

Result<api::ExecuteStatementResponse> runSelect(const Environment &environment, const service::Call &call,
                                                const api::ExecuteStatementRequest &request,
                                                const partiql::Statement &statement);

} // namespace stator::operations
