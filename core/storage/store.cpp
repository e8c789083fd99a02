#include "storage/store.h"

#include <optional>
#include <vector>

#include <leveldb/db.h>
#include <leveldb/options.h>
#include <leveldb/write_batch.h>

#include "storage/batch_impl.h"
#include "storage/row_cache.h"
#include "storage/leveldb_lines.h"
#include "storage/store_budget.h"
#include "storage/store_files.h"
#include "storage/store_status.h"

namespace stator::storage {

namespace {

leveldb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view(const leveldb::Slice &bytes) { return {bytes.data(), bytes.size()}; }

// What a row costs in the write buffer beside its bytes: the node of a skip list, a sequence number, lengths.
constexpr std::uint64_t kBufferBytesPerRow = 40;

// Larger than LevelDB's 2 MiB: every table file costs a sync when it is written.
constexpr std::size_t kTableFileBytes = 8u << 20;

// LevelDB steps over a damaged block and goes on. Damage shows only where a block is read from its file, so
// the status is asked for after such reads, and a cursor that has met damage is at its end.
class StoreCursor final : public Cursor {
public:
    StoreCursor(std::unique_ptr<leveldb::Iterator> iterator, std::string directory)
        : m_iterator(std::move(iterator)), m_directory(std::move(directory))
    {
    }

    void seek(std::string_view key) override
    {
        moved([&] { m_iterator->Seek(slice(key)); });
    }
    void seekBefore(std::string_view key) override
    {
        moved([&] { m_iterator->Seek(slice(key)); });
        if (!m_isStopped)
            moved([&] { m_iterator->Valid() ? m_iterator->Prev() : m_iterator->SeekToLast(); });
    }
    void seekFirst() override
    {
        moved([&] { m_iterator->SeekToFirst(); });
    }
    void seekLast() override
    {
        moved([&] { m_iterator->SeekToLast(); });
    }
    void next() override
    {
        moved([&] { m_iterator->Next(); });
    }
    void previous() override
    {
        moved([&] { m_iterator->Prev(); });
    }
    bool isValid() const override { return !m_isStopped && m_iterator->Valid(); }
    std::string_view key() const override { return view(m_iterator->key()); }
    std::string_view value() const override { return view(m_iterator->value()); }
    Result<void> status() const override
    {
        const leveldb::Status status = m_iterator->status();
        return status.ok() ? Result<void>() : toError(status, m_directory);
    }

private:
    template <class F>
    void moved(F &&move)
    {
        const std::uint64_t readsBefore = tableReadsOfThisThread();
        move();
        if (tableReadsOfThisThread() != readsBefore && !m_iterator->status().ok())
            m_isStopped = true;
    }

    const std::unique_ptr<leveldb::Iterator> m_iterator;
    const std::string m_directory;
    bool m_isStopped = false;
};

// Rows of the store itself are read once and written with every batch.
bool isCached(std::string_view key) { return key.size() > 2; }

struct WrittenRow {
    RowCache::Name name;
    std::optional<std::string_view> value; // nothing: it was removed
    bool wasCached = false;
};

// The rows of a batch as they lie in it.
class RowCollector final : public leveldb::WriteBatch::Handler {
public:
    RowCollector(std::uint64_t store, std::vector<WrittenRow> &rows) : m_store(store), m_rows(rows) {}

    void Put(const leveldb::Slice &key, const leveldb::Slice &value) override { add(view(key), view(value)); }
    void Delete(const leveldb::Slice &key) override { add(view(key), std::nullopt); }

private:
    void add(std::string_view key, std::optional<std::string_view> value)
    {
        if (isCached(key))
            m_rows.push_back({RowCache::nameOf(m_store, key), value, false});
    }

    const std::uint64_t m_store;
    std::vector<WrittenRow> &m_rows;
};

} // namespace

struct Store::Impl {
    Impl(StoreEnvironment::Impl &theEnvironment, std::string theDirectory)
        : environment(theEnvironment), directory(std::move(theDirectory)), files(theEnvironment, progress),
          lines(theEnvironment.options.logger, directory)
    {
        reading.verify_checksums = !environment.options.isInMemory;
    }
    ~Impl()
    {
        if (member.setBufferAside)
            environment.budget().remove(&member);
        database.reset();
        environment.budget().wasSetAside(progress.bufferSetAside());
    }

    leveldb::Options options();
    Result<void> refuseLostCurrent() const;
    Result<void> checkBackground();
    RowCache &rows() const { return environment.budget().rows; }
    Error failure(const leveldb::Status &status)
    {
        progress.writeFailed();
        return toError(status, directory);
    }

    StoreEnvironment::Impl &environment;
    const std::string directory;
    StoreProgress progress;
    StoreFiles files;
    LevelDbLines lines;
    leveldb::ReadOptions reading;
    std::unique_ptr<leveldb::DB> database;
    BudgetMember member;
    const std::uint64_t number = RowCache::newStoreNumber();
    std::vector<WrittenRow> written; // of the batch that is applied
};

leveldb::Options Store::Impl::options()
{
    const StoreBudget::Impl &budget = environment.budget();
    leveldb::Options options;
    options.env = &files;
    options.info_log = &lines;
    options.create_if_missing = true;
    options.paranoid_checks = !environment.options.isInMemory;
    options.block_cache = budget.cache.get();
    options.filter_policy = budget.filter.get();
    options.write_buffer_size = budget.bufferBytesPerStore;
    options.max_file_size = kTableFileBytes;
    options.max_open_files = 1000;
    options.compression = environment.options.isInMemory ? leveldb::kNoCompression : leveldb::kSnappyCompression;
    return options;
}

// LevelDB makes a new, empty store where CURRENT is missing, and removes the tables it then does not know.
// CURRENT is durable before the first table is made, so tables without it mean that it was lost.
Result<void> Store::Impl::refuseLostCurrent() const
{
    FileLayer &layer = *environment.options.files;
    STATOR_TRY(const bool isThere, layer.exists(directory + "/CURRENT"));
    if (isThere)
        return {};
    STATOR_TRY(const std::vector<DirectoryEntry> entries, layer.list(directory));
    for (const DirectoryEntry &entry : entries) {
        if (entry.name.ends_with(".ldb"))
            return Error::corruption(directory + "/CURRENT is missing although the store has tables. Put the "
                                     "directory of the zone back from a backup of the workspace.");
    }
    return {};
}

// CompactRange does not say whether it worked; an empty write meets the error that it left behind.
Result<void> Store::Impl::checkBackground()
{
    leveldb::WriteBatch empty;
    const leveldb::Status status = database->Write(leveldb::WriteOptions(), &empty);
    return status.ok() ? Result<void>() : failure(status);
}

Result<std::unique_ptr<Store>> Store::open(StoreEnvironment &environment, const std::string &directory)
{
    STATOR_CHECK(environment.impl().options.files->createDirectories(directory));
    auto impl = std::make_unique<Impl>(environment.impl(), directory);
    STATOR_CHECK(impl->refuseLostCurrent());
    leveldb::DB *database = nullptr;
    const leveldb::Status status = leveldb::DB::Open(impl->options(), directory, &database);
    if (!status.ok())
        return toError(status, directory);
    impl->database.reset(database);
    impl->member.progress = &impl->progress;
    // A write of nothing makes LevelDB set its buffer aside; an error of it shows in the store's next write.
    impl->member.setBufferAside = [database] { database->Write(leveldb::WriteOptions(), nullptr); };
    impl->environment.budget().add(&impl->member);
    return std::unique_ptr<Store>(new Store(std::move(impl)));
}

Store::Store(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Store::~Store() = default;

void Store::setRecoveredPosition(encoding::Position position)
{
    m_impl->progress.recovered(position);
}

Result<void> Store::apply(const Batch &batch, encoding::Position position)
{
    Impl &impl = *m_impl;
    impl.progress.applyStarts(position);
    impl.written.clear();
    RowCollector collector(impl.number, impl.written);
    batch.m_impl->writes.Iterate(&collector);
    for (WrittenRow &row : impl.written)
        row.wasCached = impl.rows().writeBegins(row.name);
    const leveldb::Status status = impl.database->Write(leveldb::WriteOptions(), &batch.m_impl->writes);
    for (const WrittenRow &row : impl.written)
        impl.rows().writeEnds(row.name, row.wasCached && row.value && status.ok() ? &*row.value : nullptr);
    if (!status.ok())
        return impl.failure(status);
    const std::uint64_t bytes = batch.sizeBytes() + kBufferBytesPerRow * batch.m_impl->count;
    impl.progress.applied(position, bytes);
    impl.environment.budget().wrote(bytes);
    return {};
}

Result<void> Store::flush()
{
    Impl &impl = *m_impl;
    const encoding::Position position = impl.progress.appliedPosition();
    if (position == impl.progress.flushedPosition())
        return impl.progress.hasFailed() ? Error::io("The store " + impl.directory + " has failed") : Result<void>();
    // No key begins with a zero byte: compacting that range writes the buffer to disk and does nothing else.
    const leveldb::Slice nothing("\0", 1);
    impl.database->CompactRange(&nothing, &nothing);
    STATOR_CHECK(impl.checkBackground());
    impl.progress.flushed(position);
    return {};
}

Result<void> Store::compact()
{
    m_impl->database->CompactRange(nullptr, nullptr);
    return m_impl->checkBackground();
}

encoding::Position Store::appliedPosition() const
{
    return m_impl->progress.appliedPosition();
}

encoding::Position Store::flushedPosition() const
{
    return m_impl->progress.flushedPosition();
}

Result<bool> Store::get(std::string_view key, std::string &value) const
{
    const bool mayBeCached = isCached(key);
    const RowCache::Name name = mayBeCached ? RowCache::nameOf(m_impl->number, key) : RowCache::Name();
    RowCache::Ticket ticket = 0;
    if (mayBeCached && m_impl->rows().find(name, value, ticket))
        return true;
    const leveldb::Status status = m_impl->database->Get(m_impl->reading, slice(key), &value);
    if (status.ok()) {
        if (mayBeCached)
            m_impl->rows().offer(name, value, ticket);
        return true;
    }
    if (status.IsNotFound())
        return false;
    return toError(status, m_impl->directory);
}

std::unique_ptr<Cursor> Store::cursor() const
{
    std::unique_ptr<leveldb::Iterator> iterator(m_impl->database->NewIterator(m_impl->reading));
    return std::make_unique<StoreCursor>(std::move(iterator), m_impl->directory);
}

std::uint64_t Store::approximateBytes(std::string_view begin, std::string_view end) const
{
    const leveldb::Range range(slice(begin), slice(end));
    std::uint64_t bytes = 0;
    m_impl->database->GetApproximateSizes(&range, 1, &bytes);
    return bytes;
}

bool Store::hasFailed() const
{
    return m_impl->progress.hasFailed();
}

} // namespace stator::storage
