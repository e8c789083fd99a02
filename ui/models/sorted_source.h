// A SortedSource shows the rows that another source has loaded, by the value of one attribute. It reads nothing:
// what is not loaded is not here. Sorting is work for another thread than the GUI's:
//
//     client.compute(this, slot, [rows = loadedRows(source), rule](std::stop_token) { return sortRows(rows, rule); }, …)
//
// Order: numbers, texts, binaries, booleans, null, sets and nested values; absent comes last either way. Of equal
// values the one loaded before stays before.
//
// Threads: SortedSource the GUI thread, sortRows() any.
#pragma once

#include <vector>

#include "models/item_source.h"

namespace stator::ui {

struct SortRule {
    std::string attribute;
    bool isDescending = false;

    bool operator==(const SortRule &) const = default;
};

struct SortedRow {
    std::int64_t row = 0; // in the source below
    LoadedRow there;
};

std::vector<SortedRow> loadedRows(const ItemSource &source);
std::vector<SortedRow> sortRows(std::vector<SortedRow> rows, const SortRule &rule);

class SortedSource final : public ItemSource {
    Q_OBJECT

public:
    // `below` outlives it and loads nothing that moves its rows meanwhile.
    SortedSource(ItemSource &below, std::vector<SortedRow> rows, QObject *parent = nullptr);

    std::int64_t rowCount() const override { return static_cast<std::int64_t>(m_rows.size()); }
    bool isEstimate() const override { return false; }
    std::optional<LoadedRow> row(std::int64_t row) const override;
    void visitLoaded(const Visit &visit) const override;
    void want(std::int64_t, std::int64_t) override {}
    bool isLoading() const override { return false; }
    bool hasMore() const override { return false; }
    void loadMore() override {}
    void cancel() override {}
    ReadTotals totals() const override { return m_below.totals(); }
    const std::optional<Error> &error() const override { return m_below.error(); }
    void retry() override {}
    void replace(std::int64_t row, const document::Item &item) override;

private:
    ItemSource &m_below;
    std::vector<SortedRow> m_rows;
};

} // namespace stator::ui
