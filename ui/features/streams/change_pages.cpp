#include "features/streams/change_pages.h"

#include <algorithm>

namespace stator::ui {

namespace {

constexpr std::int64_t kRecordBytes = 700; // of a record beside its images and keys, about

std::int64_t bytesOf(const ChangeRecord &change)
{
    return change.sizeBytes() + kRecordBytes;
}

} // namespace

bool ChangePages::isWhole(const Page &page)
{
    return page.rows >= kRowsPerPage || page.bytes >= kPageBytes || page.scanned > kMostScanned;
}

void ChangePages::clear()
{
    m_firstPage += static_cast<std::int64_t>(m_pages.size());
    m_pages.clear();
    m_begin = m_end = 0;
    m_loadedBytes = 0;
}

void ChangePages::append(const ChangeBatch &batch)
{
    for (const ChangePointer &change : batch.changes) {
        if (m_pages.empty() || isWhole(m_pages.back())) {
            Page page;
            page.firstRow = m_end;
            page.changes.reserve(kRowsPerPage);
            m_pages.push_back(std::move(page));
        }
        take(m_pages.back(), change);
        ++m_end;
    }
    if (!m_pages.empty()) {
        m_pages.back().scanned += batch.scanned;
        m_pages.back().used = ++m_uses;
    }
    evict();
}

void ChangePages::take(Page &page, const ChangePointer &change)
{
    const auto found = std::find_if(page.spans.begin(), page.spans.end(),
                                    [&](const ChangeSpan &span) { return span.shard == change->shard; });
    std::string position = positionOf(*change);
    if (found == page.spans.end())
        page.spans.push_back({change->shard, position, position});
    else
        found->last = std::move(position);
    page.bytes += bytesOf(*change);
    m_loadedBytes += bytesOf(*change);
    page.changes.push_back(change);
    ++page.rows;
}

std::int64_t ChangePages::rowsToDrop(std::int64_t least) const
{
    std::int64_t rows = 0;
    for (std::size_t i = 0; i + 1 < m_pages.size() && rows < least; ++i)
        rows += m_pages[i].rows;
    return rows;
}

void ChangePages::dropFirst(std::int64_t rows)
{
    const std::int64_t begin = m_begin + rows;
    while (m_begin < begin) {
        m_loadedBytes -= m_pages.front().bytes;
        m_begin += m_pages.front().rows;
        m_pages.pop_front();
        ++m_firstPage;
    }
}

std::size_t ChangePages::pageOf(std::int64_t row) const
{
    const auto after = std::upper_bound(m_pages.begin(), m_pages.end(), m_begin + row,
                                        [](std::int64_t at, const Page &page) { return at < page.firstRow; });
    return static_cast<std::size_t>(after - m_pages.begin()) - 1;
}

ChangePointer ChangePages::at(std::int64_t row)
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    Page &page = m_pages[pageOf(row)];
    page.used = ++m_uses;
    const auto place = static_cast<std::size_t>(m_begin + row - page.firstRow);
    return place < page.changes.size() ? page.changes[place] : nullptr;
}

std::optional<ChangePages::Missing> ChangePages::askFor(std::int64_t row)
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const std::size_t at = pageOf(row);
    Page &page = m_pages[at];
    if (page.isLoaded || page.isAskedFor)
        return std::nullopt;
    page.isAskedFor = true;
    return Missing{m_firstPage + static_cast<std::int64_t>(at), page.spans, page.firstRow - m_begin, page.rows};
}

bool ChangePages::fill(std::int64_t number, std::vector<ChangePointer> changes)
{
    const std::int64_t at = number - m_firstPage;
    if (at < 0 || at >= std::ssize(m_pages))
        return false;
    Page &page = m_pages[static_cast<std::size_t>(at)];
    if (page.isLoaded)
        return false;
    if (std::ssize(changes) > page.rows)
        changes.resize(static_cast<std::size_t>(page.rows));
    page.changes = std::move(changes);
    page.isLoaded = true;
    page.isAskedFor = false;
    page.used = ++m_uses;
    for (const ChangePointer &change : page.changes)
        page.bytes += bytesOf(*change);
    m_loadedBytes += page.bytes;
    evict();
    return true;
}

void ChangePages::giveUp(std::int64_t number)
{
    const std::int64_t at = number - m_firstPage;
    if (at >= 0 && at < std::ssize(m_pages))
        m_pages[static_cast<std::size_t>(at)].isAskedFor = false;
}

void ChangePages::evict()
{
    while (m_loadedBytes > m_budget) {
        Page *oldest = nullptr;
        for (std::size_t i = 0; i + 1 < m_pages.size(); ++i)
            if (m_pages[i].isLoaded && (!oldest || m_pages[i].used < oldest->used))
                oldest = &m_pages[i];
        if (!oldest || oldest->used == m_uses)
            return;
        m_loadedBytes -= oldest->bytes;
        oldest->bytes = 0;
        oldest->isLoaded = false;
        oldest->changes = {};
    }
}

} // namespace stator::ui
