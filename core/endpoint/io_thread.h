// One I/O thread: its event loop, its connections, and the tick that ends those that take too long.
//
// Internal to endpoint/: the one header besides connection.h that includes Asio.
// Threads: post() and the questions from any thread; everything else on the thread itself.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include "base/completion.h"
#include "endpoint/gateway.h"
#include "endpoint/http_server.h"
#include "endpoint/reply.h"

namespace stator::endpoint {

class Connection;

class IoThread : public std::enable_shared_from_this<IoThread> {
public:
    using Socket = boost::asio::ip::tcp::socket;

    IoThread(const ServerOptions &options, const Gateway &gateway, observe::Gauge &openConnections,
             observe::Gauge &restingConnections, std::atomic<std::size_t> &connectionCount, std::uint64_t seed);
    ~IoThread();

    void start(std::size_t number);
    // Lets every connection finish what it has; the thread ends when the last is gone, or after the grace.
    void drain();
    void join();

    // Runs `task` on the thread; drops it once the thread has ended.
    void post(Task task);
    // The same, but takes over a socket that was accepted for this thread.
    void adopt(Socket socket);

    boost::asio::io_context &context() { return m_context; }
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
    void armTick();
    void endIfDrained();

    const ServerOptions m_options;
    const Gateway &m_gateway;
    observe::Gauge &m_openConnections;
    observe::Gauge &m_restingConnections;
    std::atomic<std::size_t> &m_connectionCount;

    boost::asio::io_context m_context{1};
    std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> m_work;
    boost::asio::steady_timer m_timer{m_context};
    bool m_tickIsArmed = false;
    std::size_t m_bytesGivenBack = 0; // since the machine was last given memory
    bool m_isDraining = false;
    std::int64_t m_drainDeadline = 0;
    ReplyHeads m_heads;
    std::unordered_set<std::shared_ptr<Connection>> m_connections;
    std::thread m_thread;

    std::mutex m_mutex; // guards m_isClosed against a post() under way
    bool m_isClosed = false;
};

} // namespace stator::endpoint
