#include "endpoint/io_thread.h"

#include <algorithm>
#include <ctime>

#include <pthread.h>

#include "endpoint/connection.h"

namespace stator::endpoint {

namespace {

// A thread that is busier than this gives half of its connections to one that is less busy than that.
constexpr int kBusyPercent = 80;
constexpr int kFreePercent = 40;
// Two threads that are busy for less than this together are better off as one.
constexpr int kOneThreadPercent = 60;
// Also those that are busy for less than this, on a machine that has less than that of a core left.
constexpr int kCrowdedPercent = 150;
constexpr int kNoIdlePercent = 10;
// There is a core for another thread.
constexpr int kSpareCorePercent = 60;

std::int64_t threadMicros()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_nsec / 1000;
}

} // namespace

IoThread::IoThread(const ServerOptions &options, const Gateway &gateway, observe::Gauge &openConnections,
                   observe::Gauge &restingConnections, std::atomic<std::size_t> &connectionCount,
                   std::uint64_t seed)
    : m_options(options), m_gateway(gateway), m_openConnections(openConnections),
      m_restingConnections(restingConnections), m_connectionCount(connectionCount), m_loop([this] { tick(); }, options.logger), m_heads(seed),
      m_idlePercent(kSpareCorePercent)
{
}

bool IoThread::hasSpareCore() const
{
    return m_idlePercent.load(std::memory_order_relaxed) >= kSpareCorePercent;
}

IoThread::~IoThread()
{
    join();
}

void IoThread::start(std::size_t number, std::vector<IoThread *> all)
{
    m_all = std::move(all);
    m_thread = std::thread([this, number] {
        const std::string name = "http-" + std::to_string(number);
        pthread_setname_np(pthread_self(), name.c_str());
        run();
    });
}

void IoThread::run()
{
    m_loop.run();
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
        m_loop.post(std::move(task));
}

void IoThread::adopt(Socket socket)
{
    post([this, socket = std::move(socket)]() mutable {
        if (m_isDraining) {
            m_connectionCount.fetch_sub(1, std::memory_order_relaxed);
            return;
        }
        m_openConnections.add(1);
        take(std::make_shared<Connection>(*this, std::move(socket)));
    });
}

void IoThread::take(std::shared_ptr<Connection> connection)
{
    m_connections.insert(connection);
    keepTicking();
    connection->serveOn(*this);
    if (m_isDraining)
        connection->drain();
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
    if (m_isDraining && m_connections.empty())
        m_loop.stop();
}

// While there are connections, one tick a second looks for those whose time is up: a timer for each would
// be set and cancelled with every request.
void IoThread::keepTicking()
{
    const bool isNeeded = !m_connections.empty();
    if (isNeeded != m_isTicking)
        m_loop.setTicking(isNeeded);
    m_isTicking = isNeeded;
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
    measure();
    if (!m_isDraining)
        balance();
    keepTicking();
}

void IoThread::measure()
{
    const std::int64_t now = m_gateway.clock().monotonicMicros();
    const std::int64_t worked = threadMicros();
    const std::int64_t elapsed = now - m_measuredAt;
    if (m_measuredAt != 0 && elapsed > 0)
        m_busyPercent.store(static_cast<int>(std::min<std::int64_t>(100, (worked - m_workedMicros) * 100 / elapsed)),
                            std::memory_order_relaxed);
    // A machine that does not tell has cores for all.
    m_idlePercent.store(m_idleCores.sinceLast().value_or(kSpareCorePercent), std::memory_order_relaxed);
    if (m_connections.empty())
        m_busyPercent.store(0, std::memory_order_relaxed);
    m_measuredAt = m_connections.empty() ? 0 : now;
    m_workedMicros = worked;
}

void IoThread::balance()
{
    IoThread &first = *m_all.front();
    const bool isCrowded = m_idlePercent.load(std::memory_order_relaxed) < kNoIdlePercent;
    if (this != &first
        && busyPercent() + first.busyPercent() < (isCrowded ? kCrowdedPercent : kOneThreadPercent)) {
        giveAway(m_connections.size(), first);
        return;
    }
    if (busyPercent() <= kBusyPercent || m_connections.size() < 2 || !hasSpareCore())
        return;
    const auto freest = *std::min_element(m_all.begin(), m_all.end(), [](const IoThread *a, const IoThread *b) {
        return a->busyPercent() < b->busyPercent();
    });
    if (freest != this && freest->busyPercent() < kFreePercent)
        giveAway(m_connections.size() / 2, *freest);
}

void IoThread::giveAway(std::size_t count, IoThread &to)
{
    std::vector<std::shared_ptr<Connection>> given;
    for (const auto &connection : m_connections)
        if (given.size() < count && connection->leave())
            given.push_back(connection);
    for (auto &connection : given) {
        m_connections.erase(connection);
        to.post([&to, connection = std::move(connection)]() mutable { to.take(std::move(connection)); });
    }
}

} // namespace stator::endpoint
