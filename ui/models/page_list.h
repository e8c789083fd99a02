// A PageList holds pages of items in the order they were read, and finds a row in them.
//
// Threads: the GUI thread.
#pragma once

#include <vector>

#include "models/item_source.h"

namespace stator::ui {

class PageList {
public:
    // The first row it fills.
    std::int64_t append(std::shared_ptr<const ItemPage> page);
    // False where there is no such row.
    bool replace(std::int64_t row, const document::Item &item);

    std::int64_t rowCount() const { return m_rowCount; }
    std::optional<LoadedRow> row(std::int64_t row) const;
    void visit(const ItemSource::Visit &visit) const;

private:
    std::vector<std::shared_ptr<const ItemPage>> m_pages;
    std::vector<std::int64_t> m_firstRows;
    std::int64_t m_rowCount = 0;
};

// A copy of the row's page with another item in the row's place; pages are shared, so none is changed.
std::shared_ptr<const ItemPage> pageWith(const LoadedRow &row, const document::Item &item);

} // namespace stator::ui
