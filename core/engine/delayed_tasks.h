// DelayedTasks runs tasks after a while, on a thread of its own that exists only once there was a task.
//
// The clock says when a task is due; one that is moved by hand is looked at every few milliseconds.
//
// Threads: every method from any thread. stop() drops what is not due, joins, and may be called twice.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "base/completion.h"

namespace stator::engine {

class DelayedTasks {
public:
    explicit DelayedTasks(std::shared_ptr<Clock> clock);
    ~DelayedTasks();

    void post(std::int64_t delayMs, Task task);
    void stop();

private:
    void run();

    const std::shared_ptr<Clock> m_clock;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::multimap<std::int64_t, Task> m_tasks; // by monotonic time due
    std::thread m_thread;
    bool m_isStopping = false;
};

} // namespace stator::engine
