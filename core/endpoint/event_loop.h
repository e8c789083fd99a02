// An EventLoop waits for sockets, the clock and posted tasks, and handles them on one thread.
//
// A socket is registered once and edge-triggered: its watcher is told of changes, and reads or writes until the
// kernel has no more. That spares the calls that ask in vain and those that arm again, a tenth of what a small
// request costs. What is ready together is one Round (base/round.h).
//
// Internal to endpoint/. Threads: post() and stop() from any thread, everything else on the one that run()s, or
// before it.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/completion.h"
#include "base/logger.h"
#include "base/result.h"
#include "endpoint/socket.h"

struct epoll_event;

namespace stator::endpoint {

class EventLoop {
public:
    struct Change {
        bool mayRead = false;
        bool mayWrite = false;
        bool isHungUp = false; // the end of the stream, or an error, is behind what can be read
    };
    class Watcher {
    public:
        virtual void onChange(Change change) = 0;

    protected:
        ~Watcher() = default;
    };

    // `tick` runs once a second while setTicking().
    EventLoop(Task tick, Logger logger);
    ~EventLoop();

    // Io: the process has no descriptors left.
    Result<void> open();

    // `watcher` stays until remove(). False: the kernel cannot watch another.
    bool add(const Socket &socket, Watcher &watcher);
    void remove(const Socket &socket, Watcher &watcher);
    void setTicking(bool isTicking);

    // Runs `task` on the loop's thread, in order; dropped if run() has returned.
    void post(Task task);
    // Until stop().
    void run();
    void stop();

private:
    static constexpr int kMaxReady = 64;

    void wake();
    template <class F>
    void guarded(F &&function);
    void runPosted();
    void handle(const epoll_event &event);

    Task m_tick;
    const Logger m_logger;
    Socket m_epoll;
    Socket m_wake;  // an eventfd
    Socket m_timer; // a timerfd

    std::array<Watcher *, kMaxReady> m_ready{}; // of the round; null: removed meanwhile
    int m_readyCount = 0;
    std::vector<Task> m_running;
    std::atomic<std::thread::id> m_threadId{};
    std::atomic<bool> m_isStopping{false};

    std::mutex m_mutex; // guards m_posted
    std::vector<Task> m_posted;
    std::atomic<bool> m_hasPosted{false};
};

} // namespace stator::endpoint
