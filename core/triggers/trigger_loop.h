// The thread of a workspace's triggers: an Executor that also comes back at a given time.
//
// Threads: post() from any; start() and stop() from one. Tasks posted after stop() are dropped.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "base/executor.h"

namespace stator::triggers {

class TriggerLoop final : public Executor {
public:
    explicit TriggerLoop(std::shared_ptr<Clock> clock) : m_clock(std::move(clock)) {}
    ~TriggerLoop() override;

    // Calls `step` after tasks and at the monotonic time it returned last.
    void start(std::function<std::int64_t()> step);
    // Runs what was posted before, and joins.
    void stop();

    void post(Task task) override;

private:
    void run();
    void wait(std::unique_lock<std::mutex> &lock, std::int64_t until);

    const std::shared_ptr<Clock> m_clock;
    std::function<std::int64_t()> m_step;
    std::thread m_thread;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    bool m_isRunning = false;
    bool m_isStopped = false;
};

} // namespace stator::triggers
