// What a statement will do, said before it runs: which table or index, and whether by key or by reading everything.
//
// The rule is the service's: an equality, IN or OR of equalities on the partition key is a Query, everything else
// reads the whole table or index. Threads: any.
#pragma once

#include <optional>

#include <QString>

#include "features/partiql/statement_text.h"
#include "models/table_shape.h"

namespace stator::ui {

enum class StatementKind : unsigned char { Unknown, Select, Insert, Update, Delete, Exists };

// What can be told from the text alone.
struct StatementTarget {
    StatementKind kind = StatementKind::Unknown;
    QString table;
    QString index;
    bool isAll = false; // SELECT *
};
StatementTarget targetOf(const Statement &statement);

struct StatementPlan {
    QString sentence; // "Key lookup", "Full scan of 12,480 items, about 1,140 units"
    bool isScan = false;
    bool isRisky = false; // the service will refuse it as it stands
};

// `shape`: of the statement's table, if it is known.
StatementPlan planOf(const Statement &statement, const TableShape *shape);

} // namespace stator::ui
