// The Gateway decides about a request everything that comes before the operations, in the service's order:
// who may come in at all, GET and OPTIONS, method and content type, coding, JSON syntax, target,
// authentication, empty body. It also dresses the answer and writes the request down.
//
// It knows nothing of sockets. Threads: every method from any thread; an Exchange belongs to one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "endpoint/admission.h"
#include "endpoint/authorization.h"
#include "endpoint/content_coding.h"
#include "endpoint/http_request.h"
#include "endpoint/reply.h"
#include "endpoint/request_handler.h"
#include "observe/metrics.h"
#include "observe/request_log.h"

namespace stator::endpoint {

struct GatewayOptions {
    AdmissionOptions admission;
    std::string defaultRegion = "us-east-1"; // for the healthy line
    std::size_t maxBodyBytes = 16u << 20;    // of an inflated body
    std::size_t compressFromBytes = 4097;    // replies; smaller ones gain nothing
};

class RequestMeters;

// What is kept of one request until it is answered. Reused from request to request.
struct Exchange {
    TimeMicros startTime = 0;           // when the request was complete
    std::int64_t startMonotonic = 0;
    std::string_view contentType;       // of the reply; a literal
    Coding coding = Coding::Identity;   // the reply may use it
    std::string corsLines;
    std::string operation;
    std::string table;
    std::string region;
    std::string requestId;
    std::string errorCode;
    std::string inflated;               // the body, if it came compressed
    std::string userAgent;
    // What the request log keeps of this request, if somebody watches.
    bool isKept = false;
    std::string keptRequest;
    std::string keptReply; // as it was before compression; empty: it was not compressed
    std::shared_ptr<service::Meter> meter;
    std::uint64_t bytesIn = 0;
    bool isHead = false;

    void begin(TimeMicros now, std::int64_t monotonic);
    // Gives back the room that bodies took.
    void shrink();
};

// A request that the handler shall answer. `target` and `body` point into the request or its exchange.
struct Admitted {
    std::string_view target;
    std::string_view body;
    RequestContext context;
};

class Gateway {
public:
    Gateway(GatewayOptions options, RequestHandler &handler, observe::Metrics &metrics, observe::RequestLog &log,
            std::shared_ptr<Clock> clock);
    ~Gateway();

    // The answer at once, or what to ask the handler.
    std::optional<Reply> examine(const HttpRequest &request, Exchange &exchange, Admitted &admitted) const;
    // The handler's answer as a reply.
    Reply finish(Exchange &exchange, Result<std::string> outcome) const;
    // A reply to what was not a request: 400 or 413, with an empty body.
    Reply refuseMalformed(int status) const;

    // Counts a request that was answered, and adds it to the log.
    void record(const Exchange &exchange, const Reply &reply, std::string_view client) const;

    RequestHandler &handler() const { return m_handler; }
    Clock &clock() const { return *m_clock; }

private:
    std::optional<Reply> checkAdmission(const HttpRequest &request, Exchange &exchange) const;
    void keep(std::string_view body, Exchange &exchange, Admitted &admitted) const;
    Reply answerOptions(const HttpRequest &request, Exchange &exchange) const;
    Reply answerGet(const HttpRequest &request, Exchange &exchange) const;
    Reply refuse(Exchange &exchange, const Error &error) const;
    Reply forbid(Exchange &exchange, std::string sentence) const;
    Reply unknownResource(Exchange &exchange) const;

    const GatewayOptions m_options;
    RequestHandler &m_handler;
    observe::Metrics &m_metrics;
    observe::RequestLog &m_log;
    const std::shared_ptr<Clock> m_clock;
    const std::unique_ptr<RequestMeters> m_meters;
};

// The first table a request names, found without parsing: for the log only.
std::string_view firstTableName(std::string_view body);

} // namespace stator::endpoint
