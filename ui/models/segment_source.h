// A SegmentSource shows a whole table of any size: a page is one segment of a parallel Scan, so any place is
// reached by reading just that segment. Row counts of segments not seen yet are estimates; a segment that turns
// out to hold more or fewer rows inserts or removes them at its end, and no other row changes its item.
//
// A segment that does not end within one reply (a large partition) is read on when its last rows are wanted.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "models/item_source.h"
#include "models/row_index.h"

namespace stator::ui {

class SegmentSource final : public ItemSource {
    Q_OBJECT

public:
    // `estimatedItems`: of the table, as it was described.
    SegmentSource(ServiceClient client, api::ScanRequest scan, std::int64_t estimatedItems, QObject *parent = nullptr);
    // In the same segments as another: its rows are found again at about the same places.
    SegmentSource(const SegmentSource &before, std::int64_t estimatedItems, QObject *parent = nullptr);
    // Where the segment begins here that holds `row` there, of two sources with the same segments.
    std::int64_t rowLike(const SegmentSource &other, std::int64_t row) const;

    std::int64_t rowCount() const override { return m_rows.rowCount(); }
    bool isEstimate() const override { return m_seen < m_rows.segmentCount(); }
    std::optional<LoadedRow> row(std::int64_t row) const override;
    void visitLoaded(const Visit &visit) const override;
    void want(std::int64_t first, std::int64_t last) override;
    bool isLoading() const override { return !m_loading.empty(); }
    bool hasMore() const override { return false; }
    void loadMore() override {}
    void cancel() override;
    ReadTotals totals() const override { return m_totals; }
    const std::optional<Error> &error() const override { return m_error; }
    void retry() override;
    void replace(std::int64_t row, const document::Item &item) override;

private:
    struct Segment {
        std::vector<std::shared_ptr<const ItemPage>> pages;
        std::vector<int> firstRows; // of each page, within the segment
        int loadedRows = 0;
        std::optional<document::Item> next; // where reading goes on
        bool isComplete = false;
        std::uint64_t lastWanted = 0;
    };

    void load(int segment);
    void accept(int segment, api::ScanResponse reply, std::int64_t micros);
    void setRows(int segment, int count);
    void forgetOldPages();

    const ServiceClient m_client;
    const api::ScanRequest m_scan;
    RowIndex m_rows;
    std::unordered_map<int, Segment> m_segments; // loaded, whole or in part
    std::vector<bool> m_isCounted;               // segments whose count is known
    int m_seen = 0;
    std::unordered_map<int, std::unique_ptr<RequestSlot>> m_loading;
    std::int64_t m_wantedFirst = 0;
    std::int64_t m_wantedLast = -1;
    std::uint64_t m_wantNumber = 0;
    ReadTotals m_totals;
    std::optional<Error> m_error;
};

} // namespace stator::ui
