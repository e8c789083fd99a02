// A StatementSource runs statements and gives what they return as rows: one statement page by page, or several at
// once as a batch or a transaction.
//
// One statement reads on until a screenful was found, then waits for loadMore(); cancel() stops it where it is. What
// writes runs once. Threads: the GUI thread.
#pragma once

#include "api/shapes.h"
#include "models/paged_source.h"

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

class StatementSource final : public PagedSource {
    Q_OBJECT

public:
    StatementSource(ServiceClient client, StatementRun run, QObject *parent = nullptr);

    const StatementRun &run() const { return m_run; }
    const std::vector<StatementOutcome> &outcomes() const { return m_outcomes; }

    void want(std::int64_t first, std::int64_t last) override;
    void cancel() override;
    // Results are shown as they were read.
    void replace(std::int64_t, const document::Item &) override {}

private:
    void loadPage() override;
    void runOne();
    void runBatch();
    void runTransaction();
    void accept(std::shared_ptr<ItemPage> page);
    void fail(Error error);
    void count(const ItemPage &page, std::int64_t micros);

    const StatementRun m_run;
    std::optional<std::string> m_next;
    std::vector<StatementOutcome> m_outcomes;
};

} // namespace stator::ui
