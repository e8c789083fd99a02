#include "models/paged_source.h"

namespace stator::ui {

namespace {

constexpr std::int64_t kScreenful = 100;

} // namespace

void PagedSource::loadMore()
{
    if (isLoading() || m_isComplete || m_error)
        return;
    m_hasRead = true;
    m_target = rowCount() + kScreenful;
    loadPage();
    Q_EMIT progressed();
}

void PagedSource::retry()
{
    m_error.reset();
    loadMore();
}

void PagedSource::addPage(std::shared_ptr<const ItemPage> page)
{
    const auto found = static_cast<std::int64_t>(page->items.size());
    if (found == 0)
        return;
    Q_EMIT pageCame(page);
    const std::int64_t first = m_pages.append(std::move(page));
    Q_EMIT rowsInserted(first, found);
}

} // namespace stator::ui

#include "moc_paged_source.cpp"
