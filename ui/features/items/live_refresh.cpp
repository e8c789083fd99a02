#include "features/items/live_refresh.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "api/batch_get_item.h"
#include "api/describe_table.h"
#include "grid/grid_view.h"
#include "model/limits.h"
#include "models/item_grid_model.h"

namespace stator::ui {

namespace {

constexpr int kIntervalMs = 250;
constexpr int kRoundsPerCount = 4; // the count is asked for once a second

} // namespace

LiveRefresh::LiveRefresh(ItemGridModel &model, GridView &grid, QObject *parent) : QObject(parent), m_model(model), m_grid(grid)
{
    m_timer.setInterval(kIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        readVisible();
        if (m_rounds++ % kRoundsPerCount == 0)
            countItems();
    });
}

void LiveRefresh::setTable(const ServiceClient &client, const TableShape &shape, bool countsNew, bool readsWhole)
{
    m_itemsSlot.cancel();
    m_countSlot.cancel();
    m_client = client;
    m_shape = shape;
    m_countsNew = countsNew;
    m_readsWhole = readsWhole;
    m_countBefore.reset();
    setActive(m_isActive);
}

void LiveRefresh::setActive(bool isActive)
{
    m_isActive = isActive;
    if (isActive && m_client.isConnected())
        m_timer.start();
    else
        m_timer.stop();
}

void LiveRefresh::refreshNow()
{
    m_itemsSlot.cancel();
    readVisible();
    countItems();
}

void LiveRefresh::readVisible()
{
    if (!m_readsWhole || m_itemsSlot.isWaiting() || !m_grid.isVisible())
        return;
    const int first = m_grid.firstVisibleRow();
    const int last = std::min(m_grid.lastVisibleRow(), first + static_cast<int>(model::kBatchGetKeys) - 1);
    api::KeysAndAttributes keys;
    std::vector<std::string> asked;
    for (int row = first; row <= last; ++row) {
        const ItemGridModel::Row &there = m_model.rowAt(row);
        // An index may hold the same item more than once on the screen; a batch may not.
        if (!there.read || there.key.empty() || std::find(asked.begin(), asked.end(), there.key) != asked.end())
            continue;
        asked.push_back(there.key);
        keys.keys.emplace_back(there.key);
    }
    if (asked.empty())
        return;
    keys.consistentRead = true;
    api::BatchGetItemRequest request;
    request.requestItems.emplace_back(m_shape.name, std::move(keys));
    m_client.run(this, m_itemsSlot, std::move(request),
                 [this, asked = std::move(asked), first, last](Result<api::BatchGetItemResponse> reply) {
        if (!reply.ok())
            return;
        const document::ItemList *items = reply->responses ? api::find(*reply->responses, m_shape.name) : nullptr;
        std::unordered_map<std::string, document::Item> found;
        for (std::size_t i = 0; items && i < items->size(); ++i)
            if (const auto key = keyOf(m_shape.keys, (*items)[i]))
                found.emplace(key->bytes(), document::Item((*items)[i]));
        std::unordered_set<std::string> unanswered;
        if (reply->unprocessedKeys)
            for (const auto &[table, left] : *reply->unprocessedKeys)
                for (const document::Item &key : left.keys)
                    unanswered.insert(key.bytes());
        // Rows may have moved meanwhile: each is found by its key again.
        const int margin = 200;
        for (int row = std::max(first - margin, 0); row <= std::min(last + margin, m_model.rowCount() - 1); ++row) {
            const std::string key = m_model.rowAt(row).key;
            if (key.empty() || unanswered.contains(key) || std::find(asked.begin(), asked.end(), key) == asked.end())
                continue;
            const bool isEdited = m_grid.isEditing() && m_grid.currentIndex().row() == row;
            if (isEdited)
                continue;
            const auto at = found.find(key);
            const std::optional<document::Item> now = at == found.end() ? std::nullopt : std::optional(at->second);
            m_model.refreshItem(row, now);
            if (row == m_grid.currentIndex().row())
                Q_EMIT itemRead(document::Item(key), now);
        }
    });
}

void LiveRefresh::countItems()
{
    if (!m_countsNew || m_countSlot.isWaiting())
        return;
    api::DescribeTableRequest request;
    request.tableName = m_shape.name;
    m_client.run(this, m_countSlot, std::move(request), [this](Result<api::DescribeTableResponse> reply) {
        if (!reply.ok() || !reply->table)
            return;
        // The description may be older than what was read by it.
        const std::int64_t count = reply->table->itemCount.value_or(0);
        if (!m_countBefore)
            m_countBefore = std::max(count, m_shape.itemCount);
        Q_EMIT newItems(std::max<std::int64_t>(0, count - *m_countBefore));
    });
}

} // namespace stator::ui

#include "moc_live_refresh.cpp"
