#include "endpoint/http_server.h"

#include <boost/asio/ip/address.hpp>

#include "base/random.h"
#include "endpoint/io_thread.h"

namespace stator::endpoint {

namespace asio = boost::asio;
using boost::system::error_code;
using Acceptor = asio::ip::tcp::acceptor;

struct HttpServer::Impl {
    Impl(ServerOptions o, RequestHandler &handler, observe::Metrics &metrics, observe::RequestLog &log,
         std::shared_ptr<Clock> clock)
        : options(std::move(o)), gateway(options.gateway, handler, metrics, log, std::move(clock)),
          openConnections(metrics.gauge("stator_connections", {}, "Connections open now.")),
          restingConnections(metrics.gauge("stator_connections_resting", {}, "Open connections without a buffer.")),
          accepted(metrics.counter("stator_connections_total", {}, "Connections accepted.")),
          refused(metrics.counter("stator_connections_refused_total", {}, "Connections over the limit."))
    {
    }

    Result<void> listen();
    void accept();
    void onAccept(const error_code &error, IoThread::Socket socket, const std::shared_ptr<IoThread> &thread);

    const ServerOptions options;
    const Gateway gateway;
    observe::Gauge &openConnections;
    observe::Gauge &restingConnections;
    observe::Counter &accepted;
    observe::Counter &refused;
    std::atomic<std::size_t> connectionCount = 0;

    std::vector<std::shared_ptr<IoThread>> threads; // the acceptor lives on the first one's loop
    std::unique_ptr<Acceptor> acceptor;
    std::unique_ptr<asio::steady_timer> acceptPause;
    std::size_t nextThread = 0;
    std::uint16_t port = 0;
    bool isFull = false; // the last connection was refused; on the acceptor's thread
    bool isRunning = false;
};

Result<void> HttpServer::Impl::listen()
{
    error_code error;
    const auto address = asio::ip::make_address(options.host == "localhost" ? "127.0.0.1" : options.host, error);
    if (error)
        return Error::io("'" + options.host + "' is not an address of this machine");
    const asio::ip::tcp::endpoint endpoint(address, options.port);
    acceptor = std::make_unique<Acceptor>(threads.front()->context());
    acceptor->open(endpoint.protocol(), error);
    if (!error)
        acceptor->set_option(Acceptor::reuse_address(true), error);
    if (!error)
        acceptor->bind(endpoint, error);
    if (!error)
        acceptor->listen(asio::socket_base::max_listen_connections, error);
    const std::string where = options.host + ":" + std::to_string(options.port);
    if (error == asio::error::address_in_use)
        return Error::locked("Another program listens on " + where + " already");
    if (error)
        return Error::io("Cannot listen on " + where + ": " + error.message());
    port = acceptor->local_endpoint(error).port();
    return {};
}

void HttpServer::Impl::accept()
{
    const std::shared_ptr<IoThread> thread = threads[nextThread++ % threads.size()];
    acceptor->async_accept(thread->context(), [this, thread](const error_code &error, IoThread::Socket socket) {
        onAccept(error, std::move(socket), thread);
    });
}

void HttpServer::Impl::onAccept(const error_code &error, IoThread::Socket socket,
                                const std::shared_ptr<IoThread> &thread)
{
    if (error == asio::error::operation_aborted || !acceptor->is_open())
        return;
    if (error) { // most likely no file descriptors are left: one may be free in a moment
        acceptPause->expires_after(std::chrono::milliseconds(100));
        acceptPause->async_wait([this](const error_code &e) {
            if (!e && acceptor->is_open())
                accept();
        });
        return;
    }
    if (connectionCount.fetch_add(1, std::memory_order_relaxed) >= options.maxConnections) {
        connectionCount.fetch_sub(1, std::memory_order_relaxed);
        refused.add();
        if (!std::exchange(isFull, true))
            options.logger.warning("connections are refused: " + std::to_string(options.maxConnections) +
                                   " are open");
        constexpr std::string_view kBusy = "HTTP/1.1 503 Service Unavailable\r\nServer: Server\r\n"
                                           "Content-Length: 0\r\nConnection: close\r\n\r\n";
        error_code ignored;
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(kBusy), ignored);
        socket.close(ignored);
    } else {
        accepted.add();
        isFull = false;
        thread->adopt(std::move(socket));
    }
    accept();
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
    if (Result<void> listening = impl.listen(); !listening.ok()) {
        impl.acceptor.reset();
        impl.threads.clear();
        return listening;
    }
    impl.acceptPause = std::make_unique<asio::steady_timer>(impl.threads.front()->context());
    impl.isRunning = true;
    impl.accept();
    for (std::size_t i = 0; i < impl.threads.size(); ++i)
        impl.threads[i]->start(i);
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
        error_code ignored;
        impl.acceptor->close(ignored);
        impl.acceptPause->cancel();
        // Only now can no further connection come for any thread.
        for (const auto &thread : impl.threads)
            thread->drain();
    });
    for (const auto &thread : impl.threads)
        thread->join();
    impl.acceptPause.reset();
    impl.acceptor.reset();
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
