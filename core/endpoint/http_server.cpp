#include "endpoint/http_server.h"

#include <cerrno>
#include <cstring>
#include <optional>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "base/random.h"
#include "endpoint/event_loop.h"
#include "endpoint/io_thread.h"

namespace stator::endpoint {

namespace {

struct Address {
    sockaddr_storage bytes{};
    socklen_t size = 0;

    int family() const { return bytes.ss_family; }
    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&bytes); }
};

std::optional<Address> addressOf(const std::string &host, std::uint16_t port)
{
    Address address;
    auto *v4 = reinterpret_cast<sockaddr_in *>(&address.bytes);
    if (::inet_pton(AF_INET, host == "localhost" ? "127.0.0.1" : host.c_str(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        address.size = sizeof *v4;
        return address;
    }
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&address.bytes);
    if (::inet_pton(AF_INET6, host.c_str(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        address.size = sizeof *v6;
        return address;
    }
    return std::nullopt;
}

std::uint16_t portOf(const Socket &socket)
{
    Address address;
    address.size = sizeof address.bytes;
    if (::getsockname(socket.descriptor(), reinterpret_cast<sockaddr *>(&address.bytes), &address.size) != 0)
        return 0;
    return ntohs(address.family() == AF_INET6 ? reinterpret_cast<const sockaddr_in6 &>(address.bytes).sin6_port
                                              : reinterpret_cast<const sockaddr_in &>(address.bytes).sin_port);
}

} // namespace

struct HttpServer::Impl final : EventLoop::Watcher {
    Impl(ServerOptions o, RequestHandler &handler, observe::Metrics &metrics, observe::RequestLog &log,
         std::shared_ptr<Clock> clock)
        : options(std::move(o)), gateway(options.gateway, handler, metrics, log, std::move(clock)),
          openConnections(metrics.gauge("stator_connections", {}, "Connections open now.")),
          restingConnections(metrics.gauge("stator_connections_resting", {}, "Open connections without a buffer.")),
          accepted(metrics.counter("stator_connections_total", {}, "Connections accepted.")),
          refused(metrics.counter("stator_connections_refused_total", {}, "Connections over the limit."))
    {
    }

    Result<void> begin();
    Result<void> listen();
    // On the first thread.
    void onChange(EventLoop::Change) override { accept(); }
    void accept();
    void serve(Socket socket);
    bool refuseWithSpare();
    void refuse(const Socket &socket);
    IoThread &threadForNext();

    const ServerOptions options;
    const Gateway gateway;
    observe::Gauge &openConnections;
    observe::Gauge &restingConnections;
    observe::Counter &accepted;
    observe::Counter &refused;
    std::atomic<std::size_t> connectionCount = 0;

    std::vector<std::shared_ptr<IoThread>> threads; // the acceptor is watched by the first one
    Socket acceptor;
    Socket spare; // a descriptor to turn connections away with when there is no other
    std::uint16_t port = 0;
    bool isFull = false; // the last connection was refused; on the acceptor's thread
    bool isRunning = false;
};

Result<void> HttpServer::Impl::listen()
{
    const std::optional<Address> address = addressOf(options.host, options.port);
    if (!address)
        return Error::io("'" + options.host + "' is not an address of this machine");
    acceptor = Socket(::socket(address->family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int yes = 1;
    const bool isListening =
        acceptor.isOpen() &&
        ::setsockopt(acceptor.descriptor(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
        ::bind(acceptor.descriptor(), address->get(), address->size) == 0 &&
        ::listen(acceptor.descriptor(), SOMAXCONN) == 0;
    const std::string where = options.host + ":" + std::to_string(options.port);
    if (!isListening && errno == EADDRINUSE)
        return Error::locked("Another program listens on " + where + " already");
    if (!isListening)
        return Error::io("Cannot listen on " + where + ": " + std::strerror(errno));
    port = portOf(acceptor);
    return {};
}

Result<void> HttpServer::Impl::begin()
{
    for (const auto &thread : threads)
        STATOR_CHECK(thread->open());
    STATOR_CHECK(listen());
    if (!threads.front()->loop().add(acceptor, *this))
        return Error::io("Cannot wait for connections");
    return {};
}

void HttpServer::Impl::accept()
{
    while (acceptor.isOpen()) {
        if (!spare.isOpen())
            spare = Socket(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        Socket socket(::accept4(acceptor.descriptor(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (socket.isOpen()) {
            serve(std::move(socket));
            continue;
        }
        if (errno == EINTR || errno == ECONNABORTED)
            continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK || !refuseWithSpare())
            return;
    }
}

// No descriptors are left. Whoever waits would wait for a knock that may never come, so the spare one is used to
// turn it away; the client may try again.
bool HttpServer::Impl::refuseWithSpare()
{
    if (!spare.isOpen())
        return false;
    spare.close();
    const Socket socket(::accept4(acceptor.descriptor(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!socket.isOpen())
        return false;
    refuse(socket);
    return true;
}

void HttpServer::Impl::serve(Socket socket)
{
    if (connectionCount.fetch_add(1, std::memory_order_relaxed) >= options.maxConnections) {
        connectionCount.fetch_sub(1, std::memory_order_relaxed);
        refuse(socket);
        return;
    }
    accepted.add();
    isFull = false;
    threadForNext().adopt(std::move(socket));
}

void HttpServer::Impl::refuse(const Socket &socket)
{
    refused.add();
    if (!std::exchange(isFull, true))
        options.logger.warning("connections are refused: " + std::to_string(connectionCount) + " are open");
    constexpr std::string_view kBusy = "HTTP/1.1 503 Service Unavailable\r\nServer: Server\r\n"
                                       "Content-Length: 0\r\nConnection: close\r\n\r\n";
    // Who does not take these few bytes is told by the end of the connection.
    [[maybe_unused]] const auto sent = ::send(socket.descriptor(), kBusy.data(), kBusy.size(), MSG_NOSIGNAL);
}

// The first thread while it keeps up or has the only core, then the one that does best.
IoThread &HttpServer::Impl::threadForNext()
{
    constexpr int kKeepsUpPercent = 70;
    IoThread *best = threads.front().get();
    if (best->busyPercent() > kKeepsUpPercent && best->hasSpareCore())
        for (const auto &thread : threads)
            if (thread->busyPercent() < best->busyPercent())
                best = thread.get();
    return *best;
}

HttpServer::HttpServer(ServerOptions options, RequestHandler &handler, observe::Metrics &metrics,
                       observe::RequestLog &log, std::shared_ptr<Clock> clock)
    : m_impl(std::make_unique<Impl>(std::move(options), handler, metrics, log, std::move(clock)))
{
}

HttpServer::~HttpServer()
{
    stop();
}

Result<void> HttpServer::start()
{
    Impl &impl = *m_impl;
    STATOR_ASSERT(!impl.isRunning);
    const std::shared_ptr<Random> random = systemRandom();
    for (std::size_t i = 0; i < std::max<std::size_t>(1, impl.options.ioThreads); ++i)
        impl.threads.push_back(std::make_shared<IoThread>(impl.options, impl.gateway, impl.openConnections,
                                                          impl.restingConnections, impl.connectionCount,
                                                          random->next()));
    if (Result<void> begun = impl.begin(); !begun.ok()) {
        impl.acceptor.close();
        impl.threads.clear();
        return begun;
    }
    impl.isRunning = true;
    std::vector<IoThread *> all;
    for (const auto &thread : impl.threads)
        all.push_back(thread.get());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i]->start(i, all);
    impl.options.logger.info("listening on " + url());
    return {};
}

void HttpServer::stop()
{
    Impl &impl = *m_impl;
    if (!std::exchange(impl.isRunning, false))
        return;
    impl.options.logger.info("stopping; " + std::to_string(connectionCount()) + " connections are open");
    impl.threads.front()->post([&impl] {
        impl.threads.front()->loop().remove(impl.acceptor, impl);
        impl.acceptor.close();
        impl.spare.close();
        // Only now can no further connection come for any thread.
        for (const auto &thread : impl.threads)
            thread->drain();
    });
    for (const auto &thread : impl.threads)
        thread->join();
    impl.threads.clear();
    impl.options.logger.info("stopped");
}

std::uint16_t HttpServer::port() const
{
    return m_impl->port;
}

std::string HttpServer::url() const
{
    const std::string &host = m_impl->options.host;
    return "http://" + (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" +
           std::to_string(m_impl->port);
}

std::size_t HttpServer::connectionCount() const
{
    return m_impl->connectionCount.load(std::memory_order_relaxed);
}

} // namespace stator::endpoint
