// An ItemSource gives the rows of a grid, page by page, as they are asked for and arrive.
//
// Pages are immutable and shared. A row that is not here yet is a placeholder; asking for it with want() has it
// loaded, and rowsChanged() says when it came. Answers that nobody waits for any more are dropped.
//
// Threads: the GUI thread; the reading happens on the core's.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <QtCore/QObject>

#include "api/query.h"
#include "api/scan.h"
#include "base/error.h"
#include "bridge/service_client.h"
#include "document/item.h"
#include "models/capacity_parts.h"

namespace stator::ui {

// What is read: everything of the request but where a page begins, its segment and its size.
using ItemQuery = std::variant<api::ScanRequest, api::QueryRequest>;

struct ItemPage {
    document::ItemList items;
};

// One item and the page that keeps it alive.
struct LoadedRow {
    std::shared_ptr<const ItemPage> page;
    std::size_t index = 0;

    document::ItemView item() const { return page->items[index]; }
};

// What was read so far, for the result line.
struct ReadTotals {
    std::uint64_t found = 0;
    std::uint64_t scanned = 0;
    double capacityUnits = 0;
    std::int64_t searchedBytes = 0; // what a vector search costs instead
    std::int64_t micros = 0; // of waiting for replies
    int requests = 0;        // that were answered
    std::uint64_t foundBytes = 0;
    std::vector<CostPart> parts; // the units by table and index

    // Counts one more reply of a Query or Scan; `isNew` is false for items that were read before.
    template <class Reply>
    void add(const Reply &reply, std::int64_t waited, bool isNew = true)
    {
        const std::size_t items = reply.items && isNew ? reply.items->size() : 0;
        found += items;
        if (isNew)
            scanned += static_cast<std::uint64_t>(reply.scannedCount.value_or(static_cast<std::int32_t>(items)));
        for (std::size_t i = 0; i < items; ++i)
            foundBytes += (*reply.items)[i].sizeBytes();
        micros += waited;
        ++requests;
        if (!reply.consumedCapacity)
            return;
        capacityUnits += reply.consumedCapacity->capacityUnits.value_or(0);
        addParts(*reply.consumedCapacity, parts);
    }
};

class ItemSource : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual std::int64_t rowCount() const = 0;
    // The count is a guess until everything has been seen.
    virtual bool isEstimate() const = 0;
    virtual std::optional<LoadedRow> row(std::int64_t row) const = 0;
    // How near a row is to what was searched for; nothing where rows have no score.
    virtual bool hasScores() const { return false; }
    virtual std::optional<double> score(std::int64_t) const { return std::nullopt; }
    // Every row that is here, in order.
    using Visit = std::function<void(std::int64_t row, const LoadedRow &there)>;
    virtual void visitLoaded(const Visit &visit) const = 0;
    // These rows are on the screen: load them, and what is near.
    virtual void want(std::int64_t first, std::int64_t last) = 0;

    virtual bool isLoading() const = 0;
    virtual bool hasMore() const = 0; // sequential reads: pages beyond the last row
    virtual void loadMore() = 0;
    virtual void cancel() = 0; // what is under way; rows that came stay
    virtual ReadTotals totals() const = 0;
    virtual const std::optional<Error> &error() const = 0; // of the last read; gone with the next success
    virtual void retry() = 0;

    // Puts another item in the place of one that is shown (nothing: the row stays as it was).
    virtual void replace(std::int64_t row, const document::Item &item) = 0;

Q_SIGNALS:
    // A page was read for the first time; before the rows it fills are announced.
    void pageCame(const std::shared_ptr<const stator::ui::ItemPage> &page);
    void rowsInserted(std::int64_t first, std::int64_t count);
    void rowsRemoved(std::int64_t first, std::int64_t count);
    void rowsChanged(std::int64_t first, std::int64_t last);
    void progressed(); // totals, loading, error
};

} // namespace stator::ui
