#include "operations/operation_functions.h"

#include <utility>

#include "api/codec.h"
#include "api/execute_transaction.h"
#include "engine/cancellation.h"
#include "operations/key_check.h"
#include "operations/statement_action.h"
#include "operations/transaction.h"
#include "partiql/key_access.h"
#include "partiql/parser.h"

namespace stator::operations {

namespace {

using partiql::Statement;

// The statement is named by its place; that the errors of parsing are worded so too is unverified.
Error failedIn(std::size_t statement, Error error)
{
    if (error.code == ErrorCode::Validation)
        error.message =
            "Validation failed in TransactStatements[" + std::to_string(statement) + "]: " + error.message;
    return error;
}

std::uint64_t payloadOf(const api::ParameterizedStatement &source)
{
    std::uint64_t bytes = source.statement.size();
    if (source.parameters)
        for (const auto &parameter : *source.parameters)
            bytes += parameter.view().sizeBytes();
    return bytes;
}

Result<Statement> parse(api::ParameterizedStatement &source)
{
    return partiql::parse(source.statement,
                          std::move(source.parameters).value_or(std::vector<document::Value>()));
}

// Parameters are looked at before any statement is read, and no statement is named for them.
Result<void> checkParameters(const api::ExecuteTransactionRequest &request)
{
    for (const auto &source : request.transactStatements)
        if (source.parameters)
            for (const auto &parameter : *source.parameters)
                if (const auto *fault = parameter.fault())
                    return fault->error;
    return {};
}

Result<std::vector<Statement>> parseAll(api::ExecuteTransactionRequest &request)
{
    STATOR_CHECK(checkParameters(request));
    std::vector<Statement> statements;
    std::size_t reads = 0;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < request.transactStatements.size(); ++i) {
        bytes += payloadOf(request.transactStatements[i]);
        auto statement = parse(request.transactStatements[i]);
        if (!statement.ok())
            return failedIn(i, std::move(statement).error());
        reads += statement->reads();
        statements.push_back(std::move(*statement));
    }
    if (reads != 0 && reads != statements.size())
        return Error::validation(
            "ExecuteTransaction API does not support both read and write operations in the same request.");
    STATOR_CHECK(checkPayload(bytes));
    return statements;
}

Result<void> checkClauses(const Statement &statement)
{
    if (statement.returning != partiql::Returning::Nothing)
        return Error::validation("RETURNING clause is not supported in ExecuteTransaction.");
    if (statement.index)
        return Error::validation("Reads on indices are not supported within transactions.");
    return {};
}

// What the statements made of their tables. A statement whose table is not there is asked nothing more; it,
// and a statement that names no item, cancels the transaction once all the others are known to be sound.
struct Opened {
    std::vector<TransactPart> parts; // without access where the table is missing
    std::vector<std::optional<Error>> faults;

    // The reasons that were found; nothing if there are none.
    Result<void> check() const
    {
        engine::Cancellation cancellation(faults.size());
        for (std::size_t i = 0; i < faults.size(); ++i) {
            if (faults[i] && faults[i]->code == ErrorCode::ResourceNotFound)
                cancellation.add(i, "ResourceNotFound", *faults[i]);
            else if (faults[i] && !cancellation.add(i, *faults[i]))
                return *faults[i];
        }
        if (cancellation.any())
            return std::move(cancellation).finish();
        return {};
    }
};

Result<Opened> openAll(const Environment &environment, const service::Call &call,
                       const std::vector<Statement> &statements)
{
    Opened opened;
    opened.faults.resize(statements.size());
    for (std::size_t i = 0; i < statements.size(); ++i) {
        TransactPart &part = opened.parts.emplace_back();
        part.shownName = statements[i].table;
        auto access = openTable(environment, call, statements[i].table);
        if (!access.ok()) {
            opened.faults[i] = std::move(access).error();
            continue;
        }
        part.access = std::move(*access);
        if (auto checked = checkClauses(statements[i]); !checked.ok())
            return failedIn(i, std::move(checked).error());
    }
    return opened;
}

// --- Reads ---

Result<document::Item> keyOfRead(const Statement &statement, const model::TableDefinition &table)
{
    STATOR_TRY(auto key,
               keyOfOneItem(statement, table.keys,
                            "Select statements within ExecuteTransaction must specify the primary key in the "
                            "where clause."));
    const partiql::Selection selection(statement);
    STATOR_CHECK(expression::checkNoPathIntoKeys(selection.attributes(), table));
    return key;
}

Result<std::vector<document::Item>> keysOf(const std::vector<Statement> &statements, Opened &opened)
{
    std::vector<document::Item> keys(statements.size());
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (opened.faults[i])
            continue;
        const model::TableDefinition &table = *opened.parts[i].access.definition;
        auto key = keyOfRead(statements[i], table);
        if (!key.ok())
            return failedIn(i, std::move(key).error());
        keys[i] = std::move(*key);
        STATOR_CHECK(checkKeysNotEmpty(table.keys, keys[i].view()));
        if (auto checked = checkKey(table.keys, keys[i].view()); !checked.ok())
            opened.faults[i] = std::move(checked).error();
    }
    STATOR_CHECK(opened.check());
    std::vector<const document::Item *> items;
    for (const auto &key : keys)
        items.push_back(&key);
    STATOR_CHECK(checkDistinct(opened.parts, items));
    return keys;
}

Result<api::ExecuteTransactionResponse> read(const Environment &environment, const service::Call &call,
                                             const std::vector<Statement> &statements,
                                             std::optional<api::ReturnConsumedCapacity> mode)
{
    STATOR_TRY(auto opened, openAll(environment, call, statements));
    STATOR_TRY(auto keys, keysOf(statements, opened));
    const std::vector<TransactPart> &parts = opened.parts;
    std::vector<engine::Read> reads;
    for (std::size_t i = 0; i < parts.size(); ++i)
        reads.push_back({parts[i].access.table, std::move(keys[i])});
    STATOR_TRY(auto items, readAtOnce(parts, reads));
    api::ExecuteTransactionResponse response;
    response.responses.emplace();
    TransactCapacity capacity;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto &item = items[i];
        const std::uint32_t size = item ? item->view().sizeBytes() : 0;
        capacity.tallyOf(parts[i]).addTable(model::readUnits(size, model::ReadMode::Transactional));
        auto &slot = response.responses->emplace_back();
        if (item)
            slot.item = selectedOf(partiql::Selection(statements[i]), std::move(*item));
    }
    response.consumedCapacity = capacity.reply(TransactCapacity::Kind::Read, mode);
    return response;
}

// --- Writes ---

struct StatementTransaction {
    std::vector<TransactPart> parts;
    engine::WriteSet set;
};

// Statements whose WHERE does not name one item are told so in the words for a wrong key.
bool namesNoItem(const Statement &statement, const model::TableDefinition &table)
{
    if (statement.kind != Statement::Kind::Update && statement.kind != Statement::Kind::Delete)
        return false;
    const auto access = partiql::itemAccess(statement, table.keys);
    return !access || access->usesIn || !access->conflict.empty();
}

Error wrongKey()
{
    return Error::validation("The provided key element does not match the schema");
}

Result<std::vector<ItemAction>> actionsOf(const api::ExecuteTransactionRequest &request,
                                          const std::vector<Statement> &statements, Opened &opened)
{
    std::vector<ItemAction> actions(statements.size());
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (opened.faults[i])
            continue;
        const model::TableDefinition &table = *opened.parts[i].access.definition;
        if (namesNoItem(statements[i], table)) {
            opened.faults[i] = wrongKey();
            continue;
        }
        auto action =
            actionOf(statements[i], table, request.transactStatements[i].returnValuesOnConditionCheckFailure);
        if (!action.ok())
            return failedIn(i, std::move(action).error());
        actions[i] = std::move(*action);
        if (actions[i].update)
            STATOR_CHECK(checkNoEmptyIndexKeys(*actions[i].update, table));
        STATOR_CHECK(checkKeysNotEmpty(table.keys, actions[i].item.view()));
        STATOR_CHECK(checkIndexKeysNotEmpty(table, actions[i].item.view()));
        if (auto checked = checkAction(actions[i], table); !checked.ok())
            opened.faults[i] = std::move(checked).error();
    }
    STATOR_CHECK(opened.check());
    std::vector<const document::Item *> items;
    for (const auto &action : actions)
        items.push_back(&action.item);
    STATOR_CHECK(checkDistinct(opened.parts, items));
    return actions;
}

Result<StatementTransaction> prepare(const Environment &environment, const service::Call &call,
                                     const api::ExecuteTransactionRequest &request,
                                     const std::vector<Statement> &statements)
{
    StatementTransaction transaction;
    transaction.set.isTransaction = true;
    STATOR_TRY(auto opened, openAll(environment, call, statements));
    STATOR_TRY(auto actions, actionsOf(request, statements, opened));
    transaction.parts = std::move(opened.parts);
    for (std::size_t i = 0; i < actions.size(); ++i)
        transaction.set.writes.push_back(writeOf(std::move(actions[i]), transaction.parts[i].access,
                                                 isAsked(request.returnConsumedCapacity)));
    return transaction;
}

// As for TransactWriteItems: all but the token and what it wants told.
std::string digestOf(api::ExecuteTransactionRequest &request)
{
    const auto token = std::exchange(request.clientRequestToken, std::nullopt);
    const auto capacity = std::exchange(request.returnConsumedCapacity, std::nullopt);
    std::string json;
    api::encode(request, json);
    request.clientRequestToken = token;
    request.returnConsumedCapacity = capacity;
    return requestDigest(json);
}

void write(StatementTransaction transaction, std::optional<api::ReturnConsumedCapacity> mode,
           Completion<api::ExecuteTransactionResponse> done)
{
    engine::Region *region = transaction.parts.front().access.region;
    engine::WriteSet set = std::move(transaction.set);
    region->write(std::move(set), [parts = std::move(transaction.parts), mode,
                                   done = std::move(done)](Result<engine::WriteOutcome> outcome) mutable {
        if (!outcome.ok())
            return done(std::move(outcome).error());
        api::ExecuteTransactionResponse response;
        response.responses.emplace(parts.size()); // that writes answer with empty ones is unverified
        response.consumedCapacity = writtenCapacity(parts, *outcome, mode);
        done(std::move(response));
    });
}

} // namespace

void executeTransaction(const Environment &environment, api::ExecuteTransactionRequest request,
                        service::Call call, Completion<api::ExecuteTransactionResponse> done)
{
    // Parsing takes the parameters out of the request.
    const std::string digest = request.clientRequestToken ? digestOf(request) : std::string();
    const auto statements = parseAll(request);
    if (!statements.ok())
        return done(statements.error());
    if (statements->front().reads())
        return done(read(environment, call, *statements, request.returnConsumedCapacity));
    auto transaction = prepare(environment, call, request, *statements);
    if (!transaction.ok())
        return done(std::move(transaction).error());
    transaction->set.token = std::move(request.clientRequestToken).value_or(std::string());
    transaction->set.tokenDigest = digest;
    write(std::move(*transaction), request.returnConsumedCapacity, std::move(done));
}

} // namespace stator::operations
