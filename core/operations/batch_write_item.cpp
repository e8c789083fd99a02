#include "operations/operation_functions.h"

#include "api/batch_write_item.h"
#include "model/limits.h"
#include "operations/collection_metrics.h"
#include "operations/consumed_capacity.h"
#include "operations/distinct_items.h"
#include "operations/item_mutation.h"
#include "operations/key_check.h"
#include "operations/parameters.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

// The writes of one table stand together in the set, in the order of the request.
struct TableWrites {
    std::string shownName;
    TableAccess access;
    std::size_t count = 0;
    std::vector<document::Item> collectionKeys;
};

struct Batch {
    std::vector<TableWrites> tables;
    engine::WriteSet set;
};

Result<void> checkElements(const api::BatchWriteItemRequest &request)
{
    std::size_t writes = 0;
    for (const auto &entry : request.requestItems) {
        writes += entry.second.size();
        for (const auto &write : entry.second) {
            if (write.putRequest.has_value() == write.deleteRequest.has_value())
                return Error::validation(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly "
                    "one of the supported datatypes");
            STATOR_CHECK(checkValues(write.putRequest ? write.putRequest->item : write.deleteRequest->key));
            if (write.putRequest && write.putRequest->item.view().sizeBytes() > model::kItemBytes)
                return Error::validation("Item size has exceeded the maximum allowed size");
        }
    }
    if (writes > model::kBatchWriteRequests)
        return Error::validation("Too many items requested for the BatchWriteItem call");
    return {};
}

document::Item &itemOf(api::WriteRequest &request)
{
    return request.putRequest ? request.putRequest->item : request.deleteRequest->key;
}

Result<void> addWrite(const TableAccess &access, api::WriteRequest &request, bool wantsIndexes,
                      engine::WriteSet &set)
{
    const model::TableDefinition &table = *access.definition;
    const bool isPut = request.putRequest.has_value();
    document::Item &item = itemOf(request);
    STATOR_CHECK(isPut ? checkBatchItemKeys(table, item.view()) : checkKey(table.keys, item.view()));
    if (isPut && !fitsWithLocalEntries(table, item.view()))
        return Error::validation("Item size has exceeded the maximum allowed size");
    engine::Write write;
    write.table = access.table;
    write.item = std::move(item);
    write.mutation = isPut ? engine::putGiven() : engine::removeAlways();
    write.wantsIndexEffects = wantsIndexes && !table.indexes.empty();
    set.writes.push_back(std::move(write));
    return {};
}

// Opens the tables, once no item is known to be there twice.
Result<std::vector<TableWrites>> openTables(const Environment &environment, const service::Call &call,
                                            api::BatchWriteItemRequest &request)
{
    std::vector<TableWrites> tables;
    DistinctItems distinct;
    std::optional<Error> notFound;
    for (auto &entry : request.requestItems) {
        auto access = openTable(environment, call, entry.first);
        for (auto &write : entry.second)
            if (!distinct.add(entry.first, access.ok() ? access->definition : nullptr, itemOf(write).view()))
                return Error::validation("Provided list of item keys contains duplicates");
        if (access.ok())
            tables.push_back({entry.first, std::move(*access), entry.second.size(), {}});
        else if (!notFound)
            notFound = std::move(access).error();
    }
    if (notFound)
        return std::move(*notFound);
    return tables;
}

Result<Batch> prepare(const Environment &environment, const service::Call &call,
                      api::BatchWriteItemRequest &request)
{
    STATOR_CHECK(checkElements(request));
    Batch batch;
    STATOR_TRY(batch.tables, openTables(environment, call, request));
    const bool wantsMetrics = request.returnItemCollectionMetrics == api::ReturnItemCollectionMetrics::Size;
    for (std::size_t i = 0; i < batch.tables.size(); ++i) {
        TableWrites &table = batch.tables[i];
        for (auto &write : request.requestItems[i].second) {
            STATOR_CHECK(addWrite(table.access, write, isAsked(request.returnConsumedCapacity), batch.set));
            if (!wantsMetrics)
                continue;
            if (auto key = collectionKeyOf(*table.access.definition, batch.set.writes.back().item.view()))
                table.collectionKeys.push_back(std::move(*key));
        }
    }
    return batch;
}

void addCapacity(const std::vector<TableWrites> &tables, const engine::WriteOutcome &outcome,
                 std::optional<api::ReturnConsumedCapacity> mode, api::BatchWriteItemResponse &response)
{
    if (!isAsked(mode))
        return;
    response.consumedCapacity.emplace();
    std::size_t next = 0;
    for (const auto &table : tables) {
        CapacityTally tally;
        for (std::size_t i = 0; i < table.count; ++i, ++next)
            tally.addWrite(outcome.effects[next]);
        response.consumedCapacity->push_back(*tally.reply(table.shownName, *table.access.definition, mode));
    }
}

void addMetrics(std::vector<TableWrites> &tables, api::BatchWriteItemResponse &response)
{
    for (auto &table : tables) {
        if (table.collectionKeys.empty())
            continue;
        if (!response.itemCollectionMetrics)
            response.itemCollectionMetrics.emplace();
        auto &list = response.itemCollectionMetrics
                         ->emplace_back(table.shownName, std::vector<api::ItemCollectionMetrics>())
                         .second;
        for (auto &key : table.collectionKeys)
            list.push_back(collectionMetrics(*table.access.region, *table.access.table, std::move(key)));
    }
}

} // namespace

void batchWriteItem(const Environment &environment, api::BatchWriteItemRequest request, service::Call call,
                    Completion<api::BatchWriteItemResponse> done)
{
    auto batch = prepare(environment, call, request);
    if (!batch.ok())
        return done(std::move(batch).error());
    // All of them are one entry of the log: cheaper than one each, and nothing forbids to be atomic.
    engine::Region *region = batch->tables.front().access.region;
    region->write(std::move(batch->set),
                  [tables = std::move(batch->tables), mode = request.returnConsumedCapacity,
                   done = std::move(done)](Result<engine::WriteOutcome> outcome) mutable {
                      if (!outcome.ok())
                          return done(std::move(outcome).error());
                      api::BatchWriteItemResponse response;
                      response.unprocessedItems.emplace();
                      addCapacity(tables, *outcome, mode, response);
                      addMetrics(tables, response);
                      done(std::move(response));
                  });
}

} // namespace stator::operations
