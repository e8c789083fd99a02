#include "endpoint/io_thread.h"

#include <pthread.h>

#include <boost/asio/post.hpp>

#include "endpoint/connection.h"

namespace stator::endpoint {

IoThread::IoThread(const ServerOptions &options, const Gateway &gateway, observe::Gauge &openConnections,
                   observe::Gauge &restingConnections, std::atomic<std::size_t> &connectionCount,
                   std::uint64_t seed)
    : m_options(options), m_gateway(gateway), m_openConnections(openConnections),
      m_restingConnections(restingConnections), m_connectionCount(connectionCount), m_heads(seed)
{
}

IoThread::~IoThread()
{
    join();
}

void IoThread::start(std::size_t number)
{
    m_work.emplace(m_context.get_executor());
    m_thread = std::thread([this, number] {
        const std::string name = "http-" + std::to_string(number);
        pthread_setname_np(pthread_self(), name.c_str());
        run();
    });
}

void IoThread::run()
{
    for (bool isDone = false; !isDone;) {
        try {
            m_context.run();
            isDone = true;
        } catch (const std::exception &exception) { // memory ran out in one request; the others go on
            m_options.logger.error(std::string("a request failed: ") + exception.what());
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    // What outlived the grace ends here, on the thread it belongs to.
    const auto remaining = m_connections;
    for (const auto &connection : remaining)
        connection->close();
}

void IoThread::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void IoThread::post(Task task)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isClosed)
        boost::asio::post(m_context, std::move(task));
}

void IoThread::adopt(Socket socket)
{
    post([this, socket = std::move(socket)]() mutable {
        if (m_isDraining) {
            m_connectionCount.fetch_sub(1, std::memory_order_relaxed);
            return;
        }
        auto connection = std::make_shared<Connection>(*this, std::move(socket));
        m_connections.insert(connection);
        m_openConnections.add(1);
        armTick();
        connection->start();
    });
}

void IoThread::forget(const std::shared_ptr<Connection> &connection)
{
    if (m_connections.erase(connection) == 0)
        return;
    m_openConnections.add(-1);
    m_connectionCount.fetch_sub(1, std::memory_order_relaxed);
    endIfDrained();
}

std::int64_t IoThread::nowSeconds() const
{
    return m_gateway.clock().monotonicMicros() / 1'000'000;
}

void IoThread::drain()
{
    post([this] {
        if (m_isDraining)
            return;
        m_isDraining = true;
        m_drainDeadline = nowSeconds() + m_options.stopGraceSeconds;
        const auto connections = m_connections; // they leave the set while we go
        for (const auto &connection : connections)
            connection->drain();
        endIfDrained();
    });
}

void IoThread::endIfDrained()
{
    if (!m_isDraining || !m_connections.empty())
        return;
    m_timer.cancel();
    m_work.reset();
}

// While there are connections, one tick a second looks for those whose time is up: a timer for each would
// be set and cancelled with every request.
void IoThread::armTick()
{
    if (m_tickIsArmed || m_connections.empty())
        return;
    m_tickIsArmed = true;
    m_timer.expires_after(std::chrono::seconds(1));
    m_timer.async_wait([this](const boost::system::error_code &error) {
        m_tickIsArmed = false;
        if (!error)
            tick();
    });
}

void IoThread::tick()
{
    const std::int64_t now = nowSeconds();
    const bool isOver = m_isDraining && now >= m_drainDeadline;
    const auto connections = m_connections;
    for (const auto &connection : connections) {
        if (isOver)
            connection->close();
        else
            connection->checkTime(now);
    }
    constexpr std::size_t kWorthReturning = 4u << 20;
    if (m_bytesGivenBack >= kWorthReturning && m_options.returnMemory) {
        m_bytesGivenBack = 0;
        m_options.returnMemory();
    }
    armTick();
}

} // namespace stator::endpoint
