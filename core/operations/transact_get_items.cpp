#include "api/transact_get_items.h"

#include "model/limits.h"
#include "operations/key_check.h"
#include "operations/operation_functions.h"
#include "operations/projection.h"
#include "operations/transaction.h"

namespace stator::operations {

namespace {

struct Gets {
    std::vector<TransactPart> parts;
    std::vector<std::optional<expression::Projection>> projections;
    std::vector<engine::Read> reads;
};

Result<std::optional<expression::Projection>> parse(api::Get &get)
{
    STATOR_CHECK(checkPlaceholdersHaveUse(get.expressionAttributeNames.has_value(), false,
                                          {get.projectionExpression.has_value(), false, {}}));
    STATOR_CHECK(checkValues(get.key));
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(get.expressionAttributeNames), {}));
    STATOR_TRY(auto projection, projectionOf(get.projectionExpression, {}, placeholders));
    STATOR_CHECK(placeholders.checkAllUsed());
    return projection;
}

Result<Gets> prepare(const Environment &environment, const service::Call &call,
                     api::TransactGetItemsRequest &request)
{
    Gets gets;
    for (auto &item : request.transactItems) {
        STATOR_TRY(gets.projections.emplace_back(), parse(item.get));
    }
    std::vector<std::string> names;
    std::vector<const document::Item *> keys;
    for (auto &item : request.transactItems) {
        names.push_back(std::move(item.get.tableName));
        keys.push_back(&item.get.key);
    }
    STATOR_TRY(gets.parts, openParts(environment, call, std::move(names), keys));
    STATOR_CHECK(checkTransactItems(gets.parts, keys, [&](std::size_t i) {
        return checkKey(gets.parts[i].access.definition->keys, keys[i]->view());
    }));
    for (std::size_t i = 0; i < gets.parts.size(); ++i)
        gets.reads.push_back({gets.parts[i].access.table, std::move(request.transactItems[i].get.key)});
    return gets;
}

Result<api::TransactGetItemsResponse> answer(const Environment &environment, const service::Call &call,
                                             api::TransactGetItemsRequest &request)
{
    STATOR_TRY(const auto gets, prepare(environment, call, request));
    STATOR_TRY(auto items, readAtOnce(gets.parts, gets.reads));
    std::uint64_t bytes = 0;
    for (const auto &item : items)
        bytes += item ? item->view().sizeBytes() : 0;
    if (bytes > kTransactionBytes) // the service's text is unverified
        return Error::validation("The aggregate size of the items in the transaction cannot exceed 4 MB");
    api::TransactGetItemsResponse response;
    response.responses.emplace();
    TransactCapacity capacity;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto &item = items[i];
        const std::uint32_t size = item ? item->view().sizeBytes() : 0;
        capacity.tallyOf(gets.parts[i]).addTable(model::readUnits(size, model::ReadMode::Transactional));
        auto &slot = response.responses->emplace_back();
        if (item && gets.projections[i])
            slot.item = document::project(item->view(), gets.projections[i]->paths);
        else
            slot.item = std::move(item);
    }
    response.consumedCapacity = capacity.reply(TransactCapacity::Kind::Read, request.returnConsumedCapacity);
    return response;
}

} // namespace

void transactGetItems(const Environment &environment, api::TransactGetItemsRequest request,
                      service::Call call, Completion<api::TransactGetItemsResponse> done)
{
    done(answer(environment, call, request));
}

} // namespace stator::operations
