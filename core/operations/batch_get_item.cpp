#include "operations/operation_functions.h"

#include <unordered_set>

#include "api/batch_get_item.h"
#include "model/limits.h"
#include "operations/consumed_capacity.h"
#include "operations/item_read.h"
#include "operations/key_check.h"
#include "operations/projection.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

// What one table is asked for, in the order of checks: parameters, values, expressions, table, keys.
struct TableGet {
    const std::string *shownName = nullptr;
    api::KeysAndAttributes *request = nullptr;
    std::optional<expression::Projection> projection;
    TableAccess access;
    CapacityTally tally;
};

Result<TableGet> parse(std::pair<std::string, api::KeysAndAttributes> &entry)
{
    auto &request = entry.second;
    TableGet get{&entry.first, &request, {}, {}, {}};
    STATOR_CHECK(checkNotMixed({{"AttributesToGet", request.attributesToGet.has_value()}},
                               {{"ProjectionExpression", request.projectionExpression.has_value()}}));
    STATOR_CHECK(checkPlaceholdersHaveUse(request.expressionAttributeNames.has_value(), false,
                                          {request.projectionExpression.has_value(), false, {}}));
    std::unordered_set<std::string_view> seen;
    for (const auto &key : request.keys)
        STATOR_CHECK(checkValues(key));
    for (const auto &key : request.keys)
        if (!seen.insert(key.bytes()).second)
            return Error::validation("Provided list of item keys contains duplicates");
    // The names stay with the request: keys that were not read are handed back with them.
    STATOR_TRY(auto placeholders, placeholdersOf(request.expressionAttributeNames, {}));
    STATOR_TRY(get.projection,
               projectionOf(request.projectionExpression, request.attributesToGet, placeholders));
    STATOR_CHECK(placeholders.checkAllUsed());
    return get;
}

Result<std::vector<TableGet>> prepare(const Environment &environment, const service::Call &call,
                                      api::BatchGetItemRequest &request)
{
    std::size_t keys = 0;
    for (const auto &entry : request.requestItems)
        keys += entry.second.keys.size();
    if (keys > model::kBatchGetKeys)
        return Error::validation("Too many items requested for the BatchGetItem call");
    std::vector<TableGet> gets;
    for (auto &entry : request.requestItems) {
        STATOR_TRY(gets.emplace_back(), parse(entry));
    }
    for (auto &get : gets) {
        STATOR_TRY(get.access, openTable(environment, call, *get.shownName));
    }
    for (const auto &get : gets) {
        for (const auto &key : get.request->keys)
            STATOR_CHECK(checkKey(get.access.definition->keys, key.view()));
        if (get.projection)
            STATOR_CHECK(expression::checkNoPathIntoKeys(get.projection->attributes, *get.access.definition));
    }
    return gets;
}

// Reads keys until `budget` bytes are spent or the table has no throughput left, which `throttled` then
// tells; the number of keys read.
Result<std::size_t> readKeys(TableGet &get, document::ItemList &items, std::uint64_t &budget,
                             std::optional<Error> &throttled)
{
    const bool isStrong = get.request->consistentRead.value_or(false);
    const auto mode = isStrong ? model::ReadMode::Strong : model::ReadMode::Eventual;
    std::size_t read = 0;
    for (; read < get.request->keys.size(); ++read) {
        const auto one = readItem(get.access, get.request->keys[read].view(), mode);
        if (!one.ok()) {
            if (!isThrottled(one.error()))
                return one.error();
            throttled = one.error();
            break;
        }
        const auto &item = one->item;
        const std::uint32_t size = item ? item->view().sizeBytes() : 0;
        if (size > budget)
            break;
        budget -= size;
        get.tally.addTable(one->units);
        if (item && get.projection)
            document::projectInto(item->view(), get.projection->paths, items);
        else if (item)
            items.append(item->view());
    }
    return read;
}

Result<api::BatchGetItemResponse> answer(const Environment &environment, const service::Call &call,
                                         api::BatchGetItemRequest &request)
{
    STATOR_TRY(auto gets, prepare(environment, call, request));
    api::BatchGetItemResponse response;
    response.responses.emplace();
    response.unprocessedKeys.emplace();
    std::uint64_t budget = model::kBatchGetResponseBytes;
    bool isFull = false;
    std::size_t allRead = 0;
    std::optional<Error> throttled;
    for (auto &get : gets) {
        auto &items = response.responses->emplace_back(*get.shownName, document::ItemList()).second;
        std::size_t read = 0;
        if (!isFull) {
            std::optional<Error> stopped;
            STATOR_TRY(read, readKeys(get, items, budget, stopped));
            isFull = read != get.request->keys.size() && !stopped;
            if (stopped)
                throttled = std::move(stopped);
        }
        allRead += read;
        if (isAsked(request.returnConsumedCapacity)) {
            if (!response.consumedCapacity)
                response.consumedCapacity.emplace();
            response.consumedCapacity->push_back(
                *get.tally.reply(*get.shownName, *get.access.definition, request.returnConsumedCapacity));
        }
        if (read == get.request->keys.size())
            continue;
        get.request->keys.erase(get.request->keys.begin(),
                                get.request->keys.begin() + static_cast<std::ptrdiff_t>(read));
        response.unprocessedKeys->emplace_back(*get.shownName, std::move(*get.request));
    }
    if (throttled && allRead == 0)
        return std::move(*throttled);
    return response;
}

} // namespace

void batchGetItem(const Environment &environment, api::BatchGetItemRequest request, service::Call call,
                  Completion<api::BatchGetItemResponse> done)
{
    done(answer(environment, call, request));
}

} // namespace stator::operations
