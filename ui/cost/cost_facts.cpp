#include "cost/cost_facts.h"

#include <algorithm>

#include <QtCore/QRegularExpression>

#include "api/all_operations.h"
#include "api/codec.h"
#include "bridge/text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

struct KindName {
    std::string_view operation;
    CostKind kind;
};
constexpr KindName kKinds[] = {
    {"GetItem", CostKind::GetItem},
    {"BatchGetItem", CostKind::BatchGetItem},
    {"Query", CostKind::Query},
    {"Scan", CostKind::Scan},
    {"PutItem", CostKind::PutItem},
    {"UpdateItem", CostKind::UpdateItem},
    {"DeleteItem", CostKind::DeleteItem},
    {"BatchWriteItem", CostKind::BatchWriteItem},
    {"TransactGetItems", CostKind::TransactGetItems},
    {"TransactWriteItems", CostKind::TransactWriteItems},
    {"ExecuteStatement", CostKind::ReadStatement},
    {"BatchExecuteStatement", CostKind::ReadStatement},
    {"ExecuteTransaction", CostKind::ReadStatement},
};

std::int64_t sizeOf(const std::optional<document::Item> &item)
{
    return item ? item->view().sizeBytes() : 0;
}

void addReturned(const document::ItemList &items, CostFacts &facts)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::int64_t bytes = items[i].sizeBytes();
        facts.returnedBytes += bytes;
        if (!facts.hasProjection)
            facts.itemBytes.push_back(bytes);
    }
    facts.returned += static_cast<std::int64_t>(items.size());
}

template <class Message>
bool read(const std::string &json, Message &message)
{
    // decodeResponse checks no constraints: what was asked is known to be understood, or refused anyway.
    return api::decodeResponse(describe(&message), &message, json).ok();
}

template <class Request>
void takeSearch(const Request &request, CostFacts &facts)
{
    facts.table = toQt(std::string_view(request.tableName));
    facts.index = toQt(request.indexName);
    facts.isConsistent = request.consistentRead.value_or(false);
    facts.hasProjection = request.projectionExpression.has_value() || request.attributesToGet.has_value();
    facts.hasFilter = request.filterExpression.has_value();
    facts.isCount = request.select == api::Select::Count;
    if (request.filterExpression)
        facts.equalities = equalitiesOf(toQt(*request.filterExpression),
                                        request.expressionAttributeNames ? &*request.expressionAttributeNames : nullptr);
}

template <class Response>
void takeFound(const Response &response, CostFacts &facts)
{
    if (response.items)
        addReturned(*response.items, facts);
    facts.returned = response.count.value_or(static_cast<std::int32_t>(facts.returned));
    facts.evaluated = response.scannedCount.value_or(-1);
}

void takeGet(const std::string &in, const std::string &out, CostFacts &facts)
{
    api::GetItemRequest request;
    api::GetItemResponse response;
    if (!read(in, request) || !read(out, response))
        return;
    facts.table = toQt(std::string_view(request.tableName));
    facts.isConsistent = request.consistentRead.value_or(false);
    facts.hasProjection = request.projectionExpression.has_value() || request.attributesToGet.has_value();
    facts.returned = response.item ? 1 : 0;
    facts.returnedBytes = sizeOf(response.item);
    if (!facts.hasProjection)
        facts.itemBytes = {facts.returnedBytes};
}

void takeBatchGet(const std::string &in, const std::string &out, CostFacts &facts)
{
    api::BatchGetItemRequest request;
    api::BatchGetItemResponse response;
    if (!read(in, request) || !read(out, response))
        return;
    facts.asked = 0;
    for (const auto &[table, keys] : request.requestItems) {
        if (facts.table.isEmpty())
            facts.table = toQt(std::string_view(table));
        facts.asked += static_cast<std::int64_t>(keys.keys.size());
        facts.isConsistent = facts.isConsistent || keys.consistentRead.value_or(false);
        facts.hasProjection = facts.hasProjection || keys.projectionExpression || keys.attributesToGet;
    }
    if (!response.responses)
        return;
    for (const auto &[table, items] : *response.responses)
        addReturned(items, facts);
    if (!facts.hasProjection)
        facts.itemBytes.resize(static_cast<std::size_t>(std::max(facts.asked, facts.returned)), 0);
}

template <class Request, class Response>
void takeWrite(const std::string &in, const std::string &out, CostFacts &facts)
{
    Request request;
    Response response;
    if (!read(in, request))
        return;
    facts.table = toQt(std::string_view(request.tableName));
    if constexpr (requires { request.item; })
        facts.itemBytes = {static_cast<std::int64_t>(request.item.view().sizeBytes())};
    if (!read(out, response))
        return;
    if (request.returnValues == api::ReturnValue::AllOld)
        facts.oldBytes = sizeOf(response.attributes);
    if (request.returnValues == api::ReturnValue::AllNew)
        facts.itemBytes = {sizeOf(response.attributes)};
}

void takeBatchWrite(const std::string &in, CostFacts &facts)
{
    api::BatchWriteItemRequest request;
    if (!read(in, request))
        return;
    facts.asked = 0;
    for (const auto &[table, writes] : request.requestItems) {
        if (facts.table.isEmpty())
            facts.table = toQt(std::string_view(table));
        for (const auto &write : writes) {
            ++facts.asked;
            if (write.putRequest)
                facts.itemBytes.push_back(write.putRequest->item.view().sizeBytes());
        }
    }
}

void takeTransactGet(const std::string &in, const std::string &out, CostFacts &facts)
{
    api::TransactGetItemsRequest request;
    api::TransactGetItemsResponse response;
    if (!read(in, request) || !read(out, response))
        return;
    facts.asked = static_cast<std::int64_t>(request.transactItems.size());
    for (const auto &each : request.transactItems) {
        if (facts.table.isEmpty())
            facts.table = toQt(std::string_view(each.get.tableName));
        facts.hasProjection = facts.hasProjection || each.get.projectionExpression.has_value();
    }
    if (!response.responses)
        return;
    for (const auto &each : *response.responses) {
        const std::int64_t bytes = sizeOf(each.item);
        facts.returned += each.item ? 1 : 0;
        facts.returnedBytes += bytes;
        if (!facts.hasProjection)
            facts.itemBytes.push_back(bytes);
    }
}

void takeTransactWrite(const std::string &in, const std::vector<api::ConsumedCapacity> &capacity, CostFacts &facts)
{
    api::TransactWriteItemsRequest request;
    if (!read(in, request))
        return;
    facts.asked = static_cast<std::int64_t>(request.transactItems.size());
    for (const api::ConsumedCapacity &each : capacity)
        facts.isReplay = facts.isReplay || each.readCapacityUnits.has_value();
}

void takeStatement(const std::string &in, const std::string &out, CostFacts &facts)
{
    api::ExecuteStatementRequest request;
    api::ExecuteStatementResponse response;
    if (!read(in, request) || !read(out, response))
        return;
    facts.isConsistent = request.consistentRead.value_or(false);
    const bool isSelect = toQt(std::string_view(request.statement)).trimmed().startsWith(u"select"_s, Qt::CaseInsensitive);
    facts.kind = isSelect ? CostKind::ReadStatement : CostKind::WriteStatement;
    facts.hasProjection = true; // what the statement selects is not looked into
    if (response.items)
        addReturned(*response.items, facts);
}

} // namespace

CostKind costKindOf(std::string_view operation)
{
    for (const KindName &each : kKinds)
        if (each.operation == operation)
            return each.kind;
    return CostKind::Other;
}

bool isWrite(CostKind kind)
{
    switch (kind) {
    case CostKind::PutItem:
    case CostKind::UpdateItem:
    case CostKind::DeleteItem:
    case CostKind::BatchWriteItem:
    case CostKind::TransactWriteItems:
    case CostKind::WriteStatement:
        return true;
    default:
        return false;
    }
}

QStringList equalitiesOf(const QString &filter, const api::Map<std::string> *names)
{
    static const QRegularExpression elsewhere(u"\\b(OR|NOT)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression conjunction(u"\\s+AND\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression equality(u"^\\(*\\s*(#?[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*:[A-Za-z0-9_]+\\s*\\)*$"_s);
    QStringList found;
    if (elsewhere.match(filter).hasMatch())
        return found;
    for (const QString &part : filter.split(conjunction)) {
        const QRegularExpressionMatch match = equality.match(part.trimmed());
        if (!match.hasMatch())
            continue;
        QString name = match.captured(1);
        if (name.startsWith(u'#')) {
            const std::string *real = names ? api::find(*names, toUtf8(name)) : nullptr;
            if (!real)
                continue;
            name = toQt(std::string_view(*real));
        }
        found.append(name);
    }
    return found;
}

CostFacts factsOfRequest(const QString &operation, const std::string &request, const std::string &response,
                         const std::vector<api::ConsumedCapacity> &capacity)
{
    CostFacts facts;
    facts.kind = costKindOf(toUtf8(operation));
    for (const api::ConsumedCapacity &each : capacity)
        addParts(each, facts.parts);
    facts.total = totalOf(facts.parts);
    switch (facts.kind) {
    case CostKind::GetItem:
        takeGet(request, response, facts);
        break;
    case CostKind::BatchGetItem:
        takeBatchGet(request, response, facts);
        break;
    case CostKind::Query: {
        api::QueryRequest in;
        api::QueryResponse out;
        if (read(request, in) && read(response, out)) {
            takeSearch(in, facts);
            takeFound(out, facts);
        }
        break;
    }
    case CostKind::Scan: {
        api::ScanRequest in;
        api::ScanResponse out;
        if (read(request, in) && read(response, out)) {
            takeSearch(in, facts);
            takeFound(out, facts);
        }
        break;
    }
    case CostKind::PutItem:
        takeWrite<api::PutItemRequest, api::PutItemResponse>(request, response, facts);
        break;
    case CostKind::UpdateItem:
        takeWrite<api::UpdateItemRequest, api::UpdateItemResponse>(request, response, facts);
        break;
    case CostKind::DeleteItem:
        takeWrite<api::DeleteItemRequest, api::DeleteItemResponse>(request, response, facts);
        break;
    case CostKind::BatchWriteItem:
        takeBatchWrite(request, facts);
        break;
    case CostKind::TransactGetItems:
        takeTransactGet(request, response, facts);
        break;
    case CostKind::TransactWriteItems:
        takeTransactWrite(request, capacity, facts);
        break;
    case CostKind::ReadStatement:
    case CostKind::WriteStatement:
        if (operation == "ExecuteStatement"_L1)
            takeStatement(request, response, facts);
        break;
    case CostKind::Other:
        break;
    }
    if (facts.table.isEmpty() && !facts.parts.empty())
        facts.table = facts.parts.front().table;
    return facts;
}

CostFacts factsOfRead(const ItemQuery &query, const ReadTotals &totals)
{
    CostFacts facts;
    facts.kind = std::holds_alternative<api::QueryRequest>(query) ? CostKind::Query : CostKind::Scan;
    std::visit([&facts](const auto &request) { takeSearch(request, facts); }, query);
    facts.parts = totals.parts;
    facts.total = totals.capacityUnits;
    facts.requests = std::max(1, totals.requests);
    facts.evaluated = static_cast<std::int64_t>(totals.scanned);
    facts.returned = static_cast<std::int64_t>(totals.found);
    facts.returnedBytes = static_cast<std::int64_t>(totals.foundBytes);
    return facts;
}

} // namespace stator::ui
