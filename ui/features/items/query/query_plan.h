// Turns a QueryState into the request that reads it, and says beforehand in words what that costs.
#pragma once

#include <QString>

#include "api/search_vectors.h"
#include "base/result.h"
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

// The query that finds the item with this key, as a person types it: the partition value, a space, the sort value;
// a value with spaces in it stands in double quotes.
QueryState queryForKey(const TableShape &table, const QString &text);

QueryPlan planQuery(const TableShape &table, const QueryState &state);

// "Key lookup", "Index query on byStatus", "Full scan of 12,480 items, about 1,140 units".
QString costSentence(const TableShape &table, const QueryState &state);

// A query in a line, as history and menus show it: "byStatus · status = paid · total > 100".
QString queryTitle(const TableShape &table, const QueryState &state);

// The numbers of a search vector: "0.1, -2, 3", "[0.1, -2, 3]" or [{"N": "0.1"}, …]; the error is a sentence.
Result<std::vector<document::Value>> vectorFromText(const QString &text, int dimensions);
// The text that says the same as an attribute; nothing if it is no vector of so many dimensions.
std::optional<QString> vectorText(document::ValueView value, int dimensions);

// Paths with dots and indexes ("a.b[3]"), made of placeholders; names are added to `names`.
QString pathExpression(const QString &path, api::Map<std::string> &names);

} // namespace stator::ui
