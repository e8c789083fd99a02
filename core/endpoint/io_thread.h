// One I/O thread: its event loop, its connections, and the tick that ends those that take too long.
//
// A few connections are served by one thread best: the more it finds ready at a time, the less each costs. A
// thread that is busy gives connections to one that is not if the machine has a core to spare for it, and gets them
// back when both have little to do or take the processors from each other.
//
// Internal to endpoint/. Threads: post() and the questions from any thread; everything else on the thread itself.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

#include "base/completion.h"
#include "endpoint/event_loop.h"
#include "endpoint/gateway.h"
#include "endpoint/http_server.h"
#include "endpoint/idle_cores.h"
#include "endpoint/reply.h"
#include "endpoint/socket.h"

namespace stator::endpoint {

class Connection;

class IoThread : public std::enable_shared_from_this<IoThread> {
public:
    IoThread(const ServerOptions &options, const Gateway &gateway, observe::Gauge &openConnections,
             observe::Gauge &restingConnections, std::atomic<std::size_t> &connectionCount, std::uint64_t seed);
    ~IoThread();

    // Io: there are no descriptors left.
    Result<void> open() { return m_loop.open(); }
    // `all` threads of the server, this one among them, stay until the last is joined.
    void start(std::size_t number, std::vector<IoThread *> all);
    // Lets every connection finish what it has; the thread ends when the last is gone, or after the grace.
    void drain();
    void join();

    // Runs `task` on the thread; drops it once the thread has ended.
    void post(Task task);
    // The same, but takes over a socket that was accepted for this thread.
    void adopt(Socket socket);
    // How much of the last second the thread was at work, in percent.
    int busyPercent() const { return m_busyPercent.load(std::memory_order_relaxed); }
    // Whether another thread would have found a core to work on in that second.
    bool hasSpareCore() const;

    EventLoop &loop() { return m_loop; }
    const ServerOptions &options() const { return m_options; }
    const Gateway &gateway() const { return m_gateway; }
    ReplyHeads &heads() { return m_heads; }
    observe::Gauge &resting() { return m_restingConnections; }
    std::int64_t nowSeconds() const;

    void forget(const std::shared_ptr<Connection> &connection);
    // A connection went to rest and needs so much less.
    void gaveBack(std::size_t bytes) { m_bytesGivenBack += bytes; }

private:
    void run();
    void tick();
    void keepTicking();
    void endIfDrained();
    void measure();
    void balance();
    void giveAway(std::size_t count, IoThread &to);
    void take(std::shared_ptr<Connection> connection);

    const ServerOptions m_options;
    const Gateway &m_gateway;
    observe::Gauge &m_openConnections;
    observe::Gauge &m_restingConnections;
    std::atomic<std::size_t> &m_connectionCount;

    EventLoop m_loop;
    std::vector<IoThread *> m_all; // the first takes connections while it can
    bool m_isTicking = false;
    std::size_t m_bytesGivenBack = 0; // since the machine was last given memory
    bool m_isDraining = false;
    std::int64_t m_drainDeadline = 0;
    ReplyHeads m_heads;
    std::unordered_set<std::shared_ptr<Connection>> m_connections;
    std::thread m_thread;

    std::int64_t m_measuredAt = 0;    // monotonic µs
    std::int64_t m_workedMicros = 0;  // CPU time of the thread then
    std::atomic<int> m_busyPercent{0};
    IdleCores m_idleCores;
    std::atomic<int> m_idlePercent; // of one core

    std::mutex m_mutex; // guards m_isClosed against a post() under way
    bool m_isClosed = false;
};

} // namespace stator::endpoint
