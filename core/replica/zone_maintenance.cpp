// What a zone does on its own, off the log: flush, trim, reopen, unlink.
#include "replica/zone_impl.h"

namespace stator::replica {

using encoding::Position;

Result<void> Zone::maintain()
{
    Impl &zone = *m_impl;
    const std::lock_guard guard(zone.maintenanceMutex);
    Result<void> outcome;
    for (auto step : {&Impl::reopenFailed, &Impl::unlinkDropped, &Impl::boundLog, &Impl::tidyStores,
                      &Impl::syncLongStreams})
        if (auto done = (zone.*step)(); !done && outcome)
            outcome = std::move(done);
    return outcome;
}

bool Zone::needsMaintenance() const
{
    return m_impl->hasFailures.load() || m_impl->hasDropped.load() || m_impl->isLogLong.load()
           || m_impl->hasUntidy.load() || m_impl->hasUnsyncedStreams.load();
}

Result<void> Zone::flushAll()
{
    Impl &zone = *m_impl;
    const std::lock_guard guard(zone.maintenanceMutex);
    if (!zone.options.keepsLog)
        return {}; // nothing opens it again
    // What LevelDB gave up meanwhile, on a drive that was full then, gets a second chance.
    auto flushed = zone.flushAll();
    if (!flushed && zone.hasFailures.load())
        flushed = zone.flushAll();
    STATOR_CHECK(std::move(flushed));
    return zone.unlinkDropped();
}

Result<void> Zone::Impl::flushAll()
{
    STATOR_CHECK(reopenFailed());
    for (const auto &store : allStores())
        if (const auto open = store->impl().handle())
            STATOR_CHECK(flush(*open));
    STATOR_CHECK(syncStreams());
    const auto current = systemStore();
    if (!current)
        return Error::io("The system store is out of order");
    {
        const std::lock_guard applying(applyMutex);
        current->setAllFlushed(flushedEverywhere());
        STATOR_CHECK(writeSystem(applied(), lastCommitTime.load()));
    }
    STATOR_CHECK(flush(current->store()));
    STATOR_CHECK(log->sync());
    return log->trim(current->allFlushed());
}

Result<void> Zone::Impl::flush(storage::Store &store)
{
    auto flushed = store.flush();
    if (!flushed)
        hasFailures.store(true);
    return flushed;
}

void Zone::Impl::noticeFailures()
{
    for (const auto &store : allStores())
        if (const auto open = store->impl().handle(); open && open->hasFailed())
            failTable(store->impl(), Error::io(store->impl().directory + ": LevelDB has given the store up"));
    if (const auto current = systemStore(); current && current->store().hasFailed())
        failSystem();
}

// A store is replayed while nothing is applied, so that it misses nothing and gets nothing twice.
Result<void> Zone::Impl::reopenFailed()
{
    if (!hasFailures.load())
        return {};
    const std::lock_guard applying(applyMutex);
    Result<void> outcome;
    noticeFailures();
    hasFailures.store(false);
    for (const auto &store : allStores()) {
        TableStore::Impl &table = store->impl();
        if (table.isReadable())
            continue;
        if (!table.close()) { // cursors still hold what it was
            hasFailures.store(true);
            continue;
        }
        auto opened = table.open();
        if (opened)
            opened = replayTable(table);
        if (opened) {
            table.publish();
            logger.info(table.directory + ": reopened and replayed");
            continue;
        }
        table.fail(opened.error());
        hasFailures.store(true);
        outcome = std::move(opened);
    }
    if (auto opened = reopenFailedStreams(); !opened)
        outcome = std::move(opened);
    if (systemStore())
        return outcome;
    if (!closingSystem.expired()) {
        hasFailures.store(true);
        return outcome;
    }
    Catalog onDisk; // the one in memory is ahead of it
    auto opened = SystemStore::open(*environment, options.directory + "/system", onDisk);
    if (!opened) {
        hasFailures.store(true);
        return std::move(opened).error();
    }
    std::shared_ptr<SystemStore> fresh = std::move(*opened);
    if (auto replayed = replaySystem(*fresh); !replayed) {
        hasFailures.store(true);
        return replayed;
    }
    logger.info(options.directory + "/system: reopened and replayed");
    const std::lock_guard guard(systemMutex);
    system = std::move(fresh);
    return outcome;
}

// A store's files go only after the drop is on disk in the system store: recovery must never meet a table
// that it believes in and whose files are partly gone.
Result<void> Zone::Impl::unlinkDropped()
{
    if (!hasDropped.load())
        return {};
    std::vector<Dropped> gone;
    {
        const std::lock_guard guard(storesMutex);
        gone.swap(dropped);
    }
    std::vector<Dropped> kept;
    Result<void> outcome;
    for (auto &each : gone) {
        const auto current = systemStore();
        if (outcome && !current)
            outcome = Error::io("The system store is out of order");
        if (outcome && current->store().flushedPosition() < each.position)
            outcome = flush(current->store());
        const bool isUnused = !each.store || (each.store.use_count() == 1 && each.store->impl().close());
        if (outcome && isUnused)
            outcome = options.files->removeTree(storeDirectory(each.storageId));
        if (!outcome || !isUnused)
            kept.push_back(std::move(each));
    }
    const std::lock_guard guard(storesMutex);
    dropped.insert(dropped.end(), std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()));
    hasDropped.store(!dropped.empty());
    return outcome;
}

// Directories of stores that no table has: their drop was interrupted.
Result<void> Zone::Impl::sweepDirectories()
{
    FileLayer &files = *options.files;
    STATOR_TRY(const bool isThere, files.exists(options.directory + "/stores"));
    if (!isThere)
        return {};
    STATOR_TRY(const auto entries, files.list(options.directory + "/stores"));
    const auto tables = catalog.snapshot();
    bool isFlushed = false;
    for (const auto &entry : entries) {
        const bool isKnown = std::any_of(tables->byStorageId.begin(), tables->byStorageId.end(), [&](const auto &table) {
            return std::to_string(table.first) == entry.name;
        });
        if (!entry.isDirectory || isKnown)
            continue;
        if (!isFlushed)
            STATOR_CHECK(system->store().flush());
        isFlushed = true;
        STATOR_CHECK(files.removeTree(options.directory + "/stores/" + entry.name));
        logger.info(options.directory + "/stores/" + entry.name + ": removed, its table was deleted before");
    }
    const std::lock_guard guard(storesMutex);
    dropped.clear();
    hasDropped.store(false);
    return {};
}

Result<void> Zone::Impl::boundLog()
{
    if (!isLogLong.load())
        return {};
    Position horizon;
    {
        const std::lock_guard guard(marksMutex);
        for (const Mark &mark : marks)
            if (mark.bytes + options.maxLogBytesBehind / 2 <= appendedBytes)
                horizon = mark.position;
    }
    STATOR_CHECK(flushBefore(horizon));
    STATOR_CHECK(syncStreams());
    const auto current = systemStore();
    if (!current)
        return Error::io("The system store is out of order");
    Position through;
    {
        const std::lock_guard applying(applyMutex);
        through = flushedEverywhere();
        current->setAllFlushed(through);
        STATOR_CHECK(writeSystem(applied(), lastCommitTime.load()));
    }
    STATOR_CHECK(flush(current->store()));
    STATOR_CHECK(log->trim(through));

    const std::lock_guard guard(marksMutex);
    while (!marks.empty() && marks.front().position <= through)
        marks.pop_front();
    boundedBytes = appendedBytes;
    isLogLong.store(false);
    return {};
}

// LevelDB drops past versions only where it merges tables. The write buffer is one table without merging; the
// state row written after it makes a second one that overlaps it.
Result<void> Zone::Impl::tidyStores()
{
    if (!hasUntidy.exchange(false))
        return {};
    for (const auto &store : allStores()) {
        TableStore::Impl &table = store->impl();
        const auto open = table.handle();
        if (!table.wantsTidying.exchange(false) || !open)
            continue;
        const std::uint64_t past = table.pastRows.load(std::memory_order_relaxed);
        STATOR_CHECK(flush(*open));
        {
            const std::lock_guard applying(applyMutex);
            if (!table.isReadable())
                continue;
            if (auto written = table.touchState(); !written) {
                table.fail(written.error());
                hasFailures.store(true);
                return written;
            }
        }
        if (auto compacted = open->compact(); !compacted) {
            hasFailures.store(true);
            return compacted;
        }
        table.pastRows.fetch_sub(past, std::memory_order_relaxed);
    }
    return {};
}

Result<void> Zone::Impl::syncLongStreams()
{
    return hasUnsyncedStreams.load() ? syncStreams() : Result<void>();
}

Result<void> Zone::Impl::flushBefore(Position horizon)
{
    for (const auto &store : allStores()) {
        const auto open = store->impl().handle();
        if (open && open->flushedPosition() < std::min(horizon, open->appliedPosition()))
            STATOR_CHECK(flush(*open));
    }
    return {};
}

// Under applyMutex, so that no store is between two states.
Position Zone::Impl::flushedEverywhere() const
{
    Position through = applied();
    for (const auto &store : allStores()) {
        const TableStore::Impl &table = store->impl();
        const auto open = table.handle();
        if (!open)
            through = std::min(through, table.flushedAtFailure);
        else if (open->flushedPosition() < open->appliedPosition())
            through = std::min(through, open->flushedPosition());
    }
    for (const StreamStore &stream : allStreams())
        if (!stream->impl().isFlushed())
            through = std::min(through, stream->impl().flushedPosition());
    if (!systemStore())
        through = std::min(through, systemFlushedAtFailure);
    return through;
}

void Zone::Impl::noteAppended(Position position, std::uint64_t bytes)
{
    const std::lock_guard guard(marksMutex);
    appendedBytes += bytes;
    if (appendedBytes - markedBytes < options.maxLogBytesBehind / 16)
        return;
    markedBytes = appendedBytes;
    marks.push_back({position, appendedBytes});
    if (appendedBytes - boundedBytes >= options.maxLogBytesBehind / 4)
        isLogLong.store(true);
}

std::vector<TableStoreHandle> Zone::Impl::allStores() const
{
    std::vector<TableStoreHandle> all;
    const std::lock_guard guard(storesMutex);
    all.reserve(stores.size());
    for (const auto &[id, store] : stores)
        all.push_back(store);
    return all;
}

} // namespace stator::replica
