// What the grid shows is read here: by a plan; again by the same plan without losing the person's place; and
// sorted, as far as it is loaded.
//
// Reading again keeps the old rows until the new ones are here; selection, current item and scroll position are
// found again by key. Clearing a sort goes back to the rows as they were read, to the same item.
//
// Threads: the GUI thread. Model and grid outlive it.
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "bridge/service_client.h"
#include "features/items/query/query_plan.h"
#include "grid/grid_view.h"
#include "models/sorted_source.h"

namespace stator::ui {

class ItemGridModel;

class ItemReading : public QObject {
    Q_OBJECT
public:
    ItemReading(ItemGridModel &model, GridView &grid, QObject *parent);
    ~ItemReading() override;

    // `index`: what is read, or empty for the table. `estimatedItems`: of it.
    void start(const ServiceClient &client, const TableShape &shape, const std::string &index, const QueryPlan &plan,
               std::int64_t estimatedItems);
    // The same again.
    void restart(std::int64_t estimatedItems);
    bool isRestarting() const { return m_next != nullptr; }

    // What reads; nullptr before the first start.
    ItemSource *source() const { return m_source.get(); }
    bool isWholeScan() const { return m_plan.isWholeScan; }

    void sort(const SortRule &rule);
    void clearSort();
    const std::optional<SortRule> &sortRule() const { return m_rule; }
    std::int64_t sortedCount() const { return m_sorted ? m_sorted->rowCount() : 0; }

Q_SIGNALS:
    void progressed();
    void restarted(); // the new rows are shown
    void sortChanged();

private:
    std::unique_ptr<ItemSource> makeSource(std::int64_t estimatedItems) const;
    void follow();
    void considerNext();
    void adoptNext();
    void computeSort(bool goesToTop);
    void installSort(std::vector<SortedRow> rows, bool goesToTop);
    std::unordered_map<std::string, int> rowsByKey(const ItemSource &source) const;

    ItemGridModel &m_model;
    GridView &m_grid;
    ServiceClient m_client;
    TableShape m_shape;
    std::string m_index;
    QueryPlan m_plan;
    std::unique_ptr<ItemSource> m_source;
    std::unique_ptr<ItemSource> m_next; // read, but not shown yet
    std::int64_t m_nextFirst = 0;       // rows of m_source that were on the screen when it was asked for
    std::int64_t m_nextLast = 0;
    std::optional<SortRule> m_rule;
    std::unique_ptr<SortedSource> m_sorted;
    RequestSlot m_sortSlot;
    int m_generation = 0; // of the rows of m_source
};

} // namespace stator::ui
