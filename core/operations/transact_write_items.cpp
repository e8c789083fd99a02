#include "api/transact_write_items.h"

#include "api/codec.h"
#include "operations/collection_metrics.h"
#include "operations/item_action.h"
#include "operations/operation_functions.h"
#include "operations/parameters.h"
#include "operations/transaction.h"

namespace stator::operations {

namespace {

struct Transaction {
    std::vector<TransactPart> parts;
    engine::WriteSet set;
    std::vector<std::optional<document::Item>> collectionKeys; // by position; empty: not wanted
    std::optional<api::ReturnConsumedCapacity> capacity;
};

const std::string *textOf(const std::optional<std::string> &expression)
{
    return expression ? &*expression : nullptr;
}
const std::string *textOf(const std::string &expression)
{
    return &expression;
}

// What the four kinds of element share. `updateText` is null but for updates.
template <class Element>
Result<ItemAction> parse(ItemAction::Kind kind, Element &element, document::Item &item,
                         const std::string *updateText)
{
    ItemAction action;
    action.kind = kind;
    STATOR_CHECK(checkValues(item));
    const std::string *conditionText = textOf(element.conditionExpression);
    const bool hasExpression = conditionText || updateText;
    STATOR_CHECK(checkPlaceholdersHaveUse(element.expressionAttributeNames.has_value(),
                                          element.expressionAttributeValues.has_value(),
                                          {hasExpression, hasExpression, "ConditionExpression is null"}));
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(element.expressionAttributeNames),
                                                 element.expressionAttributeValues));
    if (updateText) {
        STATOR_TRY(auto update, expression::parseUpdate(*updateText, placeholders));
        action.update = std::make_shared<const expression::Update>(std::move(update));
    }
    if (conditionText) {
        STATOR_TRY(
            action.condition.condition,
            expression::parseCondition(*conditionText, expression::ExpressionKind::Condition, placeholders));
    }
    STATOR_CHECK(placeholders.checkAllUsed());
    action.condition.returnsItem =
        element.returnValuesOnConditionCheckFailure == api::ReturnValuesOnConditionCheckFailure::AllOld;
    action.tableName = std::move(element.tableName);
    action.item = std::move(item);
    return action;
}

Result<ItemAction> parse(api::TransactWriteItem &element)
{
    const int actions = element.conditionCheck.has_value() + element.put.has_value() +
                        element.delete_.has_value() + element.update.has_value();
    if (actions != 1)
        return Error::validation("TransactItems can only contain one of Check, Put, Update or Delete");
    if (element.put)
        return parse(ItemAction::Kind::Put, *element.put, element.put->item, nullptr);
    if (element.delete_)
        return parse(ItemAction::Kind::Delete, *element.delete_, element.delete_->key, nullptr);
    if (element.update)
        return parse(ItemAction::Kind::Update, *element.update, element.update->key,
                     &element.update->updateExpression);
    return parse(ItemAction::Kind::Check, *element.conditionCheck, element.conditionCheck->key, nullptr);
}

// Two requests are the same if all but their token and what they want told is.
std::string digestOf(api::TransactWriteItemsRequest &request)
{
    const auto token = std::exchange(request.clientRequestToken, std::nullopt);
    const auto capacity = std::exchange(request.returnConsumedCapacity, std::nullopt);
    const auto metrics = std::exchange(request.returnItemCollectionMetrics, std::nullopt);
    std::string json;
    api::encode(request, json);
    request.clientRequestToken = token;
    request.returnConsumedCapacity = capacity;
    request.returnItemCollectionMetrics = metrics;
    return requestDigest(json);
}

std::uint64_t sizeOf(const std::optional<std::string> &expression)
{
    return expression ? expression->size() : 0;
}
std::uint64_t sizeOf(const std::string &expression)
{
    return expression.size();
}

// What an element asks for, in the service's sizes: items it merely touches do not count.
template <class Element>
std::uint64_t payloadOf(const Element &element, const document::Item &item)
{
    std::uint64_t bytes = item.view().sizeBytes() + sizeOf(element.conditionExpression);
    if (element.expressionAttributeValues)
        bytes += element.expressionAttributeValues->view().sizeBytes();
    if (element.expressionAttributeNames)
        for (const auto &name : *element.expressionAttributeNames)
            bytes += name.first.size() + name.second.size();
    return bytes;
}

std::uint64_t payloadOf(const api::TransactWriteItem &element)
{
    if (element.put)
        return payloadOf(*element.put, element.put->item);
    if (element.delete_)
        return payloadOf(*element.delete_, element.delete_->key);
    if (element.update)
        return payloadOf(*element.update, element.update->key) + element.update->updateExpression.size();
    return element.conditionCheck ? payloadOf(*element.conditionCheck, element.conditionCheck->key) : 0;
}

Result<std::vector<ItemAction>> parseAll(api::TransactWriteItemsRequest &request)
{
    std::vector<ItemAction> actions;
    std::uint64_t bytes = 0;
    for (auto &element : request.transactItems) {
        bytes += payloadOf(element);
        STATOR_TRY(actions.emplace_back(), parse(element));
    }
    STATOR_CHECK(checkPayload(bytes));
    return actions;
}

Result<Transaction> prepare(const Environment &environment, const service::Call &call,
                            api::TransactWriteItemsRequest &request)
{
    Transaction transaction;
    transaction.capacity = request.returnConsumedCapacity;
    transaction.set.isTransaction = true;
    if (request.clientRequestToken) {
        transaction.set.tokenDigest = digestOf(request);
        transaction.set.token = std::move(*request.clientRequestToken);
    }
    STATOR_TRY(auto actions, parseAll(request));
    std::vector<std::string> names;
    std::vector<const document::Item *> items;
    for (auto &action : actions) {
        names.push_back(std::move(action.tableName));
        items.push_back(&action.item);
    }
    STATOR_TRY(transaction.parts, openParts(environment, call, std::move(names), items));
    for (std::size_t i = 0; i < actions.size(); ++i)
        if (actions[i].update)
            STATOR_CHECK(checkNoEmptyIndexKeys(*actions[i].update, *transaction.parts[i].access.definition));
    STATOR_CHECK(checkTransactItems(transaction.parts, items, [&](std::size_t i) {
        return checkAction(actions[i], *transaction.parts[i].access.definition);
    }));
    const bool wantsMetrics = request.returnItemCollectionMetrics == api::ReturnItemCollectionMetrics::Size;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const TableAccess &access = transaction.parts[i].access;
        if (wantsMetrics)
            transaction.collectionKeys.push_back(
                actions[i].kind == ItemAction::Kind::Check
                    ? std::nullopt
                    : collectionKeyOf(*access.definition, actions[i].item.view()));
        transaction.set.writes.push_back(
            writeOf(std::move(actions[i]), access, isAsked(transaction.capacity)));
    }
    return transaction;
}

void addMetrics(Transaction &transaction, api::TransactWriteItemsResponse &response)
{
    for (std::size_t i = 0; i < transaction.collectionKeys.size(); ++i) {
        auto &key = transaction.collectionKeys[i];
        if (!key)
            continue;
        const TransactPart &part = transaction.parts[i];
        if (!response.itemCollectionMetrics)
            response.itemCollectionMetrics.emplace();
        auto *list = api::find(*response.itemCollectionMetrics, part.shownName);
        if (!list)
            list = &response.itemCollectionMetrics
                        ->emplace_back(part.shownName, std::vector<api::ItemCollectionMetrics>())
                        .second;
        list->push_back(collectionMetrics(*part.access.table, std::move(*key)));
    }
}

} // namespace

void transactWriteItems(const Environment &environment, api::TransactWriteItemsRequest request,
                        service::Call call, Completion<api::TransactWriteItemsResponse> done)
{
    auto transaction = prepare(environment, call, request);
    if (!transaction.ok())
        return done(std::move(transaction).error());
    engine::Region *region = transaction->parts.front().access.region;
    auto set = std::move(transaction->set);
    region->write(std::move(set), [transaction = std::move(*transaction),
                                   done = std::move(done)](Result<engine::WriteOutcome> outcome) mutable {
        if (!outcome.ok())
            return done(std::move(outcome).error());
        api::TransactWriteItemsResponse response;
        response.consumedCapacity = writtenCapacity(transaction.parts, *outcome, transaction.capacity);
        addMetrics(transaction, response);
        done(std::move(response));
    });
}

} // namespace stator::operations
