#include "replica/zone.h"

#include "replica/zone_impl.h"

namespace stator::replica {

using encoding::Position;

Zone::Zone(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Zone::~Zone() = default;

Zone::Impl::~Impl()
{
    for (auto &[id, store] : stores)
        store->impl().close();
    for (auto &each : dropped)
        if (each.store)
            each.store->impl().close();
}

Result<std::unique_ptr<Zone>> Zone::open(ZoneOptions options)
{
    auto impl = std::make_unique<Impl>(std::move(options));
    STATOR_CHECK(impl->open());
    return std::unique_ptr<Zone>(new Zone(std::move(impl)));
}

Result<void> Zone::Impl::open()
{
    FileLayer &files = *options.files;
    STATOR_CHECK(files.createDirectories(options.directory));
    STATOR_TRY(lock, files.lock(options.directory + "/lock"));
    ZoneIdentity wanted;
    wanted.workspace = options.workspaceUuid;
    wanted.region = options.region;
    wanted.zone = options.zone;
    STATOR_TRY(identity, openZoneIdentity(files, options.directory, wanted, *options.random));

    auto logOptions = options.log;
    logOptions.random = options.random;
    logOptions.keepsEntries = options.keepsLog;
    logOptions.logger = options.logger.of("commit log");
    STATOR_TRY(log, storage::CommitLog::open(files, options.directory + "/log",
                                             {identity.workspace, identity.region, identity.incarnation}, logOptions));

    storage::StoreEnvironmentOptions shared;
    shared.files = options.files;
    shared.budget = options.budget;
    shared.random = options.random;
    shared.isInMemory = options.isInMemory;
    shared.logger = options.logger;
    shared.syncLogThrough = [this](Position position) { return log->syncThrough(position); };
    environment = std::make_unique<storage::StoreEnvironment>(std::move(shared));

    STATOR_TRY(system, SystemStore::open(*environment, options.directory + "/system", catalog));
    const std::scoped_lock locks(maintenanceMutex, applyMutex);
    STATOR_CHECK(openStreams());
    STATOR_CHECK(replayAll());
    STATOR_CHECK(checkStreams());
    return sweepDirectories();
}

std::string Zone::Impl::storeDirectory(std::uint64_t storageId) const
{
    return options.directory + "/stores/" + std::to_string(storageId);
}

TableStoreHandle Zone::Impl::findStore(std::uint64_t storageId) const
{
    const std::lock_guard guard(storesMutex);
    const auto found = stores.find(storageId);
    return found == stores.end() ? nullptr : found->second;
}

Result<TableStoreHandle> Zone::Impl::openStore(std::uint64_t storageId, bool keepsFailed)
{
    const std::lock_guard guard(storesMutex);
    const auto found = stores.find(storageId);
    if (found != stores.end())
        return found->second;
    if (!catalog.find(storageId))
        return Error::resourceNotFound();
    auto store = std::make_shared<TableStore>(
        std::make_unique<TableStore::Impl>(storageId, storeDirectory(storageId), *environment, hasUntidy));
    TableStore::Impl &table = store->impl();
    auto opened = table.open();
    if (opened && table.opened > log->lastPosition())
        opened = Error::corruption(table.directory + ": the store is past the end of the commit log");
    if (!opened && !keepsFailed)
        return std::move(opened).error();
    if (opened)
        table.publish();
    else
        failTable(table, opened.error());
    stores.emplace(storageId, store);
    if (opened)
        return store;
    return std::move(opened).error();
}

std::shared_ptr<SystemStore> Zone::Impl::systemStore() const
{
    const std::lock_guard guard(systemMutex);
    return system;
}

void Zone::Impl::setApplied(Position position, TimeMicros commitTime)
{
    const std::lock_guard guard(positionMutex);
    appliedPosition = std::max(appliedPosition, position);
    lastCommitTime.store(std::max(lastCommitTime.load(), commitTime));
}

Position Zone::Impl::applied() const
{
    const std::lock_guard guard(positionMutex);
    return appliedPosition;
}

Result<void> Zone::append(const std::vector<storage::LogFrame> &frames)
{
    const auto appended = m_impl->log->append(frames);
    std::uint64_t bytes = 0;
    for (const auto &frame : frames)
        bytes += frame.payload.size();
    if (!frames.empty())
        m_impl->noteAppended(m_impl->log->lastPosition(), bytes);
    return appended;
}

Result<void> Zone::sync()
{
    return m_impl->log->sync();
}

Result<void> Zone::check(const encoding::Entry &entry) const
{
    const auto tables = m_impl->catalog.snapshot();
    for (const auto &change : entry.changes) {
        const auto *item = std::get_if<encoding::ItemChange>(&change);
        if (!item) {
            const bool isBulk = std::holds_alternative<encoding::IndexBackfill>(change)
                                || std::holds_alternative<encoding::IndexClear>(change);
            if (isBulk && entry.changes.size() > 1)
                return Error::internal("A change of a whole range must be alone in its entry");
            continue;
        }
        const auto definition = tables->byStorageId.find(item->storageId);
        if (definition == tables->byStorageId.end())
            return Error::resourceNotFound();
        if (item->oldSizeBytes > 0 && item->oldDocument.empty() && needsOldDocument(*definition->second))
            return Error::internal("A change of an indexed item must carry the document it replaces");
    }
    return {};
}

bool Zone::keepsLog() const
{
    return m_impl->options.keepsLog;
}

Position Zone::lastLogPosition() const
{
    return m_impl->log->lastPosition();
}

Position Zone::appliedPosition() const
{
    return m_impl->applied();
}

TimeMicros Zone::lastCommitTime() const
{
    return m_impl->lastCommitTime.load();
}

const Catalog &Zone::catalog() const
{
    return m_impl->catalog;
}

Catalog &Zone::catalog()
{
    return m_impl->catalog;
}

Result<TableStoreHandle> Zone::store(std::uint64_t storageId)
{
    return m_impl->openStore(storageId);
}

Result<std::optional<TokenRecord>> Zone::findToken(std::string_view token) const
{
    const auto system = m_impl->systemStore();
    if (!system)
        return Error::io("The system store is out of order");
    return system->findToken(token);
}

Result<void> Zone::sweepTokens(TimeMicros time)
{
    const std::lock_guard guard(m_impl->applyMutex);
    const auto system = m_impl->systemStore();
    if (!system)
        return Error::io("The system store is out of order");
    STATOR_CHECK(system->sweepTokens(time));
    return m_impl->writeSystem(m_impl->applied(), m_impl->lastCommitTime.load());
}

} // namespace stator::replica
