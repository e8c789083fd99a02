// An Executor runs tasks somewhere else: on a pool of threads, or, in a simulation, when the seed says.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/completion.h"

namespace stator {

// Threads: post() may be called from any thread, and from a running task.
class Executor {
public:
    virtual ~Executor() = default;

    // Runs `task` later, after this call may have returned. Tasks posted after stop() are dropped.
    virtual void post(Task task) = 0;
};

// A fixed number of threads and an unbounded queue in order of arrival.
//
// stop() runs what was posted before, joins, and may be called twice.
class ThreadPool final : public Executor {
public:
    ThreadPool(std::string name, std::size_t threads);
    ~ThreadPool() override;

    void start();
    void stop();

    void post(Task task) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Runs tasks when runAll() or runOne() is called, on that thread: for tests and simulations.
class ManualExecutor final : public Executor {
public:
    ManualExecutor();
    ~ManualExecutor() override;

    void post(Task task) override;
    // Runs the oldest task; false if there was none.
    bool runOne();
    void runAll();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace stator
