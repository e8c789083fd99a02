#include "operations/operation_functions.h"

#include "operations/statement_pages.h"
#include "operations/statement_write.h"
#include "partiql/parser.h"

namespace stator::operations {

namespace {

void write(StatementWrite prepared, std::string shownName,
           std::optional<api::ReturnConsumedCapacity> capacity,
           Completion<api::ExecuteStatementResponse> done)
{
    engine::Region *region = prepared.access.region;
    engine::WriteSet set;
    set.writes.push_back(std::move(prepared.write));
    region->write(std::move(set), [prepared = std::move(prepared), shownName = std::move(shownName), capacity,
                                   done = std::move(done)](Result<engine::WriteOutcome> outcome) mutable {
        if (!outcome.ok())
            return done(std::move(outcome).error());
        engine::WriteEffect &effect = outcome->effects.front();
        api::ExecuteStatementResponse response;
        response.items.emplace();
        if (const auto image = prepared.returned(effect))
            response.items->append(image->view());
        CapacityTally tally;
        tally.addWrite(effect);
        response.consumedCapacity = tally.reply(std::move(shownName), *prepared.access.definition, capacity);
        done(std::move(response));
    });
}

} // namespace

void executeStatement(const Environment &environment, api::ExecuteStatementRequest request,
                      service::Call call, Completion<api::ExecuteStatementResponse> done)
{
    auto parameters = std::move(request.parameters).value_or(std::vector<document::Value>());
    const auto statement = partiql::parse(request.statement, std::move(parameters));
    if (!statement.ok())
        return done(statement.error());
    if (statement->reads())
        return done(runSelect(environment, call, request, *statement));
    auto prepared = prepareWrite(environment, call, *statement, request.returnValuesOnConditionCheckFailure,
                                 request.returnConsumedCapacity);
    if (!prepared.ok())
        return done(std::move(prepared).error());
    write(std::move(*prepared), statement->table, request.returnConsumedCapacity, std::move(done));
}

} // namespace stator::operations
