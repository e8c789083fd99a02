#include "operations/operation_functions.h"

#include <algorithm>
#include <atomic>
#include <memory>

#include "api/batch_write_item.h"
#include "model/limits.h"
#include "operations/collection_metrics.h"
#include "operations/consumed_capacity.h"
#include "operations/distinct_items.h"
#include "operations/item_mutation.h"
#include "operations/item_read.h"
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

// `effectOf(i)` is what write `i` did; null: it was not processed.
template <class EffectOf>
void addCapacity(const std::vector<TableWrites> &tables, EffectOf effectOf,
                 std::optional<api::ReturnConsumedCapacity> mode, api::BatchWriteItemResponse &response)
{
    if (!isAsked(mode))
        return;
    response.consumedCapacity.emplace();
    std::size_t next = 0;
    for (const auto &table : tables) {
        CapacityTally tally;
        for (std::size_t i = 0; i < table.count; ++i, ++next)
            if (const engine::WriteEffect *effect = effectOf(next))
                tally.addWrite(*effect);
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
            list.push_back(collectionMetrics(*table.access.table, std::move(key)));
    }
}

// A batch where throughput is enforced: each write goes alone, and those that there is no throughput for are
// handed back as unprocessed. If that is all of them the request is refused.
class MeteredBatch : public std::enable_shared_from_this<MeteredBatch> {
public:
    MeteredBatch(Batch batch, std::vector<api::WriteRequest> requests,
                 std::optional<api::ReturnConsumedCapacity> mode,
                 Completion<api::BatchWriteItemResponse> done)
        : m_batch(std::move(batch)), m_requests(std::move(requests)), m_mode(mode), m_done(std::move(done)),
          m_effects(m_requests.size()), m_errors(m_requests.size()), m_pending(m_requests.size())
    {}

    void run()
    {
        engine::Region *region = m_batch.tables.front().access.region;
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            engine::WriteSet set;
            set.writes.push_back(std::move(m_batch.set.writes[i]));
            region->write(std::move(set),
                          [self = shared_from_this(), i](Result<engine::WriteOutcome> outcome) {
                              if (outcome.ok())
                                  self->m_effects[i] = std::move(outcome->effects.front());
                              else
                                  self->m_errors[i] = std::move(outcome).error();
                              self->finishOne();
                          });
        }
    }

private:
    // Each ends on whichever thread finished it, the last one answers.
    void finishOne()
    {
        if (m_pending.fetch_sub(1, std::memory_order_acq_rel) == 1)
            m_done(answer());
    }

    Result<api::BatchWriteItemResponse> answer()
    {
        const auto isDone = [](const auto &effect) { return effect.has_value(); };
        const bool isAnyDone = std::any_of(m_effects.begin(), m_effects.end(), isDone);
        for (const auto &error : m_errors)
            if (error && !(isAnyDone && isThrottled(*error)))
                return *error;
        api::BatchWriteItemResponse response;
        response.unprocessedItems.emplace();
        std::size_t next = 0;
        for (auto &table : m_batch.tables) {
            std::vector<api::WriteRequest> unprocessed;
            std::vector<document::Item> collectionKeys; // one a write, or none at all
            for (std::size_t i = 0; i < table.count; ++i, ++next) {
                if (!m_effects[next])
                    unprocessed.push_back(std::move(m_requests[next]));
                else if (i < table.collectionKeys.size())
                    collectionKeys.push_back(std::move(table.collectionKeys[i]));
            }
            table.collectionKeys = std::move(collectionKeys);
            if (!unprocessed.empty())
                response.unprocessedItems->emplace_back(table.shownName, std::move(unprocessed));
        }
        addCapacity(
            m_batch.tables, [&](std::size_t i) { return m_effects[i] ? &*m_effects[i] : nullptr; }, m_mode,
            response);
        addMetrics(m_batch.tables, response);
        return response;
    }

    Batch m_batch;
    std::vector<api::WriteRequest> m_requests; // in the order of the writes
    const std::optional<api::ReturnConsumedCapacity> m_mode;
    Completion<api::BatchWriteItemResponse> m_done;
    std::vector<std::optional<engine::WriteEffect>> m_effects;
    std::vector<std::optional<Error>> m_errors;
    std::atomic<std::size_t> m_pending;
};

std::vector<api::WriteRequest> requestsOf(const api::BatchWriteItemRequest &request)
{
    std::vector<api::WriteRequest> requests;
    for (const auto &entry : request.requestItems)
        requests.insert(requests.end(), entry.second.begin(), entry.second.end());
    return requests;
}

} // namespace

void batchWriteItem(const Environment &environment, api::BatchWriteItemRequest request, service::Call call,
                    Completion<api::BatchWriteItemResponse> done)
{
    const engine::Region *here = environment.regions->find(call.region);
    const bool isMetered = here && here->throughput().isEnforced();
    auto requests = isMetered ? requestsOf(request) : std::vector<api::WriteRequest>();
    auto batch = prepare(environment, call, request);
    if (!batch.ok())
        return done(std::move(batch).error());
    if (isMetered)
        return std::make_shared<MeteredBatch>(std::move(*batch), std::move(requests),
                                              request.returnConsumedCapacity, std::move(done))
            ->run();
    // All of them are one entry of the log: cheaper than one each, and nothing forbids to be atomic.
    engine::Region *region = batch->tables.front().access.region;
    region->write(std::move(batch->set),
                  [tables = std::move(batch->tables), mode = request.returnConsumedCapacity,
                   done = std::move(done)](Result<engine::WriteOutcome> outcome) mutable {
                      if (!outcome.ok())
                          return done(std::move(outcome).error());
                      api::BatchWriteItemResponse response;
                      response.unprocessedItems.emplace();
                      addCapacity(
                          tables, [&](std::size_t i) { return &outcome->effects[i]; }, mode, response);
                      addMetrics(tables, response);
                      done(std::move(response));
                  });
}

} // namespace stator::operations
