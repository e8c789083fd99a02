// A SequentialSource shows the result of a Query, or of a Scan with a filter: page after page, in order.
//
// It reads until a screenful has been found, however many pages without a match that takes; progressed() tells
// how far it is, cancel() stops it where it is, loadMore() goes on from there. A query with a limit of its own is
// read one page at a time.
#pragma once

#include "models/item_source.h"
#include "models/page_list.h"

namespace stator::ui {

class SequentialSource final : public ItemSource {
    Q_OBJECT

public:
    SequentialSource(ServiceClient client, ItemQuery query, QObject *parent = nullptr);

    std::int64_t rowCount() const override { return m_pages.rowCount(); }
    bool isEstimate() const override { return hasMore(); }
    std::optional<LoadedRow> row(std::int64_t row) const override { return m_pages.row(row); }
    void visitLoaded(const Visit &visit) const override { m_pages.visit(visit); }
    void want(std::int64_t first, std::int64_t last) override;
    bool isLoading() const override { return m_slot.isWaiting(); }
    bool hasMore() const override { return !m_isComplete; }
    void loadMore() override;
    void cancel() override;
    ReadTotals totals() const override { return m_totals; }
    const std::optional<Error> &error() const override { return m_error; }
    void retry() override;
    void replace(std::int64_t row, const document::Item &item) override;

private:
    void loadPage();
    template <class Reply>
    void accept(Reply reply, std::int64_t micros);

    const ServiceClient m_client;
    const ItemQuery m_query;
    const bool m_isPaged; // the query has a limit: one page at a time, when asked
    RequestSlot m_slot;
    PageList m_pages;
    std::int64_t m_target = 0; // rows to reach before it rests
    std::optional<document::Item> m_next;
    bool m_isComplete = false;
    bool m_isPaused = false;
    bool m_hasRead = false;
    ReadTotals m_totals;
    std::optional<Error> m_error;
};

} // namespace stator::ui
