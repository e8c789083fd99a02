#include "features/partiql/statement_code.h"

#include "api/batch_execute_statement.h"
#include "api/execute_statement.h"
#include "api/execute_transaction.h"
#include "code/code_dialog.h"
#include "features/partiql/statement_plan.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

void openStatementCode(const StatementRun &run, const QString &region, const QString &endpoint, QWidget *parent)
{
    if (run.mode == StatementRun::Mode::One) {
        api::ExecuteStatementRequest request;
        request.statement = run.statements.front().statement;
        request.parameters = run.statements.front().parameters;
        if (run.isConsistent)
            request.consistentRead = true;
        openCodeDialog(u"ExecuteStatement"_s, request, region, endpoint, parent);
    } else if (run.mode == StatementRun::Mode::Batch) {
        api::BatchExecuteStatementRequest request;
        for (const api::ParameterizedStatement &statement : run.statements) {
            api::BatchStatementRequest one;
            one.statement = statement.statement;
            one.parameters = statement.parameters;
            request.statements.push_back(std::move(one));
        }
        openCodeDialog(u"BatchExecuteStatement"_s, request, region, endpoint, parent);
    } else {
        api::ExecuteTransactionRequest request;
        request.transactStatements = run.statements;
        openCodeDialog(u"ExecuteTransaction"_s, request, region, endpoint, parent);
    }
}

CostFacts costOf(const StatementSource &source, const std::vector<Statement> &statements, const TableShape *shape)
{
    const ReadTotals totals = source.totals();
    const StatementTarget target = targetOf(statements.front());
    CostFacts facts;
    facts.kind = target.kind == StatementKind::Select ? CostKind::ReadStatement : CostKind::WriteStatement;
    facts.table = target.table;
    facts.index = target.index;
    facts.isConsistent = source.run().isConsistent;
    facts.hasProjection = !target.isAll;
    facts.parts = totals.parts;
    facts.total = totals.capacityUnits;
    facts.requests = totals.requests;
    facts.asked = static_cast<std::int64_t>(statements.size());
    facts.returned = static_cast<std::int64_t>(totals.found);
    facts.returnedBytes = static_cast<std::int64_t>(totals.foundBytes);
    if (shape)
        facts.shape = *shape;
    return facts;
}

} // namespace stator::ui
