// A PagedSource grows at its end, page after page, until a screenful has come: what reads of a Query and of a statement
// have in common. Where the next page comes from is for the classes below it.
//
// Threads: the GUI thread.
#pragma once

#include "models/item_source.h"
#include "models/page_list.h"

namespace stator::ui {

class PagedSource : public ItemSource {
    Q_OBJECT

public:
    std::int64_t rowCount() const override { return m_pages.rowCount(); }
    bool isEstimate() const override { return hasMore(); }
    std::optional<LoadedRow> row(std::int64_t row) const override { return m_pages.row(row); }
    void visitLoaded(const Visit &visit) const override { m_pages.visit(visit); }
    bool isLoading() const override { return m_slot.isWaiting(); }
    bool hasMore() const override { return !m_isComplete; }
    void loadMore() override;
    ReadTotals totals() const override { return m_totals; }
    const std::optional<Error> &error() const override { return m_error; }
    void retry() override;

protected:
    explicit PagedSource(ServiceClient client, QObject *parent) : ItemSource(parent), m_client(std::move(client)) {}

    // Asks for the next page; addPage() or m_error follows.
    virtual void loadPage() = 0;
    // Announces what is in it, if anything.
    void addPage(std::shared_ptr<const ItemPage> page);
    bool wantsMore() const { return !m_isComplete && rowCount() < m_target; }

    const ServiceClient m_client;
    RequestSlot m_slot;
    PageList m_pages;
    ReadTotals m_totals;
    std::optional<Error> m_error;
    bool m_isComplete = false;
    bool m_hasRead = false;

private:
    std::int64_t m_target = 0; // rows to reach before it rests
};

} // namespace stator::ui
