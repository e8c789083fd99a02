#include "models/segment_source.h"

#include <algorithm>

#include <QtCore/QElapsedTimer>

#include "model/limits.h"
#include "models/page_list.h"

namespace stator::ui {

namespace {

constexpr std::int64_t kRowsPerSegment = 100;
constexpr std::size_t kKeptSegments = 400;
constexpr std::size_t kMostRequests = 4;

int segmentsFor(std::int64_t items)
{
    const std::int64_t wanted = (items + kRowsPerSegment - 1) / kRowsPerSegment;
    return static_cast<int>(std::clamp<std::int64_t>(wanted, 1, model::kScanSegments));
}

} // namespace

SegmentSource::SegmentSource(ServiceClient client, api::ScanRequest scan, std::int64_t estimatedItems,
                             QObject *parent)
    : ItemSource(parent), m_client(std::move(client)), m_scan(std::move(scan))
{
    // One row at least, so that a table whose count is not up to date is looked into.
    m_rows.reset(segmentsFor(estimatedItems), std::max<std::int64_t>(estimatedItems, 1));
    m_isCounted.assign(static_cast<std::size_t>(m_rows.segmentCount()), false);
}

SegmentSource::SegmentSource(const SegmentSource &before, std::int64_t estimatedItems, QObject *parent)
    : ItemSource(parent), m_client(before.m_client), m_scan(before.m_scan)
{
    m_rows.reset(before.m_rows.segmentCount(), std::max<std::int64_t>(estimatedItems, 1));
    m_isCounted.assign(static_cast<std::size_t>(m_rows.segmentCount()), false);
}

std::int64_t SegmentSource::rowLike(const SegmentSource &other, std::int64_t row) const
{
    if (other.m_rows.segmentCount() != m_rows.segmentCount() || other.m_rows.rowCount() == 0)
        return row;
    const std::int64_t there = std::clamp<std::int64_t>(row, 0, other.m_rows.rowCount() - 1);
    const int segment = other.m_rows.segmentAt(there);
    return m_rows.firstRow(segment) + (there - other.m_rows.firstRow(segment));
}

void SegmentSource::visitLoaded(const Visit &visit) const
{
    std::vector<int> numbers;
    numbers.reserve(m_segments.size());
    for (const auto &[number, segment] : m_segments)
        numbers.push_back(number);
    std::sort(numbers.begin(), numbers.end());
    for (const int number : numbers) {
        const Segment &segment = m_segments.at(number);
        const std::int64_t first = m_rows.firstRow(number);
        for (std::size_t page = 0; page < segment.pages.size(); ++page)
            for (std::size_t i = 0; i < segment.pages[page]->items.size(); ++i)
                visit(first + segment.firstRows[page] + static_cast<std::int64_t>(i), {segment.pages[page], i});
    }
}

std::optional<LoadedRow> SegmentSource::row(std::int64_t row) const
{
    if (row < 0 || row >= m_rows.rowCount())
        return std::nullopt;
    const int number = m_rows.segmentAt(row);
    const auto found = m_segments.find(number);
    if (found == m_segments.end())
        return std::nullopt;
    const Segment &segment = found->second;
    const int within = static_cast<int>(row - m_rows.firstRow(number));
    if (within >= segment.loadedRows)
        return std::nullopt;
    const auto after = std::upper_bound(segment.firstRows.begin(), segment.firstRows.end(), within);
    const auto page = static_cast<std::size_t>(after - segment.firstRows.begin()) - 1;
    return LoadedRow{segment.pages[page], static_cast<std::size_t>(within - segment.firstRows[page])};
}

void SegmentSource::want(std::int64_t first, std::int64_t last)
{
    const std::int64_t end = m_rows.rowCount();
    m_wantedFirst = std::clamp<std::int64_t>(first, 0, std::max<std::int64_t>(end - 1, 0));
    m_wantedLast = std::min(last, end - 1);
    ++m_wantNumber;
    if (m_wantedLast < m_wantedFirst || m_error)
        return;
    const int from = m_rows.segmentAt(m_wantedFirst);
    const int to = m_rows.segmentAt(m_wantedLast);
    // Requests for what has scrolled away make room for what is on the screen.
    for (auto it = m_loading.begin(); it != m_loading.end();)
        it = it->first < from - 1 || it->first > to + 1 ? m_loading.erase(it) : std::next(it);
    const auto consider = [&](int segment) {
        if (segment < 0 || segment >= m_rows.segmentCount() || m_loading.size() >= kMostRequests
            || m_loading.contains(segment))
            return;
        const auto found = m_segments.find(segment);
        if (found == m_segments.end()) {
            load(segment);
            return;
        }
        found->second.lastWanted = m_wantNumber;
        const std::int64_t loadedEnd = m_rows.firstRow(segment) + found->second.loadedRows;
        if (!found->second.isComplete && m_wantedLast >= loadedEnd)
            load(segment);
    };
    for (int segment = from; segment <= to; ++segment)
        consider(segment);
    consider(to + 1);
    consider(from - 1);
}

void SegmentSource::load(int segment)
{
    api::ScanRequest request = m_scan;
    if (m_rows.segmentCount() > 1) {
        request.segment = segment;
        request.totalSegments = m_rows.segmentCount();
    }
    if (const auto found = m_segments.find(segment); found != m_segments.end())
        request.exclusiveStartKey = found->second.next;
    request.returnConsumedCapacity = api::ReturnConsumedCapacity::Total;
    auto slot = std::make_unique<RequestSlot>();
    RequestSlot &waiting = *slot;
    m_loading.emplace(segment, std::move(slot));
    QElapsedTimer timer;
    timer.start();
    m_client.run(this, waiting, std::move(request), [this, segment, timer](Result<api::ScanResponse> reply) {
        m_loading.erase(segment);
        if (reply.ok()) {
            m_error.reset();
            accept(segment, std::move(*reply), timer.nsecsElapsed() / 1000);
            want(m_wantedFirst, m_wantedLast);
        } else {
            m_error = std::move(reply).error();
        }
        Q_EMIT progressed();
    });
}

void SegmentSource::accept(int number, api::ScanResponse reply, std::int64_t micros)
{
    const auto index = static_cast<std::size_t>(number);
    Segment &segment = m_segments[number];
    segment.lastWanted = m_wantNumber;
    const int firstNew = segment.loadedRows;
    m_totals.add(reply, micros, !m_isCounted[index]);
    auto page = std::make_shared<ItemPage>();
    if (reply.items)
        page->items = std::move(*reply.items);
    const int found = static_cast<int>(page->items.size());
    if (found > 0) {
        if (!m_isCounted[index])
            Q_EMIT pageCame(page);
        segment.pages.push_back(std::move(page));
        segment.firstRows.push_back(firstNew);
        segment.loadedRows += found;
    }
    segment.isComplete = !reply.lastEvaluatedKey.has_value();
    segment.next = std::move(reply.lastEvaluatedKey);
    if (segment.isComplete && !m_isCounted[index]) {
        m_isCounted[index] = true;
        ++m_seen;
    }
    // What is left of a segment that goes on shows as at least one more page of placeholders.
    const int rows = segment.isComplete
        ? segment.loadedRows
        : std::max(m_rows.count(number), segment.loadedRows + static_cast<int>(kRowsPerSegment));
    setRows(number, rows);
    if (found > 0) {
        const std::int64_t first = m_rows.firstRow(number) + firstNew;
        Q_EMIT rowsChanged(first, first + found - 1);
    }
    forgetOldPages();
}

void SegmentSource::setRows(int segment, int count)
{
    const int before = m_rows.count(segment);
    if (count == before)
        return;
    const std::int64_t first = m_rows.firstRow(segment);
    m_rows.setCount(segment, count);
    if (count > before)
        Q_EMIT rowsInserted(first + before, count - before);
    else
        Q_EMIT rowsRemoved(first + count, before - count);
}

void SegmentSource::forgetOldPages()
{
    if (m_segments.size() <= kKeptSegments)
        return;
    const auto oldest = std::min_element(
        m_segments.begin(), m_segments.end(),
        [](const auto &a, const auto &b) { return a.second.lastWanted < b.second.lastWanted; });
    m_segments.erase(oldest);
}

void SegmentSource::cancel()
{
    m_loading.clear();
    Q_EMIT progressed();
}

void SegmentSource::retry()
{
    m_error.reset();
    want(m_wantedFirst, m_wantedLast);
    Q_EMIT progressed();
}

void SegmentSource::replace(std::int64_t row, const document::Item &item)
{
    const auto there = this->row(row);
    if (!there)
        return;
    const std::shared_ptr<const ItemPage> copy = pageWith(*there, item);
    for (auto &page : m_segments.at(m_rows.segmentAt(row)).pages)
        if (page == there->page)
            page = copy;
    Q_EMIT rowsChanged(row, row);
}

} // namespace stator::ui

#include "moc_segment_source.cpp"
