#include "base/executor.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include <pthread.h>

namespace stator {

struct ThreadPool::State {
    std::string name;
    std::size_t threadCount = 0;
    std::vector<std::thread> threads;

    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Task> tasks; // guarded by mutex
    bool isStopping = false; // guarded by mutex

    void run()
    {
        std::unique_lock lock(mutex);
        while (true) {
            wake.wait(lock, [this] { return isStopping || !tasks.empty(); });
            if (tasks.empty())
                return;
            Task task = std::move(tasks.front());
            tasks.pop_front();
            lock.unlock();
            task();
            task = Task();
            lock.lock();
        }
    }
};

ThreadPool::ThreadPool(std::string name, std::size_t threads) : m_state(std::make_unique<State>())
{
    m_state->name = std::move(name);
    m_state->threadCount = threads;
}

ThreadPool::~ThreadPool()
{
    stop();
}

void ThreadPool::start()
{
    STATOR_ASSERT(m_state->threads.empty());
    for (std::size_t i = 0; i < m_state->threadCount; ++i) {
        m_state->threads.emplace_back([state = m_state.get()] { state->run(); });
        // The kernel keeps 15 characters.
        ::pthread_setname_np(m_state->threads.back().native_handle(), m_state->name.substr(0, 15).c_str());
    }
}

void ThreadPool::stop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isStopping = true;
    }
    m_state->wake.notify_all();
    for (auto &thread : m_state->threads)
        thread.join();
    m_state->threads.clear();
}

void ThreadPool::post(Task task)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->isStopping)
            return;
        m_state->tasks.push_back(std::move(task));
    }
    m_state->wake.notify_one();
}

struct ManualExecutor::State {
    std::mutex mutex;
    std::deque<Task> tasks; // guarded by mutex
};

ManualExecutor::ManualExecutor() : m_state(std::make_unique<State>()) {}

ManualExecutor::~ManualExecutor() = default;

void ManualExecutor::post(Task task)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->tasks.push_back(std::move(task));
}

bool ManualExecutor::runOne()
{
    Task task;
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->tasks.empty())
            return false;
        task = std::move(m_state->tasks.front());
        m_state->tasks.pop_front();
    }
    task();
    return true;
}

void ManualExecutor::runAll()
{
    while (runOne()) {
    }
}

} // namespace stator
