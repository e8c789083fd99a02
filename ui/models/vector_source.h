// A VectorSource shows the items nearest to a vector, best first: one SearchVectors, never a further page.
//
// Threads: the GUI thread.
#pragma once

#include <vector>

#include "api/search_vectors.h"
#include "models/item_source.h"

namespace stator::ui {

class VectorSource final : public ItemSource {
    Q_OBJECT

public:
    VectorSource(ServiceClient client, api::SearchVectorsRequest search, QObject *parent = nullptr);

    std::int64_t rowCount() const override { return static_cast<std::int64_t>(m_scores.size()); }
    bool isEstimate() const override { return !m_isComplete; }
    std::optional<LoadedRow> row(std::int64_t row) const override;
    bool hasScores() const override { return true; }
    std::optional<double> score(std::int64_t row) const override;
    void visitLoaded(const Visit &visit) const override;
    void want(std::int64_t, std::int64_t) override { loadMore(); }
    bool isLoading() const override { return m_slot.isWaiting(); }
    bool hasMore() const override { return !m_isComplete; }
    void loadMore() override;
    void cancel() override;
    ReadTotals totals() const override { return m_totals; }
    const std::optional<Error> &error() const override { return m_error; }
    void retry() override;
    void replace(std::int64_t row, const document::Item &item) override;

private:
    const ServiceClient m_client;
    const api::SearchVectorsRequest m_search;
    RequestSlot m_slot;
    std::shared_ptr<const ItemPage> m_page;
    std::vector<double> m_scores;
    bool m_isComplete = false;
    bool m_isStopped = false;
    ReadTotals m_totals;
    std::optional<Error> m_error;
};

} // namespace stator::ui
