// SET and REMOVE of an UPDATE statement as an Update.
#pragma once

#include "base/result.h"
#include "expression/update.h"
#include "partiql/statement.h"

namespace stator::partiql {

Result<expression::Update> updateOf(const Statement &statement);

} // namespace stator::partiql
