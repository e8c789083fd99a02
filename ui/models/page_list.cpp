#include "models/page_list.h"

#include <algorithm>

namespace stator::ui {

std::int64_t PageList::append(std::shared_ptr<const ItemPage> page)
{
    const std::int64_t first = m_rowCount;
    m_rowCount += static_cast<std::int64_t>(page->items.size());
    m_pages.push_back(std::move(page));
    m_firstRows.push_back(first);
    return first;
}

std::optional<LoadedRow> PageList::row(std::int64_t row) const
{
    if (row < 0 || row >= m_rowCount)
        return std::nullopt;
    const auto after = std::upper_bound(m_firstRows.begin(), m_firstRows.end(), row);
    const auto page = static_cast<std::size_t>(after - m_firstRows.begin()) - 1;
    return LoadedRow{m_pages[page], static_cast<std::size_t>(row - m_firstRows[page])};
}

void PageList::visit(const ItemSource::Visit &visit) const
{
    for (std::size_t page = 0; page < m_pages.size(); ++page)
        for (std::size_t i = 0; i < m_pages[page]->items.size(); ++i)
            visit(m_firstRows[page] + static_cast<std::int64_t>(i), {m_pages[page], i});
}

bool PageList::replace(std::int64_t row, const document::Item &item)
{
    const auto there = this->row(row);
    if (!there)
        return false;
    *std::find(m_pages.begin(), m_pages.end(), there->page) = pageWith(*there, item);
    return true;
}

std::shared_ptr<const ItemPage> pageWith(const LoadedRow &row, const document::Item &item)
{
    auto copy = std::make_shared<ItemPage>();
    for (std::size_t i = 0; i < row.page->items.size(); ++i)
        copy->items.append(i == row.index ? item.view() : row.page->items[i]);
    return copy;
}

} // namespace stator::ui
