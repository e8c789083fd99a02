#include "features/partiql/statement_source.h"

#include <QElapsedTimer>

#include "api/batch_execute_statement.h"
#include "api/execute_statement.h"
#include "api/execute_transaction.h"
#include "bridge/text.h"

namespace stator::ui {

namespace {

std::int64_t microsOf(const QElapsedTimer &timer)
{
    return timer.nsecsElapsed() / 1000;
}

template <class Responses>
void appendItems(const std::optional<Responses> &responses, ItemPage &page)
{
    if (!responses)
        return;
    for (const auto &response : *responses)
        if (response.item)
            page.items.append(response.item->view());
}

} // namespace

StatementSource::StatementSource(ServiceClient client, StatementRun run, QObject *parent)
    : PagedSource(std::move(client), parent), m_run(std::move(run))
{
}

// Only a person goes on: a statement may cost much more than it shows.
void StatementSource::want(std::int64_t, std::int64_t)
{
    if (!m_hasRead)
        loadMore();
}

void StatementSource::loadPage()
{
    switch (m_run.mode) {
    case StatementRun::Mode::One:
        runOne();
        break;
    case StatementRun::Mode::Batch:
        runBatch();
        break;
    case StatementRun::Mode::Transaction:
        runTransaction();
        break;
    }
}

void StatementSource::runOne()
{
    api::ExecuteStatementRequest request;
    request.statement = m_run.statements.front().statement;
    request.parameters = m_run.statements.front().parameters;
    if (m_run.isConsistent)
        request.consistentRead = true;
    request.nextToken = m_next;
    request.returnConsumedCapacity = api::ReturnConsumedCapacity::Indexes;
    QElapsedTimer timer;
    timer.start();
    m_client.run(this, m_slot, std::move(request), [this, timer](Result<api::ExecuteStatementResponse> reply) {
        if (!reply.ok())
            return fail(std::move(reply).error());
        auto page = std::make_shared<ItemPage>();
        if (reply->items)
            page->items = std::move(*reply->items);
        count(*page, microsOf(timer));
        if (reply->consumedCapacity) {
            m_totals.capacityUnits += reply->consumedCapacity->capacityUnits.value_or(0);
            addParts(*reply->consumedCapacity, m_totals.parts);
        }
        m_next = std::move(reply->nextToken);
        m_isComplete = !m_next.has_value();
        accept(std::move(page));
    });
}

void StatementSource::runBatch()
{
    api::BatchExecuteStatementRequest request;
    for (const api::ParameterizedStatement &statement : m_run.statements) {
        api::BatchStatementRequest one;
        one.statement = statement.statement;
        one.parameters = statement.parameters;
        if (m_run.isConsistent)
            one.consistentRead = true;
        request.statements.push_back(std::move(one));
    }
    request.returnConsumedCapacity = api::ReturnConsumedCapacity::Indexes;
    QElapsedTimer timer;
    timer.start();
    m_client.run(this, m_slot, std::move(request), [this, timer](Result<api::BatchExecuteStatementResponse> reply) {
        if (!reply.ok())
            return fail(std::move(reply).error());
        auto page = std::make_shared<ItemPage>();
        appendItems(reply->responses, *page);
        if (reply->responses) {
            for (const api::BatchStatementResponse &response : *reply->responses) {
                StatementOutcome outcome;
                if (response.error) {
                    outcome.code = response.error->code ? toQt(wireName(*response.error->code)) : QString();
                    outcome.message = toQt(response.error->message);
                }
                m_outcomes.push_back(std::move(outcome));
            }
        }
        count(*page, microsOf(timer));
        if (reply->consumedCapacity) {
            for (const api::ConsumedCapacity &capacity : *reply->consumedCapacity)
                addParts(capacity, m_totals.parts);
            m_totals.capacityUnits = totalOf(m_totals.parts);
        }
        m_isComplete = true;
        accept(std::move(page));
    });
}

void StatementSource::runTransaction()
{
    api::ExecuteTransactionRequest request;
    request.transactStatements = m_run.statements;
    request.returnConsumedCapacity = api::ReturnConsumedCapacity::Indexes;
    QElapsedTimer timer;
    timer.start();
    m_client.run(this, m_slot, std::move(request), [this, timer](Result<api::ExecuteTransactionResponse> reply) {
        if (!reply.ok())
            return fail(std::move(reply).error());
        auto page = std::make_shared<ItemPage>();
        appendItems(reply->responses, *page);
        count(*page, microsOf(timer));
        if (reply->consumedCapacity) {
            for (const api::ConsumedCapacity &capacity : *reply->consumedCapacity)
                addParts(capacity, m_totals.parts);
            m_totals.capacityUnits = totalOf(m_totals.parts);
        }
        m_outcomes.resize(m_run.statements.size());
        m_isComplete = true;
        accept(std::move(page));
    });
}

void StatementSource::count(const ItemPage &page, std::int64_t micros)
{
    m_totals.found += page.items.size();
    for (std::size_t i = 0; i < page.items.size(); ++i)
        m_totals.foundBytes += page.items[i].sizeBytes();
    m_totals.micros += micros;
    ++m_totals.requests;
}

void StatementSource::accept(std::shared_ptr<ItemPage> page)
{
    addPage(std::move(page));
    if (wantsMore())
        loadPage();
    Q_EMIT progressed();
}

void StatementSource::fail(Error error)
{
    m_outcomes.clear();
    if (error.detail)
        for (const CancellationReason &reason : error.detail->reasons) {
            const bool isCause = reason.code != "None";
            m_outcomes.push_back({isCause ? toQt(std::string_view(reason.code)) : QString(), toQt(std::string_view(reason.message))});
        }
    m_error = std::move(error);
    Q_EMIT progressed();
}

void StatementSource::cancel()
{
    m_slot.cancel();
    Q_EMIT progressed();
}

} // namespace stator::ui

#include "moc_statement_source.cpp"
