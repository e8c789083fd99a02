#include "replica/vector_index.h"

#include <algorithm>
#include <utility>

#include "encoding/keys.h"
#include "encoding/row.h"
#include "replica/table_store.h"
#include "replica/vector_entry.h"
#include "vector/float_list.h"

namespace stator::replica {

namespace {

// Ranks are floats: among so many more candidates than were asked for, scores in double decide.
constexpr std::size_t kSpareCandidates = 32;

} // namespace

struct VectorIndex::Prepared {
    vector::QueryVector vector;
    std::string partition; // beginning of the keys
    std::vector<vector::Tag> tags;
};

VectorIndex::VectorIndex(const model::IndexDefinition &index, std::shared_ptr<vector::VectorMemory> memory)
    : m_indexId(index.id), m_partitionAttributes(index.keys.partition.size()), m_settings(index.vector),
      m_memory(std::move(memory))
{
}

VectorIndex::~VectorIndex()
{
    m_memory->release(*this);
}

bool VectorIndex::isLoaded() const
{
    const std::lock_guard lock(m_changesMutex);
    return m_state == State::Loaded;
}

void VectorIndex::apply(std::vector<VectorChange> changes)
{
    {
        const std::lock_guard lock(m_changesMutex);
        if (m_state == State::Unloaded)
            return;
        m_changes.insert(m_changes.end(), std::make_move_iterator(changes.begin()),
                         std::make_move_iterator(changes.end()));
    }
    const std::unique_lock array(m_arrayMutex, std::try_to_lock);
    if (array.owns_lock() && m_array)
        drain();
}

void VectorIndex::reset()
{
    const std::unique_lock array(m_arrayMutex);
    drop();
    m_memory->release(*this);
}

// With the array to itself. A load that is under way notices that it has been overtaken.
void VectorIndex::drop()
{
    const std::lock_guard lock(m_changesMutex);
    m_state = State::Unloaded;
    ++m_drops;
    m_changes = {};
    m_array.reset();
}

bool VectorIndex::giveUp()
{
    const std::unique_lock array(m_arrayMutex, std::try_to_lock);
    if (!array.owns_lock() || !m_array)
        return false;
    drop();
    return true;
}

void VectorIndex::drain()
{
    std::vector<VectorChange> changes;
    {
        const std::lock_guard lock(m_changesMutex);
        changes.swap(m_changes);
    }
    if (changes.empty())
        return;
    bool isSound = true;
    for (const VectorChange &change : changes) {
        if (change.row.empty())
            m_array->remove(change.key);
        else
            isSound = isSound && putRow(*m_array, change.key, change.row).ok();
    }
    STATOR_ASSERT(isSound); // rows come straight from apply
    if (m_memory->hold(*this, m_array->byteCount()))
        return;
    drop();
    m_memory->release(*this);
}

Result<void> VectorIndex::putRow(vector::VectorArray &array, std::string_view key, std::string_view row) const
{
    thread_local std::vector<float> floats;
    thread_local std::vector<vector::Tag> tags;
    STATOR_TRY(const encoding::RowView view, encoding::RowView::parse(row));
    vector::readFloats(view.vector(), floats);
    if (floats.size() != m_settings.dimensions)
        return Error::corruption("An entry of a vector index has a vector of another length");
    filterTags(m_settings, view.item(), tags);
    array.put(key, encoding::partitionOf(key, m_partitionAttributes), tags, floats);
    return {};
}

Result<std::unique_ptr<vector::VectorArray>> VectorIndex::makeArray(const TableStore &store) const
{
    auto array = std::make_unique<vector::VectorArray>(m_settings.distance, m_settings.dimensions,
                                                       m_settings.inlineFilters.size());
    STATOR_TRY(const auto cursor, store.cursor());
    const std::string end = encoding::segmentBegin(m_indexId, 1, 1);
    for (cursor->seek(encoding::segmentBegin(m_indexId, 0, 1)); cursor->isValid() && cursor->key() < end;
         cursor->next())
        STATOR_CHECK(putRow(*array, cursor->key(), cursor->value()));
    STATOR_CHECK(cursor->status());
    return array;
}

// The state is Loading before the rows are walked: whatever the walk does not see is in the queue then. What it
// does see may be there too, and is put again as it came last.
Result<bool> VectorIndex::ensureLoaded(const TableStore &store)
{
    if (isLoaded())
        return true;
    const std::lock_guard loading(m_loadMutex);
    const encoding::StoreCounts counts = store.counts();
    const auto *held = counts.findIndex(m_indexId);
    if (!m_memory->hold(*this, vector::VectorArray::estimateBytes(held ? held->items : 0, m_settings.dimensions,
                                                                  m_settings.inlineFilters.size())))
        return false;
    std::uint64_t drops = 0;
    {
        const std::lock_guard lock(m_changesMutex);
        if (m_state == State::Loaded)
            return true;
        m_state = State::Loading;
        drops = m_drops;
    }
    auto made = makeArray(store);

    const std::unique_lock array(m_arrayMutex);
    const bool isInTime = [&] {
        const std::lock_guard lock(m_changesMutex);
        if (!made.ok() || m_drops != drops)
            return false;
        m_array = std::move(*made);
        m_state = State::Loaded;
        return true;
    }();
    if (isInTime && m_memory->hold(*this, m_array->byteCount()))
        return true;
    drop();
    m_memory->release(*this);
    return made.ok() ? Result<bool>(false) : Result<bool>(std::move(made).error());
}

bool VectorIndex::searchArray(const Prepared &query, vector::TopK &best, std::uint64_t &rows)
{
    // What was applied before this search began is in the array or waits.
    const bool isAnyWaiting = [&] {
        const std::lock_guard lock(m_changesMutex);
        return !m_changes.empty();
    }();
    if (isAnyWaiting) {
        const std::unique_lock array(m_arrayMutex);
        if (!m_array)
            return false;
        drain();
    }
    const std::shared_lock array(m_arrayMutex);
    if (!m_array)
        return false;
    rows = m_array->search(query.vector, query.partition, query.tags, best);
    return true;
}

Result<void> VectorIndex::searchRows(const TableStore &store, const Prepared &query, vector::TopK &best,
                                     std::uint64_t &rows) const
{
    std::vector<float> floats;
    std::vector<vector::Tag> tags;
    STATOR_TRY(const auto cursor, store.cursor());
    const std::string end = encoding::afterPrefix(query.partition);
    for (cursor->seek(query.partition); cursor->isValid() && cursor->key() < end; cursor->next()) {
        STATOR_TRY(const encoding::RowView row, encoding::RowView::parse(cursor->value()));
        vector::readFloats(row.vector(), floats);
        if (floats.size() != m_settings.dimensions)
            return Error::corruption("An entry of a vector index has a vector of another length");
        ++rows;
        filterTags(m_settings, row.item(), tags);
        const bool isWanted = std::equal(tags.begin(), tags.end(), query.tags.begin(),
                                         [](vector::Tag has, vector::Tag wanted) {
                                             return wanted == 0 || has == wanted;
                                         });
        if (!isWanted)
            continue;
        const float scale = vector::QueryVector::scaleOf(m_settings.distance, floats);
        float rank = 0;
        query.vector.rank(floats.data(), 1, &scale, &rank);
        if (best.mayTake(rank))
            best.offer(rank, cursor->key());
    }
    return cursor->status();
}

// The entries as they are now: scores and filters are judged on what is handed out, so that a change since the
// ranking shows, and a tag that two values share does no harm.
Result<std::vector<VectorMatch>> VectorIndex::fetch(const TableStore &store, const VectorQuery &query,
                                                    const vector::QueryVector &vector,
                                                    const std::vector<vector::Candidate> &candidates) const
{
    struct Found {
        double score = 0;
        std::size_t candidate = 0;
        std::string row;
    };
    std::vector<Found> found;
    std::vector<float> floats;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        Found entry;
        STATOR_TRY(const bool isThere, store.get(candidates[i].key, entry.row));
        if (!isThere)
            continue;
        STATOR_TRY(const encoding::RowView row, encoding::RowView::parse(entry.row));
        bool isWanted = true;
        for (std::size_t filter = 0; filter < query.filters.size() && isWanted; ++filter)
            if (query.filters[filter]) {
                const auto value = row.item().attribute(m_settings.inlineFilters[filter].name);
                isWanted = value && *value == query.filters[filter]->view();
            }
        if (!isWanted)
            continue;
        vector::readFloats(row.vector(), floats);
        entry.score = vector.score(floats);
        entry.candidate = i;
        found.push_back(std::move(entry));
    }
    std::sort(found.begin(), found.end(), [&](const Found &a, const Found &b) {
        return a.score != b.score ? vector.isBetter(a.score, b.score)
                                  : candidates[a.candidate].key < candidates[b.candidate].key;
    });
    found.resize(std::min<std::size_t>(found.size(), query.topK));
    std::vector<VectorMatch> matches;
    for (const Found &entry : found) {
        STATOR_TRY(const encoding::RowView row, encoding::RowView::parse(entry.row));
        VectorMatch match;
        match.score = entry.score;
        match.document = document::Item(row.item());
        vector::readFloats(row.vector(), match.vector);
        matches.push_back(std::move(match));
    }
    return matches;
}

Result<VectorMatches> VectorIndex::search(const TableStore &store, const VectorQuery &query)
{
    STATOR_ASSERT(query.vector.size() == m_settings.dimensions);
    STATOR_ASSERT(query.filters.size() == m_settings.inlineFilters.size());
    STATOR_ASSERT(query.partition.has_value() == (m_partitionAttributes > 0));
    Prepared prepared{{m_settings.distance, query.vector}, {}, {}};
    std::vector<document::ValueView> partition;
    if (query.partition)
        partition.push_back(query.partition->view());
    prepared.partition = encoding::partitionPrefix(m_indexId, partition);
    for (const auto &filter : query.filters)
        prepared.tags.push_back(filter ? filterTag(filter->view()) : 0);

    vector::TopK best(query.topK + kSpareCandidates);
    std::uint64_t rows = 0;
    STATOR_TRY(const bool hasArray, ensureLoaded(store));
    if (hasArray && searchArray(prepared, best, rows))
        m_memory->touch(*this);
    else
        STATOR_CHECK(searchRows(store, prepared, best, rows));

    VectorMatches result;
    result.examinedBytes = rows * m_settings.dimensions * sizeof(float);
    STATOR_TRY(result.matches, fetch(store, query, prepared.vector, best.take()));
    return result;
}

} // namespace stator::replica
