#include "operations/statement_write.h"

#include <utility>

namespace stator::operations {

Result<StatementWrite> prepareWrite(const Environment &environment, const service::Call &call,
                                    const partiql::Statement &statement,
                                    std::optional<api::ReturnValuesOnConditionCheckFailure> onFailure,
                                    std::optional<api::ReturnConsumedCapacity> capacity)
{
    if (statement.kind == partiql::Statement::Kind::Exists)
        return Error::validation("EXISTS can only be used in ExecuteTransaction write requests.");
    StatementWrite prepared;
    STATOR_TRY(prepared.access, openTable(environment, call, statement.table));
    const model::TableDefinition &table = *prepared.access.definition;
    STATOR_TRY(ItemAction action, actionOf(statement, table, onFailure));
    STATOR_CHECK(checkAction(action, table));
    prepared.update = action.update;
    prepared.returning = statement.returning;
    prepared.write = writeOf(std::move(action), prepared.access, isAsked(capacity));
    wantImage(prepared.write, prepared.returning);
    return prepared;
}

} // namespace stator::operations
