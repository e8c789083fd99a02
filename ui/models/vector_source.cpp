#include "models/vector_source.h"

#include <QtCore/QElapsedTimer>

#include "models/page_list.h"

namespace stator::ui {

VectorSource::VectorSource(ServiceClient client, api::SearchVectorsRequest search, QObject *parent)
    : ItemSource(parent), m_client(std::move(client)), m_search(std::move(search)), m_page(std::make_shared<ItemPage>())
{
}

std::optional<LoadedRow> VectorSource::row(std::int64_t row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return LoadedRow{m_page, static_cast<std::size_t>(row)};
}

std::optional<double> VectorSource::score(std::int64_t row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_scores[static_cast<std::size_t>(row)];
}

void VectorSource::visitLoaded(const Visit &visit) const
{
    for (std::size_t i = 0; i < m_scores.size(); ++i)
        visit(static_cast<std::int64_t>(i), {m_page, i});
}

void VectorSource::loadMore()
{
    if (m_isComplete || m_isStopped || m_error || isLoading())
        return;
    api::SearchVectorsRequest request = m_search;
    request.returnConsumedCapacity = api::ReturnConsumedCapacity::Total;
    QElapsedTimer timer;
    timer.start();
    m_client.run(this, m_slot, std::move(request), [this, timer](Result<api::SearchVectorsResponse> reply) {
        if (!reply.ok()) {
            m_error = std::move(reply).error();
            Q_EMIT progressed();
            return;
        }
        auto page = std::make_shared<ItemPage>();
        std::vector<double> scores;
        if (reply->searchResults) {
            for (const api::SearchResultItem &result : *reply->searchResults) {
                page->items.append(result.item ? result.item->view() : document::ItemView());
                scores.push_back(result.score.value_or(0));
            }
        }
        m_isComplete = true;
        m_totals.found = scores.size();
        m_totals.scanned = scores.size();
        m_totals.micros = timer.nsecsElapsed() / 1000;
        if (reply->consumedCapacity)
            m_totals.searchedBytes = static_cast<std::int64_t>(reply->consumedCapacity->vectorSearchRequestBytes.value_or(0));
        m_page = std::move(page);
        m_scores = std::move(scores);
        if (!m_scores.empty()) {
            Q_EMIT pageCame(m_page);
            Q_EMIT rowsInserted(0, rowCount());
        }
        Q_EMIT progressed();
    });
    Q_EMIT progressed();
}

void VectorSource::cancel()
{
    m_slot.cancel();
    m_isStopped = true;
    Q_EMIT progressed();
}

void VectorSource::retry()
{
    m_error.reset();
    m_isStopped = false;
    loadMore();
}

void VectorSource::replace(std::int64_t row, const document::Item &item)
{
    const auto there = this->row(row);
    if (!there)
        return;
    m_page = pageWith(*there, item);
    Q_EMIT rowsChanged(row, row);
}

} // namespace stator::ui

#include "moc_vector_source.cpp"
