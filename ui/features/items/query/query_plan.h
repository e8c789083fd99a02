// Turns a QueryState into the request that reads it.
#pragma once

#include <QString>

#include "api/search_vectors.h"
#include "features/items/query/query_state.h"
#include "models/item_source.h"
#include "models/table_shape.h"

namespace stator::ui {

// Where a query cannot be understood.
enum class QueryField { None, Partition, Sort, Filter, Projection, Index, Vector };

struct QueryFault {
    QueryField field = QueryField::None;
    int number = 0; // which partition value, sort condition or filter
    QString sentence;
    bool isUpper = false; // the second value of Between
};

struct QueryPlan {
    ItemQuery request;
    // A search of a vector index stands here instead.
    std::optional<api::SearchVectorsRequest> search;
    // The whole table or index, unfiltered: any place of it can be reached at once.
    bool isWholeScan = false;
    bool isScan = false;
    QueryFault fault; // set: there is no request
    bool isGood() const { return fault.field == QueryField::None; }
};

QueryPlan planQuery(const TableShape &table, const QueryState &state);

// Paths with dots and indexes ("a.b[3]"), made of placeholders; names are added to `names`.
QString pathExpression(const QString &path, api::Map<std::string> &names);

} // namespace stator::ui
