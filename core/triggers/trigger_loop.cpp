#include "triggers/trigger_loop.h"

#include <chrono>

namespace stator::triggers {

namespace {

// A clock that is moved by hand does not wake anybody.
constexpr std::chrono::milliseconds kLookAtClock{10};
constexpr std::int64_t kLongestWaitMicros = 60'000'000;

} // namespace

TriggerLoop::~TriggerLoop()
{
    stop();
}

void TriggerLoop::start(std::function<std::int64_t()> step)
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_isRunning, true))
        return;
    m_step = std::move(step);
    m_thread = std::thread([this] { run(); });
}

void TriggerLoop::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    std::deque<Task> dropped;
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_tasks);
}

void TriggerLoop::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopped)
            return;
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_all();
}

void TriggerLoop::wait(std::unique_lock<std::mutex> &lock, std::int64_t until)
{
    const auto isAsked = [this] { return !m_tasks.empty() || m_isStopped; };
    const std::int64_t left = until - m_clock->monotonicMicros();
    if (left <= 0)
        return;
    const auto longest = std::chrono::microseconds(std::min(left, kLongestWaitMicros));
    if (m_clock->isMovedByHand())
        m_changed.wait_for(lock, std::min<std::chrono::microseconds>(longest, kLookAtClock), isAsked);
    else
        m_changed.wait_for(lock, longest, isAsked);
}

void TriggerLoop::run()
{
    std::int64_t next = 0;
    while (true) {
        std::deque<Task> tasks;
        {
            std::unique_lock lock(m_mutex);
            if (m_tasks.empty() && !m_isStopped)
                wait(lock, next);
            if (m_tasks.empty() && m_isStopped)
                return;
            tasks.swap(m_tasks);
        }
        for (Task &task : tasks)
            task();
        next = m_step();
    }
}

} // namespace stator::triggers
