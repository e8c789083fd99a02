#include "operations/operation_functions.h"

#include <atomic>
#include <memory>
#include <utility>

#include "api/batch_execute_statement.h"
#include "operations/item_read.h"
#include "operations/key_check.h"
#include "operations/statement_write.h"
#include "partiql/parser.h"

namespace stator::operations {

namespace {

using partiql::Statement;

api::BatchStatementErrorCode codeOf(ErrorCode code)
{
    using Code = api::BatchStatementErrorCode;
    switch (code) {
    case ErrorCode::Validation:
        return Code::ValidationError;
    case ErrorCode::ConditionalCheckFailed:
        return Code::ConditionalCheckFailed;
    case ErrorCode::ResourceNotFound:
        return Code::ResourceNotFound;
    case ErrorCode::DuplicateItem:
        return Code::DuplicateItem;
    case ErrorCode::TransactionConflict:
        return Code::TransactionConflict;
    case ErrorCode::ItemCollectionSizeLimitExceeded:
        return Code::ItemCollectionSizeLimitExceeded;
    case ErrorCode::ProvisionedThroughputExceeded:
        return Code::ProvisionedThroughputExceeded;
    case ErrorCode::Throttling:
        return Code::ThrottlingError;
    case ErrorCode::RequestLimitExceeded:
        return Code::RequestLimitExceeded;
    case ErrorCode::AccessDenied:
        return Code::AccessDenied;
    default:
        return Code::InternalServerError;
    }
}

// What the statements cost, one sum a table, in the order tables first appear.
class BatchCapacity {
public:
    CapacityTally &tallyOf(const std::string &shownName, const TableAccess &access)
    {
        for (auto &table : m_tables)
            if (table.access.definition->name == access.definition->name)
                return table.tally;
        return m_tables.emplace_back(Table{shownName, access, {}}).tally;
    }

    std::optional<std::vector<api::ConsumedCapacity>>
    reply(std::optional<api::ReturnConsumedCapacity> mode) const
    {
        if (!isAsked(mode))
            return std::nullopt;
        std::vector<api::ConsumedCapacity> list;
        for (const auto &table : m_tables)
            list.push_back(*table.tally.reply(table.shownName, *table.access.definition, mode));
        return list;
    }

private:
    struct Table {
        std::string shownName;
        TableAccess access;
        CapacityTally tally;
    };
    std::vector<Table> m_tables;
};

// Statements fail one by one; each answers in its place.
struct StatementBatch {
    std::vector<std::optional<Statement>> statements; // nothing: it could not be parsed
    std::vector<api::BatchStatementResponse> responses;
    BatchCapacity tallies;
    std::optional<api::ReturnConsumedCapacity> capacity;

    void fail(std::size_t i, const Error &error)
    {
        api::BatchStatementError failure;
        failure.code = codeOf(error.code);
        failure.message = error.message;
        if (error.detail && !error.detail->item.empty())
            failure.item = document::Item(error.detail->item);
        responses[i].error = std::move(failure);
    }

    api::BatchExecuteStatementResponse finish()
    {
        api::BatchExecuteStatementResponse response;
        response.responses = std::move(responses);
        response.consumedCapacity = tallies.reply(capacity);
        return response;
    }
};

void parseAll(api::BatchExecuteStatementRequest &request, StatementBatch &batch)
{
    batch.responses.resize(request.statements.size());
    for (std::size_t i = 0; i < request.statements.size(); ++i) {
        auto &one = request.statements[i];
        auto statement =
            partiql::parse(one.statement, std::move(one.parameters).value_or(std::vector<document::Value>()));
        if (statement.ok()) {
            batch.responses[i].tableName = statement->table;
            batch.statements.emplace_back(std::move(*statement));
        } else {
            batch.fail(i, statement.error());
            batch.statements.emplace_back();
        }
    }
}

// True: all that could be parsed read. Nothing can be said of an empty batch; it reads.
Result<bool> readsOnly(const StatementBatch &batch)
{
    std::size_t reads = 0;
    std::size_t writes = 0;
    for (const auto &statement : batch.statements)
        if (statement)
            ++(statement->reads() ? reads : writes);
    if (reads != 0 && writes != 0) // the text is unverified
        return Error::validation("Read and write requests together in the same batch is not supported.");
    return writes == 0;
}

Result<std::optional<document::Item>> readOne(const Environment &environment, const service::Call &call,
                                              const Statement &statement, bool isStrong,
                                              StatementBatch &batch)
{
    static constexpr std::string_view kRefusal =
        "Select statements within BatchExecuteStatement must specify "
        "the primary key in the where clause.";
    if (statement.index)
        return Error::validation(std::string(kRefusal));
    STATOR_TRY(const auto access, openTable(environment, call, statement.table));
    const model::KeySchema &keys = access.definition->keys;
    STATOR_TRY(const auto key, keyOfOneItem(statement, keys, kRefusal));
    STATOR_CHECK(checkKey(keys, key.view()));
    const partiql::Selection selection(statement);
    STATOR_CHECK(expression::checkNoPathIntoKeys(selection.attributes(), *access.definition));
    const auto mode = isStrong ? model::ReadMode::Strong : model::ReadMode::Eventual;
    STATOR_TRY(auto read, readItem(access, key.view(), mode));
    batch.tallies.tallyOf(statement.table, access).addTable(read.units);
    if (read.item)
        read.item = selectedOf(selection, std::move(*read.item));
    return std::move(read.item);
}

void read(const Environment &environment, const service::Call &call,
          const api::BatchExecuteStatementRequest &request, StatementBatch &batch)
{
    for (std::size_t i = 0; i < batch.statements.size(); ++i) {
        if (!batch.statements[i])
            continue;
        const bool isStrong = request.statements[i].consistentRead.value_or(false);
        auto item = readOne(environment, call, *batch.statements[i], isStrong, batch);
        if (item.ok())
            batch.responses[i].item = std::move(*item);
        else
            batch.fail(i, item.error());
    }
}

// The writes of a batch on their way: each ends on whichever thread finished it, the last one answers.
class BatchWrites : public std::enable_shared_from_this<BatchWrites> {
public:
    BatchWrites(StatementBatch batch, Completion<api::BatchExecuteStatementResponse> done)
        : m_batch(std::move(batch)), m_done(std::move(done)), m_writes(m_batch.statements.size()),
          m_effects(m_batch.statements.size())
    {}

    void run(const Environment &environment, const service::Call &call,
             const api::BatchExecuteStatementRequest &request)
    {
        m_pending = m_batch.statements.size();
        for (std::size_t i = 0; i < m_batch.statements.size(); ++i)
            start(i, environment, call, request.statements[i].returnValuesOnConditionCheckFailure);
    }

private:
    void start(std::size_t i, const Environment &environment, const service::Call &call,
               std::optional<api::ReturnValuesOnConditionCheckFailure> onFailure)
    {
        if (!m_batch.statements[i])
            return finishOne();
        auto prepared = prepareWrite(environment, call, *m_batch.statements[i], onFailure, m_batch.capacity);
        if (!prepared.ok()) {
            m_batch.fail(i, prepared.error());
            return finishOne();
        }
        engine::WriteSet set;
        set.writes.push_back(std::move(prepared->write));
        m_writes[i] = std::move(*prepared);
        m_writes[i]->access.region->write(
            std::move(set), [self = shared_from_this(), i](Result<engine::WriteOutcome> outcome) {
                if (outcome.ok())
                    self->m_effects[i] = std::move(outcome->effects.front());
                else
                    self->m_batch.fail(i, outcome.error());
                self->finishOne();
            });
    }

    void finishOne()
    {
        if (m_pending.fetch_sub(1, std::memory_order_acq_rel) != 1)
            return;
        for (std::size_t i = 0; i < m_effects.size(); ++i) {
            if (!m_effects[i])
                continue;
            m_batch.tallies.tallyOf(m_batch.statements[i]->table, m_writes[i]->access)
                .addWrite(*m_effects[i]);
            m_batch.responses[i].item = m_writes[i]->returned(*m_effects[i]);
        }
        m_done(m_batch.finish());
    }

    StatementBatch m_batch;
    Completion<api::BatchExecuteStatementResponse> m_done;
    std::vector<std::optional<StatementWrite>> m_writes; // nothing: failed before it began
    std::vector<std::optional<engine::WriteEffect>> m_effects;
    std::atomic<std::size_t> m_pending{0};
};

} // namespace

void batchExecuteStatement(const Environment &environment, api::BatchExecuteStatementRequest request,
                           service::Call call, Completion<api::BatchExecuteStatementResponse> done)
{
    StatementBatch batch;
    batch.capacity = request.returnConsumedCapacity;
    parseAll(request, batch);
    const auto isRead = readsOnly(batch);
    if (!isRead.ok())
        return done(isRead.error());
    if (!*isRead)
        return std::make_shared<BatchWrites>(std::move(batch), std::move(done))
            ->run(environment, call, request);
    read(environment, call, request, batch);
    done(batch.finish());
}

} // namespace stator::operations
