#include "replica/table_store.h"

#include <algorithm>
#include <iterator>

#include "replica/table_store_impl.h"

namespace stator::replica {

namespace {

// A cursor that holds its store open.
class HoldingCursor final : public storage::Cursor {
public:
    explicit HoldingCursor(std::shared_ptr<storage::Store> store) : m_store(std::move(store)), m_cursor(m_store->cursor())
    {
    }

    void seek(std::string_view key) override { m_cursor->seek(key); }
    void seekBefore(std::string_view key) override { m_cursor->seekBefore(key); }
    void seekFirst() override { m_cursor->seekFirst(); }
    void seekLast() override { m_cursor->seekLast(); }
    void next() override { m_cursor->next(); }
    void previous() override { m_cursor->previous(); }
    bool isValid() const override { return m_cursor->isValid(); }
    std::string_view key() const override { return m_cursor->key(); }
    std::string_view value() const override { return m_cursor->value(); }
    Result<void> status() const override { return m_cursor->status(); }

private:
    std::shared_ptr<storage::Store> m_store; // destroyed after the cursor
    std::unique_ptr<storage::Cursor> m_cursor;
};

// Fewer past versions cost a reader next to nothing.
constexpr std::uint64_t kFewestPastRows = 4096;
constexpr std::uint64_t kLargestTidiedBytes = 32u << 20;

Error unavailable(const std::optional<Error> &failure)
{
    return Error::io(failure ? "A table's store is out of order: " + failure->message : "A table's store is closed");
}

} // namespace

TableStore::TableStore(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TableStore::~TableStore() = default;

std::uint64_t TableStore::storageId() const
{
    return m_impl->storageId;
}

Result<bool> TableStore::get(std::string_view key, std::string &value) const
{
    const std::shared_lock lock(m_impl->storeMutex);
    if (!m_impl->isPublished)
        return unavailable(m_impl->failure);
    return m_impl->store->get(key, value);
}

Result<std::unique_ptr<storage::Cursor>> TableStore::cursor() const
{
    const std::shared_lock lock(m_impl->storeMutex);
    if (!m_impl->isPublished)
        return unavailable(m_impl->failure);
    m_impl->noteWalk();
    return std::unique_ptr<storage::Cursor>(std::make_unique<HoldingCursor>(m_impl->store));
}

Result<VectorMatches> TableStore::search(const VectorQuery &query) const
{
    if (const auto index = m_impl->vectorIndex(query.indexId))
        return index->search(*this, query);
    return Error::resourceNotFound(); // it was deleted meanwhile
}

encoding::StoreCounts TableStore::counts() const
{
    const std::lock_guard lock(m_impl->countsMutex);
    return m_impl->counts;
}

std::uint64_t TableStore::approximateBytes(std::string_view begin, std::string_view end) const
{
    const std::shared_lock lock(m_impl->storeMutex);
    return m_impl->isPublished ? m_impl->store->approximateBytes(begin, end.empty() ? "\xFF" : end) : 0;
}

Result<void> TableStore::Impl::open()
{
    STATOR_TRY(std::shared_ptr<storage::Store> fresh, storage::Store::open(environment, directory));
    encoding::StoreState state;
    DefinitionHandle definition;
    std::string row;
    STATOR_TRY(const bool hasState, fresh->get(kStateKey, row));
    if (hasState) {
        STATOR_TRY(state, encoding::parseStateRow(row));
        STATOR_TRY(const bool hasDefinition, fresh->get(kDefinitionKey, row));
        if (!hasDefinition)
            return Error::corruption(directory + ": the store does not say which table it holds");
        STATOR_TRY(auto parsed, encoding::parseDefinition(row));
        for (const auto &index : parsed.indexes)
            if (!state.counts.findIndex(index.id))
                return Error::corruption(directory + ": the store's counts lack an index of its table");
        if (parsed.timeToLive.hasRows() && !state.counts.findIndex(parsed.timeToLive.indexId))
            return Error::corruption(directory + ": the store's counts lack the rows in order of expiry");
        definition = std::make_shared<const model::TableDefinition>(std::move(parsed));
    }
    fresh->setRecoveredPosition(state.position);
    STATOR_ASSERT(!isTouched);
    position = state.position;
    opened = state.position;
    commitTime = state.commitTime;
    {
        const std::lock_guard lock(countsMutex);
        counts = state.counts;
    }
    builder = BatchBuilder(std::move(definition), std::move(state));
    followDefinition();

    const std::unique_lock lock(storeMutex);
    store = std::move(fresh);
    return {};
}

void TableStore::Impl::publish()
{
    const std::unique_lock lock(storeMutex);
    isPublished = store != nullptr;
    failure.reset();
}

bool TableStore::Impl::isReadable() const
{
    const std::shared_lock lock(storeMutex);
    return isPublished;
}

bool TableStore::Impl::close()
{
    const std::unique_lock lock(storeMutex);
    isPublished = false;
    if (store) {
        closing = store;
        store.reset();
    }
    return closing.expired();
}

std::shared_ptr<storage::Store> TableStore::Impl::handle() const
{
    const std::shared_lock lock(storeMutex);
    return store;
}

Result<void> TableStore::Impl::writeBatch()
{
    if (builder.empty())
        return {};
    const auto target = handle();
    if (!target)
        return Error::io(directory + ": the store is not open");
    STATOR_CHECK(target->apply(builder.finish(position, commitTime), position));
    auto vectorChanges = builder.takeVectorChanges();
    builder.clear();
    countPast();
    {
        const std::lock_guard lock(countsMutex);
        counts = builder.state().counts;
    }
    if (!vectorChanges.empty())
        tellVectorIndexes(std::move(vectorChanges));
    if (builder.definition() != followed)
        followDefinition();
    return {};
}

// A small store is tidied when readers meet as many past versions as rows. In one that is larger than LevelDB's
// write buffer compaction has made way already, and tidying would rewrite too much.
void TableStore::Impl::countPast()
{
    const std::uint64_t past = builder.takePastRows();
    if (past == 0)
        return;
    std::uint64_t rows = builder.state().counts.items;
    std::uint64_t bytes = builder.state().counts.bytes;
    for (const auto &index : builder.state().counts.indexes) {
        rows += index.items;
        bytes += index.bytes;
    }
    pastRows.fetch_add(past, std::memory_order_relaxed);
    const bool isSmall = bytes <= kLargestTidiedBytes;
    tidyFrom.store(isSmall ? std::max(kFewestPastRows, rows) : ~std::uint64_t{0}, std::memory_order_relaxed);
}

void TableStore::Impl::noteWalk()
{
    if (pastRows.load(std::memory_order_relaxed) < tidyFrom.load(std::memory_order_relaxed))
        return;
    if (!wantsTidying.exchange(true))
        hasUntidy.store(true);
}

Result<void> TableStore::Impl::touchState()
{
    STATOR_ASSERT(builder.empty());
    const auto target = handle();
    if (!target)
        return Error::io(directory + ": the store is not open");
    STATOR_CHECK(target->apply(builder.finish(position, commitTime), position));
    builder.clear();
    return {};
}

std::shared_ptr<VectorIndex> TableStore::Impl::vectorIndex(std::uint32_t indexId) const
{
    const std::lock_guard lock(vectorMutex);
    const auto found = vectorIndexes.find(indexId);
    return found == vectorIndexes.end() ? nullptr : found->second;
}

void TableStore::Impl::followDefinition()
{
    followed = builder.definition();
    std::map<std::uint32_t, std::shared_ptr<VectorIndex>> wanted;
    if (followed)
        for (const auto &index : followed->indexes)
            if (index.kind == model::IndexKind::Vector && index.status != model::IndexStatus::Deleting) {
                auto known = vectorIndex(index.id);
                wanted.emplace(index.id, known ? std::move(known) : std::make_shared<VectorIndex>(index));
            }
    const std::lock_guard lock(vectorMutex);
    vectorIndexes.swap(wanted);
}

void TableStore::Impl::tellVectorIndexes(std::vector<VectorChange> changes) const
{
    for (auto begin = changes.begin(); begin != changes.end();) {
        const std::uint32_t indexId = begin->indexId;
        const auto end = std::stable_partition(
            begin, changes.end(), [indexId](const VectorChange &change) { return change.indexId == indexId; });
        if (const auto index = vectorIndex(indexId))
            index->apply({std::make_move_iterator(begin), std::make_move_iterator(end)});
        begin = end;
    }
}

void TableStore::Impl::resetVectorIndexes() const
{
    std::vector<std::shared_ptr<VectorIndex>> all;
    {
        const std::lock_guard lock(vectorMutex);
        for (const auto &entry : vectorIndexes)
            all.push_back(entry.second);
    }
    for (const auto &index : all)
        index->reset();
}

void TableStore::Impl::fail(Error error)
{
    if (const auto target = handle())
        flushedAtFailure = target->flushedPosition();
    close();
    resetVectorIndexes();
    builder = BatchBuilder();
    isTouched = false;
    const std::unique_lock lock(storeMutex);
    failure = std::move(error);
}

} // namespace stator::replica
