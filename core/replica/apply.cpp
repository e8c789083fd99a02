#include "replica/apply.h"

#include "encoding/keys.h"
#include "encoding/time_to_live.h"
#include "model/limits.h"
#include "replica/vector_entry.h"

namespace stator::replica {

using document::ItemView;
using encoding::IndexCounts;

namespace {

constexpr std::uint64_t kOverhead = model::kStorageOverheadPerItemBytes;

// The view an index keeps of `item`; `holder` owns it unless it is the item itself.
ItemView indexView(const model::IndexDefinition &index, const model::KeySchema &tableKeys, ItemView item,
                   document::Item &holder)
{
    if (index.projection.type == model::ProjectionType::All)
        return item;
    holder = encoding::indexDocument(index, tableKeys, item);
    return holder.view();
}

// Counters never go below zero unless what is counted off was never there.
template <class Counts>
Result<void> countOff(Counts &counts, std::uint64_t sizeBytes)
{
    if (counts.items == 0 || counts.bytes < sizeBytes + kOverhead)
        return Error::corruption("A change takes away more than its store holds");
    counts.items -= 1;
    counts.bytes -= sizeBytes + kOverhead;
    return {};
}

template <class Counts>
void countOn(Counts &counts, std::uint64_t sizeBytes)
{
    counts.items += 1;
    counts.bytes += sizeBytes + kOverhead;
}

bool isItemKey(std::string_view key)
{
    return !key.empty() && key.front() == static_cast<char>(encoding::Keyspace::Item);
}

// Beginning and end of the keys of an index.
std::string indexBegin(std::uint32_t indexId) { return encoding::segmentBegin(indexId, 0, 1).substr(0, 5); }

} // namespace

BatchBuilder::BatchBuilder(DefinitionHandle definition, encoding::StoreState state)
    : m_definition(std::move(definition)), m_state(std::move(state))
{
}

Result<void> BatchBuilder::addItem(const encoding::ItemChange &change, TimeMicros commitTime)
{
    if (!m_definition)
        return Error::corruption("An item is changed before its table is made");
    m_isEmpty = false;

    const bool hadItem = !change.oldDocument.empty() || change.oldSizeBytes > 0;
    m_pastRows += hadItem;
    if (!change.oldDocument.empty())
        STATOR_CHECK(countOff(m_state.counts, ItemView(change.oldDocument).sizeBytes()));
    else if (change.oldSizeBytes > 0)
        STATOR_CHECK(countOff(m_state.counts, change.oldSizeBytes));

    if (change.newDocument.empty()) {
        m_batch.remove(change.key);
    } else {
        countOn(m_state.counts, ItemView(change.newDocument).sizeBytes());
        m_row.clear();
        encoding::appendItemRow(change.newDocument, commitTime, change.stamp, m_row);
        m_batch.put(change.key, m_row);
    }
    for (const auto &index : m_definition->indexes)
        STATOR_CHECK(addIndexRows(index, change));
    return m_definition->timeToLive.hasRows() ? addExpiryRow(change) : Result<void>();
}

Result<void> BatchBuilder::addExpiryRow(const encoding::ItemChange &change)
{
    const model::TimeToLive &timeToLive = m_definition->timeToLive;
    IndexCounts *counts = m_state.counts.findIndex(timeToLive.indexId);
    STATOR_ASSERT(counts);
    if (!counts->isComplete() && change.key >= counts->backfillFrom)
        return {};
    if (change.oldDocument.empty() && change.oldSizeBytes > 0)
        return Error::corruption("A change of an item that may expire lacks the document it replaces");
    const auto expiry = [&](const std::string &document) {
        return document.empty() ? std::nullopt : encoding::expiryOf(timeToLive.attribute, ItemView(document));
    };
    const auto before = expiry(change.oldDocument);
    const auto after = expiry(change.newDocument);
    if (before == after)
        return {};
    if (before) {
        if (counts->items == 0)
            return Error::corruption("A change takes away more than its store holds");
        --counts->items;
        m_oldKey.clear();
        encoding::appendExpiryKey(timeToLive.indexId, *before, change.key, m_oldKey);
        m_batch.remove(m_oldKey);
    }
    if (after) {
        ++counts->items;
        m_newKey.clear();
        encoding::appendExpiryKey(timeToLive.indexId, *after, change.key, m_newKey);
        m_batch.put(m_newKey, {});
    }
    return {};
}

Result<void> BatchBuilder::addIndexRows(const model::IndexDefinition &index, const encoding::ItemChange &change)
{
    IndexCounts *counts = m_state.counts.findIndex(index.id);
    STATOR_ASSERT(counts); // addDefinition() and the state row keep them together
    if (index.status == model::IndexStatus::Deleting)
        return {};
    if (!counts->isComplete() && change.key >= counts->backfillFrom)
        return {};
    if (change.oldDocument.empty() && change.oldSizeBytes > 0)
        return Error::corruption("A change of an indexed item lacks the document it replaces");

    if (index.kind == model::IndexKind::Vector)
        return addVectorRows(index, change, *counts);

    const auto &tableKeys = m_definition->keys;
    const auto keyOf = [&](const std::string &document, std::string &key) {
        key.clear();
        return !document.empty()
               && encoding::appendIndexKey(index.id, index.keys, tableKeys, ItemView(document), key);
    };
    const bool wasIn = keyOf(change.oldDocument, m_oldKey);
    const bool isIn = keyOf(change.newDocument, m_newKey);

    document::Item oldHolder;
    document::Item newHolder;
    ItemView oldView;
    ItemView newView;
    if (wasIn) {
        oldView = indexView(index, tableKeys, ItemView(change.oldDocument), oldHolder);
        STATOR_CHECK(countOff(*counts, oldView.sizeBytes()));
    }
    if (isIn) {
        newView = indexView(index, tableKeys, ItemView(change.newDocument), newHolder);
        countOn(*counts, newView.sizeBytes());
    }
    m_pastRows += wasIn;
    if (wasIn && !(isIn && m_oldKey == m_newKey))
        m_batch.remove(m_oldKey);
    if (isIn && !(wasIn && m_oldKey == m_newKey && oldView == newView)) {
        m_row.clear();
        encoding::appendIndexRow(newView.bytes(), m_row);
        m_batch.put(m_newKey, m_row);
    }
    return {};
}

Result<void> BatchBuilder::addVectorRows(const model::IndexDefinition &index, const encoding::ItemChange &change,
                                         IndexCounts &counts)
{
    const auto entryOf = [&](const std::string &document, std::string &key, std::string &row) {
        key.clear();
        row.clear();
        return !document.empty()
               && appendVectorEntry(index, m_definition->keys, ItemView(document), key, row);
    };
    const bool wasIn = entryOf(change.oldDocument, m_oldKey, m_oldRow);
    const bool isIn = entryOf(change.newDocument, m_newKey, m_row);
    m_pastRows += wasIn;
    if (wasIn) {
        STATOR_TRY(const auto row, encoding::RowView::parse(m_oldRow));
        STATOR_CHECK(countOff(counts, row.sizeBytes()));
    }
    if (isIn) {
        STATOR_TRY(const auto row, encoding::RowView::parse(m_row));
        countOn(counts, row.sizeBytes());
    }
    if (wasIn && !(isIn && m_oldKey == m_newKey)) {
        m_batch.remove(m_oldKey);
        m_vectorChanges.push_back({index.id, m_oldKey, {}});
    }
    if (isIn && !(wasIn && m_oldKey == m_newKey && m_oldRow == m_row)) {
        m_batch.put(m_newKey, m_row);
        m_vectorChanges.push_back({index.id, m_newKey, m_row});
    }
    return {};
}

void BatchBuilder::addDefinition(DefinitionHandle definition)
{
    m_isEmpty = false;
    m_definition = std::move(definition);
    std::vector<IndexCounts> indexes;
    const auto keepOrAdd = [&](std::uint32_t id) {
        if (const IndexCounts *known = m_state.counts.findIndex(id)) {
            indexes.push_back(*known);
            return;
        }
        IndexCounts added;
        added.id = id;
        if (m_state.counts.items > 0)
            added.backfillFrom = encoding::segmentBegin(0, 0, 1);
        indexes.push_back(std::move(added));
    };
    for (const auto &index : m_definition->indexes)
        keepOrAdd(index.id);
    if (m_definition->timeToLive.hasRows())
        keepOrAdd(m_definition->timeToLive.indexId);
    m_state.counts.indexes = std::move(indexes);
    m_row.clear();
    encoding::appendDefinition(*m_definition, m_row);
    m_batch.put(kDefinitionKey, m_row);
}

Result<void> BatchBuilder::addBackfill(const encoding::IndexBackfill &change, const storage::Store &store)
{
    STATOR_ASSERT(m_isEmpty);
    m_isEmpty = false;
    IndexCounts *counts = m_state.counts.findIndex(change.indexId);
    if (!m_definition || !counts || counts->isComplete())
        return {};
    if (!change.endKey.empty() && change.endKey <= counts->backfillFrom)
        return {};
    const bool isExpiry = m_definition->timeToLive.hasRows() && m_definition->timeToLive.indexId == change.indexId;
    if (isExpiry)
        STATOR_CHECK(fillExpiry(change, store));
    for (const auto &index : m_definition->indexes)
        if (index.id == change.indexId)
            STATOR_CHECK(fillIndex(index, change, store));
    counts->backfillFrom = change.endKey;
    return {};
}

Result<void> BatchBuilder::fillIndex(const model::IndexDefinition &index, const encoding::IndexBackfill &change,
                                     const storage::Store &store)
{
    IndexCounts &counts = *m_state.counts.findIndex(index.id);
    document::Item holder;
    const auto cursor = store.cursor();
    for (cursor->seek(counts.backfillFrom); cursor->isValid(); cursor->next()) {
        if (!isItemKey(cursor->key()) || (!change.endKey.empty() && cursor->key() >= change.endKey))
            break;
        STATOR_TRY(const auto row, encoding::RowView::parse(cursor->value()));
        m_newKey.clear();
        if (index.kind == model::IndexKind::Vector) {
            m_row.clear();
            if (!appendVectorEntry(index, m_definition->keys, row.item(), m_newKey, m_row))
                continue;
            STATOR_TRY(const auto entry, encoding::RowView::parse(m_row));
            countOn(counts, entry.sizeBytes());
            m_batch.put(m_newKey, m_row);
            m_vectorChanges.push_back({index.id, m_newKey, m_row});
            continue;
        }
        if (!encoding::appendIndexKey(index.id, index.keys, m_definition->keys, row.item(), m_newKey))
            continue;
        const ItemView view = indexView(index, m_definition->keys, row.item(), holder);
        countOn(counts, view.sizeBytes());
        m_row.clear();
        encoding::appendIndexRow(view.bytes(), m_row);
        m_batch.put(m_newKey, m_row);
    }
    return cursor->status();
}

Result<void> BatchBuilder::fillExpiry(const encoding::IndexBackfill &change, const storage::Store &store)
{
    const model::TimeToLive &timeToLive = m_definition->timeToLive;
    IndexCounts &counts = *m_state.counts.findIndex(timeToLive.indexId);
    const auto cursor = store.cursor();
    for (cursor->seek(counts.backfillFrom); cursor->isValid(); cursor->next()) {
        if (!isItemKey(cursor->key()) || (!change.endKey.empty() && cursor->key() >= change.endKey))
            break;
        STATOR_TRY(const auto row, encoding::RowView::parse(cursor->value()));
        const auto expiry = encoding::expiryOf(timeToLive.attribute, row.item());
        if (!expiry)
            continue;
        ++counts.items;
        m_newKey.clear();
        encoding::appendExpiryKey(timeToLive.indexId, *expiry, cursor->key(), m_newKey);
        m_batch.put(m_newKey, {});
    }
    return cursor->status();
}

Result<void> BatchBuilder::addClear(const encoding::IndexClear &change, const storage::Store &store)
{
    STATOR_ASSERT(m_isEmpty);
    m_isEmpty = false;
    if (change.indexId == 0)
        return Error::corruption("A change clears the table itself as if it were an index");
    const bool isExpiry = encoding::isExpiryKey(change.beginKey);
    IndexCounts *counts = m_state.counts.findIndex(change.indexId);
    const std::string first = isExpiry ? encoding::expiryBegin(change.indexId, 0) : indexBegin(change.indexId);
    const std::string after = isExpiry ? encoding::expiryEnd(change.indexId) : encoding::afterPrefix(first);
    const std::string begin = std::max(first, change.beginKey);
    const std::string end = change.endKey.empty() ? after : std::min(after, change.endKey);

    const auto cursor = store.cursor();
    for (cursor->seek(begin); cursor->isValid() && cursor->key() < end; cursor->next()) {
        if (counts && !isExpiry) {
            STATOR_TRY(const auto row, encoding::RowView::parse(cursor->value()));
            STATOR_CHECK(countOff(*counts, row.sizeBytes()));
        }
        m_batch.remove(cursor->key());
    }
    return cursor->status();
}

const storage::Batch &BatchBuilder::finish(encoding::Position position, TimeMicros commitTime)
{
    m_state.position = position;
    m_state.commitTime = commitTime;
    m_row.clear();
    encoding::appendStateRow(m_state, m_row);
    m_batch.put(kStateKey, m_row);
    return m_batch;
}

void BatchBuilder::clear()
{
    m_vectorChanges.clear();
    m_batch.clear();
    m_isEmpty = true;
}

} // namespace stator::replica
