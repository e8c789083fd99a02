#include "engine/read_path.h"

#include <memory>
#include <string>
#include <utility>

#include "encoding/keys.h"
#include "encoding/row.h"
#include "engine/key_range.h"

namespace stator::engine {

namespace {

using document::Item;
using document::ItemView;

// One page on its way: the rows of a range in either direction, until one of the page's limits.
class PageReader {
public:
    PageReader(const Table &table, const PageRequest &request, const PageSink &sink)
        : m_table(table.definition()), m_store(table.store()), m_request(request), m_sink(sink)
    {}

    Result<PageEnd> read()
    {
        m_range = rangeOf(m_request);
        STATOR_CHECK(applyStart());
        if (m_range.begin >= m_range.end)
            return std::move(m_end);
        STATOR_TRY(m_cursor, m_store.cursor());
        STATOR_CHECK(m_request.isForward ? walkForward() : walkBackward());
        STATOR_CHECK(m_cursor->status());
        return std::move(m_end);
    }

private:
    // Leaves of the range what stands beyond exclusiveStart.
    Result<void> applyStart()
    {
        if (!m_request.exclusiveStart)
            return {};
        auto start = keyOf(m_table, m_request.indexId, m_request.exclusiveStart->view());
        if (!start)
            return Error::validation("The provided starting key is invalid");
        if (!m_request.isForward) {
            if (*start < m_range.end)
                m_range.end = std::move(*start);
            return {};
        }
        start->push_back('\0'); // the least key greater than it
        if (*start > m_range.begin)
            m_range.begin = std::move(*start);
        return {};
    }

    Result<void> walkForward()
    {
        bool goesOn = true;
        for (m_cursor->seek(m_range.begin); goesOn && m_cursor->isValid() && m_cursor->key() < m_range.end;) {
            STATOR_TRY(goesOn, visit());
            if (goesOn)
                m_cursor->next();
        }
        return {};
    }

    Result<void> walkBackward()
    {
        bool goesOn = true;
        for (m_cursor->seekBefore(m_range.end);
             goesOn && m_cursor->isValid() && m_cursor->key() >= m_range.begin;) {
            STATOR_TRY(goesOn, visit());
            if (goesOn)
                m_cursor->previous();
        }
        return {};
    }

    // Evaluates the row under the cursor; false: the page ends with it.
    Result<bool> visit()
    {
        STATOR_TRY(const encoding::RowView row, encoding::RowView::parse(m_cursor->value()));
        const ItemView entry = row.item();
        ++m_end.scannedCount;
        m_end.scannedBytes += entry.sizeBytes();
        bool wantsMore = true;
        if (m_request.fetchesBaseItem && m_request.indexId != 0) {
            STATOR_TRY(wantsMore, handOutBaseItem(entry));
        } else {
            wantsMore = m_sink(entry);
        }
        const bool isFull = (m_request.limit != 0 && m_end.scannedCount >= m_request.limit) ||
                            m_end.scannedBytes + m_fetchedBytes >= m_request.maxBytes;
        if (wantsMore && !isFull)
            return true;
        m_end.lastEvaluated = keyAttributes(m_table, m_request.indexId, entry);
        return false;
    }

    // The entry is as of the page's beginning, the item as of now: one that left this place of the index
    // since then is passed over. Fetched items count towards the size of the page, not towards what was
    // evaluated.
    Result<bool> handOutBaseItem(ItemView entry)
    {
        STATOR_TRY(const bool isThere, m_store.get(encoding::itemKey(m_table.keys, entry), m_baseRow));
        if (!isThere)
            return true;
        STATOR_TRY(const encoding::RowView row, encoding::RowView::parse(m_baseRow));
        const auto place = keyOf(m_table, m_request.indexId, row.item());
        if (!place || *place != m_cursor->key())
            return true;
        m_end.fetchedSizes.push_back(row.item().sizeBytes());
        m_fetchedBytes += row.item().sizeBytes();
        return m_sink(row.item());
    }

    const model::TableDefinition &m_table;
    const replica::TableStore &m_store;
    const PageRequest &m_request;
    const PageSink &m_sink;

    KeyRange m_range;
    std::unique_ptr<storage::Cursor> m_cursor;
    std::string m_baseRow;
    std::uint64_t m_fetchedBytes = 0;
    PageEnd m_end;
};

} // namespace

Result<std::optional<Item>> readItem(const Table &table, ItemView key)
{
    std::string row;
    STATOR_TRY(const bool isThere, table.store().get(encoding::itemKey(table.definition().keys, key), row));
    if (!isThere)
        return std::optional<Item>();
    STATOR_TRY(const encoding::RowView view, encoding::RowView::parse(row));
    // The document is the end of the row: shifting it to the front is cheaper than a second string.
    row.erase(0, row.size() - view.document().size());
    return std::optional<Item>(Item(std::move(row)));
}

Result<PageEnd> readPage(const Table &table, const PageRequest &request, const PageSink &sink)
{
    return PageReader(table, request, sink).read();
}

} // namespace stator::engine
