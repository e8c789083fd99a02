// What the SDKs call to run statements: "Code for This Request", and what it cost.
#pragma once

#include "cost/cost_facts.h"
#include "features/partiql/statement_source.h"
#include "features/partiql/statement_text.h"
#include "models/table_shape.h"

class QWidget;

namespace stator::ui {

void openStatementCode(const StatementRun &run, const QString &region, const QString &endpoint, QWidget *parent);

// Of statements that ran as one request, over and over. `shape`: of the first one's table, if it is known.
CostFacts costOf(const StatementSource &source, const std::vector<Statement> &statements, const TableShape *shape);

} // namespace stator::ui
