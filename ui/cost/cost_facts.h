// What is known of a request and its reply when its cost is to be explained: units by table and index as the
// service told them, and what was asked, read and returned.
//
// Threads: any.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QtCore/QString>
#include <QtCore/QStringList>

#include "api/shapes.h"
#include "models/capacity_parts.h"
#include "models/item_source.h"
#include "models/table_shape.h"

namespace stator::ui {

enum class CostKind : unsigned char {
    GetItem,
    BatchGetItem,
    Query,
    Scan,
    PutItem,
    UpdateItem,
    DeleteItem,
    BatchWriteItem,
    TransactGetItems,
    TransactWriteItems,
    ReadStatement, // PartiQL
    WriteStatement,
    Other, // consumes no units
};

struct CostFacts {
    CostKind kind = CostKind::Other;
    QString table; // the first one
    QString index; // that was read; empty: the table
    bool isConsistent = false;
    bool hasFilter = false;
    bool hasProjection = false;
    bool isCount = false; // Select=COUNT
    bool isFailedCondition = false;
    bool isReplay = false; // of a transaction with the same token: it read instead of writing

    std::vector<CostPart> parts;
    double total = 0;

    int requests = 1;            // that were summed: a page each
    std::int64_t evaluated = -1; // items read before the filter; below 0: not known
    std::int64_t returned = 0;
    std::int64_t returnedBytes = 0; // by the service's size of items, as far as returned
    std::int64_t asked = 1;         // keys or writes that the request named
    // Whole sizes of the items that were written, or returned without projection; 0: a key without an item.
    std::vector<std::int64_t> itemBytes;
    std::int64_t oldBytes = -1; // of the item before a write; below 0: not known
    QStringList equalities;     // attributes that the filter compares for equality, if nothing but AND joins them

    // Of `table`; nothing of it is needed.
    std::optional<TableShape> shape;
};

CostKind costKindOf(std::string_view operation);
bool isWrite(CostKind kind);

// Of a logged request: bodies as they went over the wire, and the capacity that was noted beside them.
CostFacts factsOfRequest(const QString &operation, const std::string &request, const std::string &response,
                         const std::vector<api::ConsumedCapacity> &capacity);

// Of what an Items page has read so far.
CostFacts factsOfRead(const ItemQuery &query, const ReadTotals &totals);

// The attributes of "a = :x AND #b = :y AND size(c) > :z" that are compared for equality (a, b); empty where
// OR, NOT or parentheses could mean something else.
QStringList equalitiesOf(const QString &filter, const api::Map<std::string> *names);

} // namespace stator::ui
