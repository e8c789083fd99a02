// The HttpServer accepts connections and answers requests: HTTP/1.1 with keep-alive and pipelining.
//
// A connection belongs to one I/O thread, which reads, asks the handler and writes; replies leave in the
// order of their requests, since the next request of a connection is taken up when the one before it has
// been answered. What waits in a connection's way is bounded: its buffers, its time, its number.
//
// Threads: start() and stop() from one thread; the questions from any.
// Ownership: handler, metrics and log must outlive the server. A completion may come after stop(), or after
// the server is gone: it is then dropped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/logger.h"
#include "base/result.h"
#include "endpoint/gateway.h"
#include "endpoint/request_parser.h"

namespace stator::endpoint {

struct ServerOptions {
    std::string host = "127.0.0.1"; // a numeric address, or localhost
    std::uint16_t port = 8000;      // 0 takes a free one
    std::size_t ioThreads = 2;
    std::size_t maxConnections = 4096;
    ParserLimits limits;
    GatewayOptions gateway;
    std::int64_t idleSeconds = 120;    // between requests
    std::int64_t restSeconds = 1;      // between requests, after which a connection holds no buffer
    std::int64_t requestSeconds = 60;  // from the first byte of a request to its last
    std::int64_t writeSeconds = 60;    // without the client taking a byte
    std::int64_t stopGraceSeconds = 5; // for what is in flight when stop() is called
    // Called on an I/O thread after connections went to rest that used much; may be empty.
    std::function<void()> returnMemory;
    Logger logger;
};

class HttpServer {
public:
    HttpServer(ServerOptions options, RequestHandler &handler, observe::Metrics &metrics, observe::RequestLog &log,
               std::shared_ptr<Clock> clock);
    ~HttpServer();

    // Locked: another process has the port. Io: the address cannot be used.
    Result<void> start();
    // Accepts nothing more, answers what is in flight, closes. Idempotent.
    void stop();

    // Once started.
    std::uint16_t port() const;
    std::string url() const; // http://127.0.0.1:8000
    std::size_t connectionCount() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::endpoint
