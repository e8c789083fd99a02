#include "zones/group.h"

#include "base/round.h"
#include "zones/group_impl.h"

namespace stator::zones {

using encoding::Entry;
using encoding::Position;

namespace {

// A thread that came to write one entry hands over to the executor after this many groups of others.
constexpr int kGroupsInARow = 32;

Error zoneIsOut()
{
    return Error::internal("The drive failed to make writes durable; writes are refused until a restart");
}

} // namespace

Group::Group(std::shared_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Group::~Group()
{
    m_impl->stopTimer();
    Batch left;
    {
        std::unique_lock lock(m_impl->queueMutex);
        m_impl->isStopping = true;
        m_impl->idle.wait(lock, [&] { return !m_impl->isDraining; });
        std::swap(left, m_impl->queue);
    }
    for (auto &done : left.dones)
        done(Error::shuttingDown());
    m_impl->takeOut();
    m_impl->release();
    if (m_impl->ownPool)
        m_impl->ownPool->stop();
}

Group::Impl::~Impl() = default;

Result<std::unique_ptr<Group>> Group::open(replica::ZoneOptions zone, GroupOptions options)
{
    auto impl = std::make_shared<Impl>(options);
    STATOR_CHECK(impl->open(std::move(zone)));
    std::unique_ptr<Group> group(new Group(impl));
    if (options.hasTimer)
        impl->timer = std::thread([raw = impl.get()] { raw->runTimer(); });
    return group;
}

Result<void> Group::Impl::open(replica::ZoneOptions zoneOptions)
{
    clock = zoneOptions.clock;
    logger = zoneOptions.logger.of("zones");
    STATOR_TRY(zone, replica::Zone::open(std::move(zoneOptions)));
    lastCommitTime = zone->lastCommitTime();
    executor = options.executor;
    if (!executor) {
        ownPool = std::make_unique<ThreadPool>("zones", 1);
        ownPool->start();
        executor = ownPool.get();
    }
    return beginEpoch();
}

// The epoch is durable before any entry of it: what a crash leaves of this start can never be mistaken for
// what the next one writes under the same LSN. On a full drive the first write tries again; reads need no epoch.
Result<void> Group::Impl::beginEpoch()
{
    lastAssigned = {zone->lastLogPosition().epoch + 1, zone->lastLogPosition().lsn + 1};
    lastCommitTime = std::max(clock->nowMicros(), lastCommitTime + 1);
    epoch.position = lastAssigned;
    epoch.commitTime = lastCommitTime;
    epoch.cause = encoding::Cause::System;
    auto begun = writeEpoch();
    return !begun && begun.error().code == ErrorCode::NoSpace ? Result<void>() : begun;
}

Result<void> Group::Impl::writeEpoch()
{
    std::string payload;
    encoding::encodeEntry(epoch, payload);
    STATOR_CHECK(zone->append({{epoch.position, payload}}));
    STATOR_CHECK(zone->sync());
    STATOR_CHECK(zone->apply({&epoch, 1}));
    isEpochBegun = true;
    return {};
}

void Group::submit(Entry entry, Completion<Position> done)
{
    m_impl->submit(std::move(entry), std::move(done));
}

void Group::Impl::submit(Entry entry, Completion<Position> done)
{
    if (isOut.load())
        return done(zoneIsOut());
    if (auto checked = zone->check(entry); !checked)
        return done(std::move(checked).error());
    thread_local std::string payload;
    payload.clear();
    const bool keepsLog = zone->keepsLog();
    if (keepsLog)
        encoding::encodeEntry(entry, payload);
    if (payload.size() > storage::CommitLog::kMaxEntryBytes)
        return done(Error::internal("An entry is larger than the commit log takes"));
    {
        const std::lock_guard lock(queueMutex);
        if (!isStopping) {
            lastAssigned.lsn += 1;
            lastCommitTime = std::max(clock->nowMicros(), lastCommitTime + 1);
            entry.position = lastAssigned;
            entry.commitTime = lastCommitTime;
            if (keepsLog)
                encoding::patchCommitTime(lastCommitTime, payload.data());
            queue.payloads += payload;
            queue.payloadEnds.push_back(queue.payloads.size());
            queue.entries.push_back(std::move(entry));
            queue.dones.push_back(std::move(done));
        }
    }
    if (done)
        return done(Error::shuttingDown());
    if (options.sync == SyncMode::Always)
        postDrain();
    else if (Round *round = Round::current())
        round->atEnd(this, [self = shared_from_this()] { self->drain(); });
    else
        drain();
}

void Group::Impl::postDrain()
{
    {
        const std::lock_guard lock(queueMutex);
        if (isDraining || isDrainPosted)
            return; // whoever drains looks again before it ends
        isDrainPosted = true;
    }
    executor->post([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        {
            const std::lock_guard lock(self->queueMutex);
            self->isDrainPosted = false;
        }
        self->drain();
    });
}

void Group::Impl::drain()
{
    bool handsOver = false;
    {
        std::unique_lock lock(queueMutex);
        if (isDraining)
            return;
        isDraining = true;
        for (int groups = 0; !queue.empty(); ++groups) {
            if (groups == kGroupsInARow && options.sync != SyncMode::Always && !isStopping) {
                handsOver = true;
                break;
            }
            std::swap(queue, writing);
            lock.unlock();
            write(writing);
            writing.clear();
            lock.lock();
        }
        isDraining = false;
        idle.notify_all();
    }
    if (handsOver)
        postDrain();
    if (zone->needsMaintenance())
        postMaintenance();
}

void Group::Impl::write(Batch &batch)
{
    std::size_t logged = 0;
    auto appended = append(batch, logged);
    if (logged > 0 && options.sync == SyncMode::Always && !zone->sync()) {
        takeOut();
        appended = zoneIsOut();
        logged = 0; // nobody may see what may not last
    }
    const std::span<const Entry> entries(batch.entries.data(), logged);
    const auto applied = logged > 0 ? zone->apply(entries) : Result<void>();
    answer(batch, logged, appended, applied);
}

Result<void> Group::Impl::append(const Batch &batch, std::size_t &logged)
{
    logged = 0;
    if (isOut.load())
        return zoneIsOut();
    if (!isEpochBegun)
        STATOR_CHECK(writeEpoch());
    frames.clear();
    std::size_t begin = 0;
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        const std::size_t end = batch.payloadEnds[i];
        frames.push_back({batch.entries[i].position, std::string_view(batch.payloads).substr(begin, end - begin)});
        begin = end;
    }
    const std::int64_t since = now();
    auto appended = zone->append(frames);
    if (options.sync == SyncMode::Interval)
        noteUnsynced(since);
    if (appended) {
        logged = batch.entries.size();
        return appended;
    }
    const Position last = zone->lastLogPosition();
    while (logged < batch.entries.size() && batch.entries[logged].position <= last)
        ++logged;
    return appended;
}

void Group::Impl::answer(Batch &batch, std::size_t logged, const Result<void> &appended, const Result<void> &applied)
{
    ready.clear();
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        Result<Position> outcome(batch.entries[i].position);
        if (i >= logged)
            outcome = appended.error();
        else if (!applied)
            if (auto stored = zone->storesOf(batch.entries[i]); !stored)
                outcome = std::move(stored).error();
        ready.push_back({std::move(batch.dones[i]), std::move(outcome)});
    }
    deliver(ready);
}

Position Group::lastPosition() const
{
    return m_impl->zone->appliedPosition();
}

TimeMicros Group::lastCommitTime() const
{
    return m_impl->zone->lastCommitTime();
}

replica::Zone &Group::leader()
{
    return *m_impl->zone;
}

void Group::tick()
{
    m_impl->tick();
}

Result<void> Group::stop()
{
    return m_impl->stop();
}

Result<void> Group::Impl::stop()
{
    const std::lock_guard stopping(stopMutex);
    if (isStopped)
        return stopOutcome;
    {
        const std::lock_guard lock(queueMutex);
        isStopping = true;
    }
    drain();
    {
        std::unique_lock lock(queueMutex);
        idle.wait(lock, [&] { return !isDraining && queue.empty(); });
    }
    stopTimer();
    auto outcome = isOut.load() ? Result<void>(zoneIsOut()) : syncNow();
    release();
    if (outcome)
        outcome = zone->flushAll();
    isStopped = true;
    stopOutcome = outcome;
    return outcome;
}

} // namespace stator::zones
