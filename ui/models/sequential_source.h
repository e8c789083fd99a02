// A SequentialSource shows the result of a Query, or of a Scan with a filter: page after page, in order.
//
// It reads until a screenful has been found, however many pages without a match that takes; progressed() tells
// how far it is, cancel() stops it where it is, loadMore() goes on from there. A query with a limit of its own is
// read one page at a time.
#pragma once

#include "models/paged_source.h"

namespace stator::ui {

class SequentialSource final : public PagedSource {
    Q_OBJECT

public:
    SequentialSource(ServiceClient client, ItemQuery query, QObject *parent = nullptr);

    void want(std::int64_t first, std::int64_t last) override;
    void loadMore() override;
    void cancel() override;
    void replace(std::int64_t row, const document::Item &item) override;

private:
    void loadPage() override;
    template <class Reply>
    void accept(Reply reply, std::int64_t micros);

    const ItemQuery m_query;
    const bool m_isPaged; // the query has a limit: one page at a time, when asked
    std::optional<document::Item> m_next;
    bool m_isPaused = false;
};

} // namespace stator::ui
