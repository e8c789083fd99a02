// Entries into stores: as they are committed, and again after a restart or a store's failure.
#include "replica/zone_impl.h"

namespace stator::replica {

using encoding::Change;
using encoding::Entry;
using encoding::Position;

namespace {

// A replay writes its batches when entries of this size have been added.
constexpr std::size_t kReplayBatchBytes = 4u << 20;

std::uint64_t storageIdOf(const Change &change)
{
    return std::visit(
        [](const auto &each) -> std::uint64_t {
            if constexpr (requires { each.definition; })
                return each.definition.storageId;
            else
                return each.storageId;
        },
        change);
}

bool hasSystemPart(const Entry &entry)
{
    if (!entry.token.empty())
        return true;
    for (const Change &change : entry.changes)
        if (std::holds_alternative<encoding::TableChange>(change) || std::holds_alternative<encoding::TableDrop>(change))
            return true;
    return false;
}

} // namespace

Result<void> Zone::apply(std::span<const Entry> entries)
{
    if (entries.empty())
        return {};
    std::unique_lock guard(m_impl->applyMutex);
    Result<void> outcome;
    for (const Entry &entry : entries)
        if (auto added = m_impl->addEntry(entry, false); !added)
            outcome = std::move(added);
    if (auto written = m_impl->writeTouched(); !written)
        outcome = std::move(written);
    if (m_impl->hasSystemChanges)
        if (auto written = m_impl->writeSystem(entries.back().position, entries.back().commitTime); !written)
            outcome = std::move(written);
    m_impl->writeStreams(); // last: who sees a record, sees the item
    m_impl->setApplied(entries.back().position, entries.back().commitTime);
    if (!m_impl->woken.empty()) {
        std::vector<Task> tasks;
        tasks.swap(m_impl->woken);
        guard.unlock();
        for (Task &task : tasks)
            task();
    }
    return outcome;
}

Result<void> Zone::storesOf(const Entry &entry) const
{
    if (hasSystemPart(entry) && !m_impl->systemStore())
        return Error::internal("The system store is out of order");
    for (const Change &change : entry.changes) {
        const auto store = m_impl->findStore(storageIdOf(change));
        if (store && !store->impl().isReadable())
            return Error::internal("A table's store is out of order");
    }
    return {};
}

Result<void> Zone::Impl::addEntry(const Entry &entry, bool isReplay)
{
    Result<void> outcome;
    const auto currentSystem = systemStore();
    const bool isNewToSystem = !isReplay || (currentSystem && entry.position > currentSystem->position());
    if (isNewToSystem && hasSystemPart(entry)) {
        hasSystemChanges = true;
        if (currentSystem)
            outcome = addSystemChanges(entry, *currentSystem);
        else
            outcome = Error::io("The system store is out of order");
    }
    std::uint32_t index = 0;
    for (const Change &change : entry.changes) {
        if (const auto *table = std::get_if<encoding::TableChange>(&change); table && isNewToSystem)
            catalog.put(table->definition);
        addToStreams(entry, change, index++);
        if (auto added = addChange(entry, change, isReplay); !added) {
            if (isReplay)
                return added;
            outcome = std::move(added);
        }
        if (const auto *gone = std::get_if<encoding::TableDrop>(&change))
            drop(gone->storageId, entry.position);
    }
    return outcome;
}

Result<void> Zone::Impl::addSystemChanges(const Entry &entry, SystemStore &target) const
{
    for (const Change &change : entry.changes) {
        if (const auto *table = std::get_if<encoding::TableChange>(&change))
            target.putDefinition(table->definition);
        else if (const auto *gone = std::get_if<encoding::TableDrop>(&change))
            target.removeDefinition(gone->storageId);
    }
    if (!entry.token.empty())
        target.putToken(entry.token, {entry.tokenDigest, entry.commitTime});
    return {};
}

Result<void> Zone::Impl::addChange(const Entry &entry, const Change &change, bool isReplay)
{
    const std::uint64_t storageId = storageIdOf(change);
    if (std::holds_alternative<encoding::TableDrop>(change) || std::holds_alternative<encoding::StreamTurn>(change))
        return {};
    auto store = findStore(storageId);
    if (!store) {
        // Not in the catalog: the table was dropped later, and the catalog that was read knows it already.
        if (!catalog.find(storageId))
            return {};
        STATOR_TRY(store, openStore(storageId, !isReplay));
    }
    TableStore::Impl &table = store->impl();
    if (entry.position <= table.opened)
        return {};
    if (!table.isReadable()) {
        // It will be replayed up to here once it can be opened again.
        if (isReplay)
            return Error::io(table.directory + ": the store cannot be opened");
        return Error::internal("A table's store is out of order");
    }
    if (!table.isTouched) {
        table.isTouched = true;
        touched.push_back(store);
    }
    if (auto added = addToTable(table, entry, change); !added) {
        if (isReplay)
            return Error{added.error().code, table.directory + ": " + added.error().message, {}};
        failTable(table, added.error());
        return added;
    }
    return {};
}

Result<void> Zone::Impl::addToTable(TableStore::Impl &table, const Entry &entry, const Change &change)
{
    const auto bulk = [&](auto add) -> Result<void> {
        STATOR_CHECK(table.writeBatch());
        const auto store = table.handle();
        return add(*store);
    };
    Result<void> added;
    if (const auto *item = std::get_if<encoding::ItemChange>(&change)) {
        added = table.builder.addItem(*item, entry.commitTime);
    } else if (const auto *defined = std::get_if<encoding::TableChange>(&change)) {
        table.builder.addDefinition(std::make_shared<const model::TableDefinition>(defined->definition));
    } else if (const auto *backfill = std::get_if<encoding::IndexBackfill>(&change)) {
        added = bulk([&](const storage::Store &store) { return table.builder.addBackfill(*backfill, store); });
    } else if (const auto *clear = std::get_if<encoding::IndexClear>(&change)) {
        added = bulk([&](const storage::Store &store) { return table.builder.addClear(*clear, store); });
    }
    table.position = entry.position;
    table.commitTime = entry.commitTime;
    return added;
}

void Zone::Impl::drop(std::uint64_t storageId, Position position)
{
    if (!catalog.find(storageId) && !findStore(storageId))
        return; // recovery: it was gone before
    catalog.remove(storageId);
    Dropped gone;
    gone.storageId = storageId;
    gone.position = position;
    const std::lock_guard guard(storesMutex);
    if (const auto found = stores.find(storageId); found != stores.end()) {
        gone.store = std::move(found->second);
        stores.erase(found);
    }
    dropped.push_back(std::move(gone));
    hasDropped.store(true);
}

Result<void> Zone::Impl::writeTouched()
{
    Result<void> outcome;
    Position lastPosition;
    TimeMicros lastTime = 0;
    for (const auto &store : touched) {
        TableStore::Impl &table = store->impl();
        if (!table.isTouched)
            continue; // failed meanwhile
        table.isTouched = false;
        lastPosition = std::max(lastPosition, table.position);
        lastTime = std::max(lastTime, table.commitTime);
        if (auto written = table.writeBatch(); !written) {
            failTable(table, written.error());
            outcome = std::move(written);
        }
    }
    touched.clear();
    return outcome;
}

Result<void> Zone::Impl::writeSystem(Position position, TimeMicros commitTime)
{
    const auto target = systemStore();
    if (!target)
        return Error::io("The system store is out of order");
    hasSystemChanges = false;
    auto written = target->write(position, commitTime, catalog.lastStorageId());
    if (written)
        return {};
    failSystem();
    return written;
}

void Zone::Impl::failTable(TableStore::Impl &table, const Error &error)
{
    logger.error("a store is out of order and will be reopened: " + error.message);
    table.fail(error);
    hasFailures.store(true);
}

void Zone::Impl::failSystem()
{
    logger.error("the system store is out of order and will be reopened");
    const std::lock_guard guard(systemMutex);
    systemFlushedAtFailure = system->store().flushedPosition();
    closingSystem = system;
    system.reset();
    hasFailures.store(true);
}

Result<void> Zone::Impl::replayAll()
{
    Position from = std::max(log->startPosition(), system->allFlushed());
    if (replayFrom && *replayFrom < from)
        from = *replayFrom == Position() ? log->startPosition() : *replayFrom; // trimmed away: the log says so
    std::size_t bytes = 0;
    std::uint64_t entries = 0;
    Position position;
    TimeMicros commitTime = 0;
    const auto write = [&]() -> Result<void> {
        bytes = 0;
        STATOR_CHECK(writeTouched());
        writeStreams();
        return hasSystemChanges ? writeSystem(position, commitTime) : Result<void>();
    };
    const auto visit = [&](const storage::LogFrame &frame) -> Result<void> {
        STATOR_TRY(const Entry entry, encoding::decodeEntry(frame.position, frame.payload));
        STATOR_CHECK(addEntry(entry, true));
        position = entry.position;
        commitTime = entry.commitTime;
        ++entries;
        bytes += frame.payload.size();
        return bytes < kReplayBatchBytes ? Result<void>() : write();
    };
    STATOR_CHECK(log->replay(from, visit));
    STATOR_CHECK(write());
    if (system->position() > log->lastPosition())
        return Error::corruption(options.directory + "/system: the store is past the end of the commit log");
    setApplied(log->lastPosition(), std::max(commitTime, system->commitTime()));
    logger.info(options.directory + ": replayed " + std::to_string(entries) + " entries, and is at " +
                std::to_string(log->lastPosition().epoch) + "." + std::to_string(log->lastPosition().lsn));
    return {};
}

Result<void> Zone::Impl::replayTable(TableStore::Impl &table)
{
    std::size_t bytes = 0;
    const auto visit = [&](const storage::LogFrame &frame) -> Result<void> {
        if (frame.position > applied())
            return {}; // not committed here yet: apply() brings it
        STATOR_TRY(const Entry entry, encoding::decodeEntry(frame.position, frame.payload));
        for (const Change &change : entry.changes)
            if (storageIdOf(change) == table.storageId && entry.position > table.opened)
                STATOR_CHECK(addToTable(table, entry, change));
        bytes += frame.payload.size();
        if (bytes < kReplayBatchBytes)
            return {};
        bytes = 0;
        return table.writeBatch();
    };
    STATOR_CHECK(log->replay(std::max(log->startPosition(), table.opened), visit));
    return table.writeBatch();
}

Result<void> Zone::Impl::replaySystem(SystemStore &target) const
{
    TimeMicros commitTime = target.commitTime();
    const Position through = applied();
    const auto visit = [&](const storage::LogFrame &frame) -> Result<void> {
        if (frame.position > through)
            return {};
        STATOR_TRY(const Entry entry, encoding::decodeEntry(frame.position, frame.payload));
        commitTime = entry.commitTime;
        return addSystemChanges(entry, target);
    };
    STATOR_CHECK(log->replay(std::max(log->startPosition(), target.position()), visit));
    return target.write(through, commitTime, catalog.lastStorageId());
}

} // namespace stator::replica
