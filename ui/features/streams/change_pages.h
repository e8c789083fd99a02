// The rows of the Live page as pages: of each, where it stands in its source; of some, the records.
//
// A page costs a hundred bytes; records are kept for the pages used last, as far as a budget of bytes goes, and read
// again by position otherwise. The last page is always loaded: it is where new rows join.
//
// Threads: the GUI thread only.
#pragma once

#include <deque>
#include <vector>

#include "features/streams/change_source.h"

namespace stator::ui {

class ChangePages {
public:
    static constexpr int kRowsPerPage = 512;
    static constexpr std::int64_t kPageBytes = 4 << 20;
    // A page that takes longer than this to be found again, through a filter, is long enough.
    static constexpr std::int64_t kMostScanned = 50'000;

    explicit ChangePages(std::int64_t budgetBytes = 48 << 20) : m_budget(budgetBytes) {}

    void clear();
    void append(const ChangeBatch &batch);
    // How many rows whole pages from the beginning have that together hold at least `least`; never the last page.
    std::int64_t rowsToDrop(std::int64_t least) const;
    // Drops that many.
    void dropFirst(std::int64_t rows);

    std::int64_t rowCount() const { return m_end - m_begin; }
    // Null: not loaded.
    ChangePointer at(std::int64_t row);

    struct Missing {
        std::int64_t page = 0;
        std::vector<ChangeSpan> spans;
        std::int64_t firstRow = 0;
        int rows = 0;
    };
    // The page of a row, to be read again; remembers that it was asked for.
    std::optional<Missing> askFor(std::int64_t row);
    // The answer. False if the page is gone. Of fewer records than there were, the last rows stay empty.
    bool fill(std::int64_t page, std::vector<ChangePointer> changes);
    void giveUp(std::int64_t page);
    std::int64_t loadedBytes() const { return m_loadedBytes; }

private:
    struct Page {
        std::int64_t firstRow = 0; // counted from the beginning of all
        int rows = 0;
        std::int64_t scanned = 0;
        std::int64_t bytes = 0; // of the loaded records
        std::uint64_t used = 0;
        bool isLoaded = true;
        bool isAskedFor = false;
        std::vector<ChangeSpan> spans;
        std::vector<ChangePointer> changes;
    };
    static bool isWhole(const Page &page);
    std::size_t pageOf(std::int64_t row) const;
    void take(Page &page, const ChangePointer &change);
    void evict();

    std::deque<Page> m_pages;
    std::int64_t m_firstPage = 0; // number of m_pages.front()
    std::int64_t m_begin = 0;     // rows that were dropped
    std::int64_t m_end = 0;
    std::int64_t m_budget;
    std::int64_t m_loadedBytes = 0;
    std::uint64_t m_uses = 0;
};

} // namespace stator::ui
