#include "features/items/item_reading.h"

#include <QScrollBar>

#include "models/item_grid_model.h"
#include "models/segment_source.h"
#include "models/sequential_source.h"
#include "models/vector_source.h"

namespace stator::ui {

namespace {

constexpr std::int64_t kFirstRows = 50;

} // namespace

ItemReading::ItemReading(ItemGridModel &model, GridView &grid, QObject *parent) : QObject(parent), m_model(model), m_grid(grid) {}

ItemReading::~ItemReading() = default;

std::unique_ptr<ItemSource> ItemReading::makeSource(std::int64_t estimatedItems) const
{
    if (m_plan.search)
        return std::make_unique<VectorSource>(m_client, *m_plan.search);
    if (!m_plan.isWholeScan)
        return std::make_unique<SequentialSource>(m_client, m_plan.request);
    const auto *before = dynamic_cast<const SegmentSource *>(m_source.get());
    // A table that has grown to more than twice its size is divided anew.
    if (before && estimatedItems < 2 * before->rowCount() + kFirstRows && before->rowCount() < 2 * estimatedItems + kFirstRows)
        return std::make_unique<SegmentSource>(*before, estimatedItems);
    return std::make_unique<SegmentSource>(m_client, std::get<api::ScanRequest>(m_plan.request), estimatedItems);
}

void ItemReading::start(const ServiceClient &client, const TableShape &shape, const std::string &index, const QueryPlan &plan,
                        std::int64_t estimatedItems)
{
    m_model.setSource(nullptr, shape, {});
    m_next.reset();
    m_sortSlot.cancel();
    m_sorted.reset();
    m_source.reset();
    m_rule.reset();
    m_client = client;
    m_shape = shape;
    m_index = index;
    m_plan = plan;
    m_source = makeSource(estimatedItems);
    follow();
    m_model.setSource(m_source.get(), shape, index);
    m_grid.setSortIndicator(-1, false);
    m_source->want(0, kFirstRows);
}

void ItemReading::follow()
{
    ++m_generation;
    const auto moved = [this] { ++m_generation; };
    connect(m_source.get(), &ItemSource::rowsInserted, this, moved);
    connect(m_source.get(), &ItemSource::rowsRemoved, this, moved);
    connect(m_source.get(), &ItemSource::pageCame, this, moved);
    connect(m_source.get(), &ItemSource::progressed, this, [this] {
        // More was read below a sorted view: it joins where it belongs.
        if (m_sorted && !m_plan.isWholeScan && !m_source->isLoading() && !m_sortSlot.isWaiting()
            && m_source->rowCount() > m_sorted->rowCount())
            computeSort(false);
        Q_EMIT progressed();
    });
}

// --- Reading again ---

void ItemReading::restart(std::int64_t estimatedItems)
{
    if (!m_source)
        return;
    if (m_rule && m_plan.isWholeScan)
        clearSort(); // only what is on the screen is read again, and nobody knows where that would stand
    const int offset = m_model.stagedRowCount();
    m_nextFirst = std::max(m_grid.firstVisibleRow() - offset, 0);
    m_nextLast = m_rule ? m_source->rowCount() - 1 : std::max<std::int64_t>(m_grid.lastVisibleRow() - offset, 0);
    m_next = makeSource(estimatedItems);
    connect(m_next.get(), &ItemSource::progressed, this, &ItemReading::considerNext);
    considerNext();
}

void ItemReading::considerNext()
{
    if (!m_next)
        return;
    std::int64_t first = m_nextFirst;
    std::int64_t last = m_nextLast;
    const auto *segments = dynamic_cast<const SegmentSource *>(m_next.get());
    const auto *before = dynamic_cast<const SegmentSource *>(m_source.get());
    if (segments && before) {
        first = segments->rowLike(*before, first);
        last = first + (m_nextLast - m_nextFirst);
    }
    last = std::min(last, m_next->rowCount() - 1);
    bool isHere = !m_next->isEstimate() || m_next->totals().scanned > 0 || m_next->error().has_value();
    for (std::int64_t row = first; row <= last && isHere; ++row)
        isHere = m_next->row(row).has_value();
    if (!segments && m_next->hasMore() && m_next->rowCount() <= m_nextLast && !m_next->error()) {
        isHere = false;
        if (!m_next->isLoading()) {
            m_next->loadMore();
            return;
        }
    }
    if (isHere || m_next->error() || (!m_next->isLoading() && !m_next->hasMore() && m_next->totals().scanned > 0)) {
        adoptNext();
        return;
    }
    if (segments)
        m_next->want(first, std::max(last, first));
    else if (!m_next->isLoading())
        m_next->loadMore();
    Q_EMIT progressed();
}

void ItemReading::adoptNext()
{
    m_next->disconnect(this);
    const GridView::Anchor anchor = m_grid.anchor();
    m_sortSlot.cancel();
    m_model.exchangeSource(m_next.get());
    m_sorted.reset();
    m_source = std::move(m_next);
    m_model.takeLoaded();
    m_grid.restoreAnchor(anchor, rowsByKey(*m_source));
    follow();
    if (m_rule)
        computeSort(false);
    Q_EMIT restarted();
    Q_EMIT progressed();
}

std::unordered_map<std::string, int> ItemReading::rowsByKey(const ItemSource &source) const
{
    std::unordered_map<std::string, int> rows;
    const int offset = m_model.stagedRowCount();
    for (int row = 0; row < offset; ++row)
        rows.emplace(m_model.rowAt(row).key, row);
    source.visitLoaded([&](std::int64_t row, const LoadedRow &there) {
        if (auto key = keyOf(m_shape.keys, there.item()))
            rows.emplace(std::move(*key).takeBytes(), offset + static_cast<int>(row));
    });
    return rows;
}

// --- Sorting ---

void ItemReading::sort(const SortRule &rule)
{
    if (!m_source || m_rule == rule)
        return;
    m_rule = rule;
    computeSort(true);
    Q_EMIT sortChanged();
}

void ItemReading::computeSort(bool goesToTop)
{
    if (m_plan.isWholeScan)
        m_source->cancel(); // rows below stand still while they are shown in another order
    m_client.compute(
        this, m_sortSlot, [rows = loadedRows(*m_source), rule = *m_rule](const std::stop_token &) { return sortRows(rows, rule); },
        [this, goesToTop, generation = m_generation](std::vector<SortedRow> rows) {
            if (generation != m_generation)
                computeSort(goesToTop);
            else
                installSort(std::move(rows), goesToTop);
        });
}

void ItemReading::installSort(std::vector<SortedRow> rows, bool goesToTop)
{
    const GridView::Anchor anchor = m_grid.anchor();
    auto sorted = std::make_unique<SortedSource>(*m_source, std::move(rows));
    m_model.exchangeSource(sorted.get());
    m_sorted = std::move(sorted);
    m_grid.restoreAnchor(anchor, rowsByKey(*m_sorted));
    if (goesToTop)
        m_grid.verticalScrollBar()->setValue(0);
    m_grid.setSortIndicator(m_model.columns().columnOf(m_rule->attribute), m_rule->isDescending);
    Q_EMIT sortChanged();
}

void ItemReading::clearSort()
{
    if (!m_rule)
        return;
    m_rule.reset();
    m_sortSlot.cancel();
    m_grid.setSortIndicator(-1, false);
    if (m_sorted) {
        const GridView::Anchor anchor = m_grid.anchor();
        m_model.exchangeSource(m_source.get());
        m_sorted.reset();
        m_grid.restoreAnchor(anchor, rowsByKey(*m_source));
    }
    Q_EMIT sortChanged();
}

} // namespace stator::ui

#include "moc_item_reading.cpp"
