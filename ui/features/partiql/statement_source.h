// A StatementSource runs statements and gives what they return as rows: one statement page by page, or several at
// once as a batch or a transaction.
//
// One statement reads on until a screenful was found, then waits for loadMore(); cancel() stops it where it is. What
// writes runs once. Threads: the GUI thread.
#pragma once

#include "api/shapes.h"
#include "models/item_source.h"
#include "models/page_list.h"

namespace stator::ui {

struct StatementRun {
    enum class Mode { One, Batch, Transaction };
    Mode mode = Mode::One;
    std::vector<api::ParameterizedStatement> statements; // one, or as many as the mode takes
    bool isConsistent = false;
};

// What became of one statement of a batch.
struct StatementOutcome {
    QString code; // of its error; empty: it succeeded
    QString message;
};

class StatementSource final : public ItemSource {
    Q_OBJECT

public:
    StatementSource(ServiceClient client, StatementRun run, QObject *parent = nullptr);

    const StatementRun &run() const { return m_run; }
    const std::vector<StatementOutcome> &outcomes() const { return m_outcomes; }
    bool isComplete() const { return m_isComplete; }
    std::int64_t returnedItems() const { return m_pages.rowCount(); }

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
    // Results are shown as they were read.
    void replace(std::int64_t, const document::Item &) override {}

private:
    void loadPage();
    void runOne();
    void runBatch();
    void runTransaction();
    void accept(std::shared_ptr<ItemPage> page);
    void fail(Error error);
    void count(const ItemPage &page, std::int64_t micros);

    const ServiceClient m_client;
    const StatementRun m_run;
    RequestSlot m_slot;
    PageList m_pages;
    std::int64_t m_target = 0; // rows to reach before it rests
    std::optional<std::string> m_next;
    bool m_isComplete = false;
    bool m_hasRun = false;
    ReadTotals m_totals;
    std::vector<StatementOutcome> m_outcomes;
    std::optional<Error> m_error;
};

} // namespace stator::ui
