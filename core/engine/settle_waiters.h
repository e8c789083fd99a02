// Who waits for a table to be neither made, changed nor deleted any more.
//
// Threads: every method from any thread. Tasks run on the thread that settles the table.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "base/completion.h"

namespace stator::engine {

class SettleWaiters {
public:
    void add(std::uint64_t storageId, Task task)
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.emplace(storageId, std::move(task));
    }

    // The table has settled: runs whoever waited for it.
    void run(std::uint64_t storageId)
    {
        std::vector<Task> tasks;
        {
            const std::lock_guard lock(m_mutex);
            const auto range = m_tasks.equal_range(storageId);
            for (auto task = range.first; task != range.second; ++task)
                tasks.push_back(std::move(task->second));
            m_tasks.erase(range.first, range.second);
        }
        for (Task &task : tasks)
            task();
    }

    void runAll()
    {
        std::multimap<std::uint64_t, Task> tasks;
        {
            const std::lock_guard lock(m_mutex);
            tasks.swap(m_tasks);
        }
        for (auto &task : tasks)
            task.second();
    }

private:
    std::mutex m_mutex; // guards what follows
    std::multimap<std::uint64_t, Task> m_tasks;
};

} // namespace stator::engine
