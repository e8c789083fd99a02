#include "api/transact_write_items.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "api/codec.h"
#include "model/limits.h"
#include "operations/collection_metrics.h"
#include "operations/item_mutation.h"
#include "operations/key_check.h"
#include "operations/operation_functions.h"
#include "operations/parameters.h"
#include "operations/transaction.h"

namespace stator::operations {

namespace {

constexpr std::uint64_t kPayloadBytes = 4u << 20;

// One element of the request, parsed before any table is looked at.
struct Action {
    enum class Kind { Check, Put, Delete, Update };
    Kind kind = Kind::Check;
    std::string tableName;
    document::Item item; // the key, or the whole item of a put
    WriteCondition condition;
    std::shared_ptr<const expression::Update> update;
};

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
Result<Action> parse(Action::Kind kind, Element &element, document::Item &item, const std::string *updateText)
{
    Action action;
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

Result<Action> parse(api::TransactWriteItem &element)
{
    const int actions = element.conditionCheck.has_value() + element.put.has_value() +
                        element.delete_.has_value() + element.update.has_value();
    if (actions != 1)
        return Error::validation("TransactItems can only contain one of Check, Put, Update or Delete");
    if (element.put)
        return parse(Action::Kind::Put, *element.put, element.put->item, nullptr);
    if (element.delete_)
        return parse(Action::Kind::Delete, *element.delete_, element.delete_->key, nullptr);
    if (element.update)
        return parse(Action::Kind::Update, *element.update, element.update->key,
                     &element.update->updateExpression);
    return parse(Action::Kind::Check, *element.conditionCheck, element.conditionCheck->key, nullptr);
}

Result<void> checkAction(const Action &action, const model::TableDefinition &table)
{
    if (action.condition.condition)
        STATOR_CHECK(expression::checkNoPathIntoKeys(action.condition.condition->attributes, table.keys));
    if (action.kind != Action::Kind::Put) {
        STATOR_CHECK(checkKey(table.keys, action.item.view()));
        return action.update ? checkUpdateTargets(*action.update, table) : Result<void>();
    }
    if (action.item.view().sizeBytes() > model::kItemBytes ||
        !fitsWithLocalEntries(table, action.item.view()))
        return Error::validation("Item size has exceeded the maximum allowed size");
    return checkItemKeys(table, action.item.view());
}

engine::Write writeOf(Action action, const TableAccess &access, bool wantsIndexes)
{
    engine::Write write;
    write.table = access.table;
    write.wantsIndexEffects = wantsIndexes && !access.definition->indexes.empty();
    switch (action.kind) {
    case Action::Kind::Put:
        write.mutation = putMutation(std::move(action.condition));
        break;
    case Action::Kind::Delete:
        write.mutation = deleteMutation(std::move(action.condition));
        break;
    case Action::Kind::Update:
        write.mutation = updateMutation(std::move(action.condition), std::move(action.update), action.item,
                                        access.table, access.definition);
        break;
    case Action::Kind::Check:
        write.mutation = checkMutation(std::move(action.condition));
        break;
    }
    write.item = std::move(action.item);
    return write;
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
    const XXH128_hash_t hash = XXH3_128bits(json.data(), json.size());
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    return std::string(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest);
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

Result<std::vector<Action>> parseAll(api::TransactWriteItemsRequest &request)
{
    std::vector<Action> actions;
    std::uint64_t bytes = 0;
    for (auto &element : request.transactItems) {
        bytes += payloadOf(element);
        STATOR_TRY(actions.emplace_back(), parse(element));
    }
    if (bytes > kPayloadBytes) // the service's text is unverified
        return Error::validation("The transaction payload size cannot exceed 4 MB");
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
    for (auto &action : actions) {
        STATOR_TRY(auto access, openTable(environment, call, action.tableName));
        transaction.parts.push_back({std::move(action.tableName), std::move(access)});
    }
    std::vector<const document::Item *> items;
    for (const auto &action : actions)
        items.push_back(&action.item);
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
                actions[i].kind == Action::Kind::Check
                    ? std::nullopt
                    : collectionKeyOf(*access.definition, actions[i].item.view()));
        transaction.set.writes.push_back(
            writeOf(std::move(actions[i]), access, isAsked(transaction.capacity)));
    }
    return transaction;
}

void addCapacity(const Transaction &transaction, const engine::WriteOutcome &outcome,
                 api::TransactWriteItemsResponse &response)
{
    TransactCapacity capacity;
    for (std::size_t i = 0; i < outcome.effects.size(); ++i) {
        CapacityTally &tally = capacity.tallyOf(transaction.parts[i]);
        if (outcome.isReplay)
            tally.addTable(
                model::readUnits(outcome.effects[i].currentSizeBytes, model::ReadMode::Transactional));
        else
            tally.addWrite(outcome.effects[i], model::WriteMode::Transactional);
    }
    using Kind = TransactCapacity::Kind;
    response.consumedCapacity =
        capacity.reply(outcome.isReplay ? Kind::Read : Kind::Write, transaction.capacity);
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
        list->push_back(collectionMetrics(*part.access.region, *part.access.table, std::move(*key)));
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
        addCapacity(transaction, *outcome, response);
        addMetrics(transaction, response);
        done(std::move(response));
    });
}

} // namespace stator::operations
