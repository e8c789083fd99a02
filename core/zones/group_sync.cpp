// Durability by the clock: when the log is synced, and which answers wait for it.
#include "zones/group_impl.h"

namespace stator::zones {

namespace {

constexpr std::int64_t kIdleMicros = 1'000'000; // how often the timer looks for maintenance that was put off

} // namespace

// Called after the append: noted before, a sync that ends in between would count the entry as covered.
void Group::Impl::noteUnsynced(std::int64_t since)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(answersMutex);
        isFirst = !oldestUnsynced;
        if (isFirst)
            oldestUnsynced = since;
    }
    if (isFirst && options.hasTimer) {
        const std::lock_guard lock(timerMutex);
        timerWakes.notify_one();
    }
}

bool Group::Impl::holdsAnswers() const
{
    const auto oldest = syncingSince ? syncingSince : oldestUnsynced;
    return options.sync == SyncMode::Interval && !isOut.load() && oldest && now() - *oldest > options.holdAnswersMicros;
}

void Group::Impl::deliver(std::vector<Answer> &answers)
{
    {
        const std::lock_guard lock(answersMutex);
        if (!held.empty() || isReleasing || holdsAnswers()) {
            for (auto &each : answers)
                held.push_back(std::move(each));
            answers.clear();
        }
    }
    for (auto &each : answers)
        each.done(std::move(each.outcome));
    answers.clear();
}

// Runs held answers in order: those a sync has freed, and all once the oldest unsynced entry is young again.
void Group::Impl::release()
{
    std::vector<Answer> freed;
    for (;;) {
        {
            const std::lock_guard lock(answersMutex);
            if (isReleasing && freed.empty())
                return; // another thread is at it
            freed.clear();
            const std::size_t count = holdsAnswers() ? std::min(freedBySync, held.size()) : held.size();
            isReleasing = count > 0;
            freedBySync -= std::min(freedBySync, count);
            for (std::size_t i = 0; i < count; ++i) {
                freed.push_back(std::move(held.front()));
                held.pop_front();
            }
            if (count == 0)
                return;
        }
        for (auto &each : freed) {
            if (isOut.load() && each.outcome)
                each.outcome = Error::internal("The drive failed to make a write durable");
            each.done(std::move(each.outcome));
        }
    }
}

Result<void> Group::Impl::syncNow()
{
    const std::lock_guard syncing(syncMutex);
    std::size_t covered = 0;
    {
        const std::lock_guard lock(answersMutex);
        syncingSince = std::exchange(oldestUnsynced, std::nullopt);
        covered = held.size();
    }
    auto synced = zone->sync();
    if (!synced) {
        logger.error("writes are refused until a restart: " + synced.error().message);
        takeOut();
    }
    const std::lock_guard lock(answersMutex);
    syncingSince.reset();
    freedBySync = std::min(covered, held.size());
    return synced;
}

void Group::Impl::tick()
{
    bool isDue = false;
    {
        const std::lock_guard lock(answersMutex);
        isDue = oldestUnsynced && now() - *oldestUnsynced >= options.syncAfterMicros;
    }
    if (isDue && !isOut.load())
        (void)syncNow().ok(); // a failure has taken the zone out
    release();
    if (zone->needsMaintenance())
        postMaintenance();
}

void Group::Impl::postMaintenance()
{
    if (isMaintaining.exchange(true))
        return;
    executor->post([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        if (auto maintained = self->zone->maintain(); !maintained) // the next one tries again
            self->logger.warning("maintenance failed and is tried again: " + maintained.error().message);
        self->isMaintaining.store(false);
    });
}

void Group::Impl::takeOut()
{
    isOut.store(true);
}

void Group::Impl::runTimer()
{
    std::unique_lock lock(timerMutex);
    while (!isTimerStopping) {
        std::int64_t wait = kIdleMicros;
        {
            const std::lock_guard answers(answersMutex);
            if (oldestUnsynced && !isOut.load())
                wait = std::clamp<std::int64_t>(*oldestUnsynced + options.syncAfterMicros - now(), 0, options.syncAfterMicros);
        }
        if (wait > 0)
            timerWakes.wait_for(lock, std::chrono::microseconds(wait));
        if (isTimerStopping)
            break;
        lock.unlock();
        tick();
        lock.lock();
    }
}

void Group::Impl::stopTimer()
{
    {
        const std::lock_guard lock(timerMutex);
        isTimerStopping = true;
        timerWakes.notify_all();
    }
    if (timer.joinable())
        timer.join();
}

} // namespace stator::zones
