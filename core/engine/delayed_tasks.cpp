#include "engine/delayed_tasks.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace stator::engine {

namespace {

constexpr std::int64_t kLookMicros = 5'000;

} // namespace

DelayedTasks::DelayedTasks(std::shared_ptr<Clock> clock) : m_clock(std::move(clock)) {}

DelayedTasks::~DelayedTasks()
{
    stop();
}

void DelayedTasks::post(std::int64_t delayMs, Task task)
{
    const std::lock_guard lock(m_mutex);
    if (m_isStopping)
        return;
    m_tasks.emplace(m_clock->monotonicMicros() + delayMs * 1000, std::move(task));
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_changed.notify_one();
}

void DelayedTasks::stop()
{
    std::thread thread;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_changed.notify_one();
        thread.swap(m_thread);
    }
    if (thread.joinable())
        thread.join();
    const std::lock_guard lock(m_mutex);
    m_tasks.clear();
}

void DelayedTasks::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        if (m_tasks.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const std::int64_t left = m_tasks.begin()->first - m_clock->monotonicMicros();
        if (left > 0) {
            const std::int64_t wait = m_clock->isMovedByHand() ? std::min(left, kLookMicros) : left;
            m_changed.wait_for(lock, std::chrono::microseconds(wait));
            continue;
        }
        Task task = std::move(m_tasks.begin()->second);
        m_tasks.erase(m_tasks.begin());
        lock.unlock();
        task();
        lock.lock();
    }
}

} // namespace stator::engine
