#include "models/sequential_source.h"

#include <QtCore/QElapsedTimer>

namespace stator::ui {

namespace {

constexpr std::int64_t kLoadAhead = 50; // rows below the last visible one
// Items evaluated in one request: small enough to show progress, large enough to be fast.
constexpr int kFilteredPage = 20'000;
constexpr int kPlainPage = 200;

} // namespace

SequentialSource::SequentialSource(ServiceClient client, ItemQuery query, QObject *parent)
    : PagedSource(std::move(client), parent), m_query(std::move(query)),
      m_isPaged(std::visit([](const auto &request) { return request.limit.has_value(); }, m_query))
{
}

// Reads by itself towards the end of the view, unless a person stopped it or asked for pages of their own size.
void SequentialSource::want(std::int64_t, std::int64_t last)
{
    if (m_isPaused || (m_isPaged && m_hasRead))
        return;
    if (rowCount() == 0 || last + kLoadAhead >= rowCount())
        loadMore();
}

void SequentialSource::loadMore()
{
    m_isPaused = false;
    PagedSource::loadMore();
}

void SequentialSource::loadPage()
{
    QElapsedTimer timer;
    timer.start();
    std::visit(
        [this, timer](auto request) {
            using Response = typename Operation<decltype(request)>::Response;
            request.exclusiveStartKey = m_next;
            if (!request.limit)
                request.limit = request.filterExpression ? kFilteredPage : kPlainPage;
            request.returnConsumedCapacity = api::ReturnConsumedCapacity::Indexes;
            m_client.run(this, m_slot, std::move(request), [this, timer](Result<Response> reply) {
                if (reply.ok())
                    accept(std::move(*reply), timer.nsecsElapsed() / 1000);
                else
                    m_error = std::move(reply).error();
                Q_EMIT progressed();
            });
        },
        m_query);
}

template <class Reply>
void SequentialSource::accept(Reply reply, std::int64_t micros)
{
    m_totals.add(reply, micros);
    auto page = std::make_shared<ItemPage>();
    if (reply.items)
        page->items = std::move(*reply.items);
    m_next = std::move(reply.lastEvaluatedKey);
    m_isComplete = !m_next.has_value();
    addPage(std::move(page));
    if (!m_isPaged && wantsMore())
        loadPage();
}

void SequentialSource::cancel()
{
    m_slot.cancel();
    m_isPaused = true;
    Q_EMIT progressed();
}

void SequentialSource::replace(std::int64_t row, const document::Item &item)
{
    if (m_pages.replace(row, item))
        Q_EMIT rowsChanged(row, row);
}

} // namespace stator::ui

#include "moc_sequential_source.cpp"
