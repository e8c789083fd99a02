#include "endpoint/gateway.h"

#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "endpoint/header_text.h"
#include "endpoint/request_meters.h"

namespace stator::endpoint {

namespace {

constexpr std::string_view kAmzJson = "application/x-amz-json-1.0";
constexpr std::string_view kJson = "application/json";
constexpr std::size_t kMostUserAgent = 256;
constexpr std::string_view kControlTargetPrefix = "Stator_20261101.";

// The media type alone, as the literal a reply carries; nothing if it is not one of the API.
std::optional<std::string_view> knownContentType(std::string_view header)
{
    std::string_view type = header.substr(0, header.find(';'));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
        type.remove_suffix(1);
    for (const std::string_view known : {kAmzJson, kJson})
        if (equalsIgnoringCase(type, known))
            return known;
    return std::nullopt;
}

bool isJson(std::string_view body)
{
    simdjson::dom::parser parser;
    return parser.parse(body.data(), body.size()).error() == simdjson::SUCCESS;
}

// Bodies that hold secret keys are nobody's to look at.
bool holdsSecret(std::string_view operation)
{
    return operation.find("AccessKey") != std::string_view::npos;
}

std::string_view afterSpace(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// From behind a member's name: the string that is its value, or the first name in the object that is.
std::string_view stringAfterColon(std::string_view text, bool inObject)
{
    for (const char expected : {':', '{'}) {
        if (expected == '{' && !inObject)
            break;
        text = afterSpace(text);
        if (text.empty() || text.front() != expected)
            return {};
        text.remove_prefix(1);
    }
    text = afterSpace(text);
    if (text.empty() || text.front() != '"')
        return {};
    text.remove_prefix(1);
    const std::size_t end = text.find('"');
    constexpr std::size_t kLongestName = 1024; // a table may be named by its ARN
    return end == std::string_view::npos || end > kLongestName ? std::string_view() : text.substr(0, end);
}

} // namespace

std::string_view firstTableName(std::string_view body)
{
    constexpr std::string_view kTableName = "\"TableName\"";
    constexpr std::string_view kRequestItems = "\"RequestItems\"";
    // An attribute may be called so too, but its value is an object and never a string.
    for (std::size_t at = body.find(kTableName); at != std::string_view::npos; at = body.find(kTableName, at + 1))
        if (const std::string_view name = stringAfterColon(body.substr(at + kTableName.size()), false); !name.empty())
            return name;
    const std::size_t at = body.find(kRequestItems);
    return at == std::string_view::npos ? std::string_view()
                                        : stringAfterColon(body.substr(at + kRequestItems.size()), true);
}

void Exchange::begin(TimeMicros now, std::int64_t monotonic)
{
    startTime = now;
    startMonotonic = monotonic;
    contentType = kAmzJson;
    coding = Coding::Identity;
    corsLines.clear();
    operation.clear();
    table.clear();
    region.clear();
    requestId.clear();
    errorCode.clear();
    inflated.clear();
    userAgent.clear();
    isKept = false;
    keptRequest.clear();
    keptReply.clear();
    bytesIn = 0;
    isHead = false;
}

void Exchange::shrink()
{
    for (std::string *text : {&inflated, &keptRequest, &keptReply})
        std::string().swap(*text);
}

Gateway::Gateway(GatewayOptions options, RequestHandler &handler, observe::Metrics &metrics,
                 observe::RequestLog &log, std::shared_ptr<Clock> clock)
    : m_options(std::move(options)), m_handler(handler), m_metrics(metrics), m_log(log), m_clock(std::move(clock)),
      m_meters(std::make_unique<RequestMeters>(metrics))
{
}

Gateway::~Gateway() = default;

std::optional<Reply> Gateway::checkAdmission(const HttpRequest &request, Exchange &exchange) const
{
    const AdmissionOptions &admission = m_options.admission;
    const std::string_view host = request.header(Header::Host);
    // Browsers always send one; an HTTP/1.0 client need not.
    if ((request.has(Header::Host) || request.isHttp11) && !isHostAllowed(host, admission))
        return forbid(exchange, fmt::format("The host name '{}' is not one of this server's; allow it with "
                                            "--allow-host if it is yours.",
                                            host));
    if (!request.has(Header::Origin))
        return std::nullopt;
    const std::string_view origin = request.header(Header::Origin);
    if (!isOriginAllowed(origin, admission))
        return forbid(exchange, fmt::format("Pages from '{}' may not use this server; allow them with --cors if "
                                            "they are yours.",
                                            origin));
    exchange.corsLines = fmt::format("Access-Control-Allow-Origin: {}\r\n"
                                     "Access-Control-Expose-Headers: x-amzn-RequestId, x-amz-crc32\r\n"
                                     "Vary: Origin\r\n",
                                     origin);
    if (request.header(Header::AmzTarget).substr(0, kControlTargetPrefix.size()) == kControlTargetPrefix)
        return forbid(exchange, "Pages in a browser may not use control operations.");
    return std::nullopt;
}

std::optional<Reply> Gateway::examine(const HttpRequest &request, Exchange &exchange, Admitted &admitted) const
{
    exchange.bytesIn = request.body.size();
    exchange.isHead = request.method == Method::Head;
    exchange.userAgent = request.header(Header::UserAgent).substr(0, kMostUserAgent);
    if (std::optional<Reply> refusal = checkAdmission(request, exchange))
        return refusal;
    if (request.method == Method::Options)
        return answerOptions(request, exchange);
    if (request.method == Method::Get)
        return answerGet(request, exchange);
    const std::optional<std::string_view> contentType = knownContentType(request.header(Header::ContentType));
    // A type matters to who sends something.
    if (request.method != Method::Post || request.path() != "/" || (!contentType && !request.body.empty()))
        return unknownResource(exchange);
    exchange.contentType = contentType.value_or(kAmzJson);
    if (request.has(Header::AcceptEncoding))
        exchange.coding = acceptedCoding(request.header(Header::AcceptEncoding));

    admitted.target = request.header(Header::AmzTarget);
    admitted.body = request.body;
    if (request.has(Header::ContentEncoding) && !request.body.empty()) {
        Result<std::string> inflated =
            decodeBody(request.header(Header::ContentEncoding), request.body, m_options.maxBodyBytes);
        if (!inflated.ok())
            return refuse(exchange, inflated.error());
        exchange.inflated = std::move(*inflated);
        exchange.inflated.reserve(exchange.inflated.size() + kBodyPadding);
        admitted.body = exchange.inflated;
    }
    const bool isKnown = m_handler.knows(admitted.target);
    if (isKnown) {
        exchange.operation = admitted.target.substr(admitted.target.find('.') + 1);
        exchange.table = firstTableName(admitted.body);
        keep(admitted.body, exchange, admitted);
    }
    Result<Credential> credential = readCredential(request);
    if (isKnown && credential.ok() && !admitted.body.empty()) {
        exchange.region = credential->region;
        admitted.context.region = std::move(credential->region);
        admitted.context.accessKeyId = std::move(credential->accessKeyId);
        return std::nullopt;
    }
    // Something is wrong, and bad JSON is told first. When all else is well the handler finds it on its way.
    if (!admitted.body.empty() && !isJson(admitted.body))
        return refuse(exchange, Error::serialization({}));
    if (!isKnown)
        return refuse(exchange, {ErrorCode::UnknownOperation, {}, {}});
    if (!credential.ok())
        return refuse(exchange, credential.error());
    return refuse(exchange, Error::serialization({}));
}

// The body is gone by the time the reply is known.
void Gateway::keep(std::string_view body, Exchange &exchange, Admitted &admitted) const
{
    if (!m_log.keepsBodies(exchange.startTime) || holdsSecret(exchange.operation))
        return;
    exchange.isKept = true;
    // A byte more than the log keeps tells it that there was more.
    exchange.keptRequest = body.substr(0, m_log.mostBodyBytes() + 1);
    if (!exchange.meter || exchange.meter.use_count() > 1)
        exchange.meter = std::make_shared<service::Meter>();
    else
        *exchange.meter = {};
    admitted.context.meter = exchange.meter;
}

Reply Gateway::answerOptions(const HttpRequest &request, Exchange &exchange) const
{
    Reply reply;
    reply.headerLines = exchange.corsLines;
    if (request.has(Header::AccessControlRequestMethod))
        reply.headerLines += fmt::format("Access-Control-Allow-Methods: {}\r\n",
                                         request.header(Header::AccessControlRequestMethod));
    if (request.has(Header::AccessControlRequestHeaders))
        reply.headerLines += fmt::format("Access-Control-Allow-Headers: {}\r\n",
                                         request.header(Header::AccessControlRequestHeaders));
    reply.headerLines += "Access-Control-Max-Age: 172800\r\n";
    return reply;
}

Reply Gateway::answerGet(const HttpRequest &request, Exchange &exchange) const
{
    Reply reply;
    reply.headerLines = exchange.corsLines;
    if (request.path() == "/metrics") {
        reply.contentType = "text/plain; version=0.0.4; charset=utf-8";
        reply.body = m_metrics.render();
    } else {
        reply.contentType = "text/plain";
        reply.body = fmt::format("healthy: dynamodb.{}.amazonaws.com ", m_options.defaultRegion);
    }
    return reply;
}

Reply Gateway::finish(Exchange &exchange, Result<std::string> outcome) const
{
    Reply reply;
    reply.contentType = exchange.contentType;
    reply.headerLines = exchange.corsLines;
    if (outcome.ok()) {
        reply.body = std::move(outcome).value();
    } else {
        ErrorBody error = m_handler.errorBody(outcome.error());
        reply.status = error.status;
        reply.body = std::move(error.json);
        exchange.errorCode = std::move(error.code);
    }
    if (exchange.coding != Coding::Identity && reply.body.size() >= m_options.compressFromBytes) {
        std::string compressed = encodeBody(exchange.coding, reply.body);
        if (exchange.isKept)
            exchange.keptReply = std::move(reply.body);
        reply.body = std::move(compressed);
        reply.contentEncoding = exchange.coding == Coding::Gzip ? "gzip" : "deflate";
    }
    return reply;
}

Reply Gateway::refuse(Exchange &exchange, const Error &error) const
{
    return finish(exchange, Error(error));
}

Reply Gateway::forbid(Exchange &exchange, std::string sentence) const
{
    Reply reply = refuse(exchange, {ErrorCode::AccessDenied, std::move(sentence), {}});
    reply.status = 403;
    reply.hasBody = !exchange.isHead;
    return reply;
}

Reply Gateway::unknownResource(Exchange &exchange) const
{
    Reply reply;
    reply.status = 404;
    reply.headerLines = exchange.corsLines;
    reply.body = "<UnknownOperationException/>\n";
    reply.hasBody = !exchange.isHead;
    exchange.errorCode = "UnknownOperationException";
    return reply;
}

Reply Gateway::refuseMalformed(int status) const
{
    Reply reply;
    reply.status = status;
    return reply;
}

void Gateway::record(const Exchange &exchange, const Reply &reply, std::string_view client) const
{
    const std::int64_t micros = std::max<std::int64_t>(0, m_clock->monotonicMicros() - exchange.startMonotonic);
    m_meters->record(exchange.operation, exchange.errorCode, static_cast<std::uint64_t>(micros), exchange.bytesIn,
                     reply.body.size());
    if (exchange.operation.empty() && exchange.errorCode.empty())
        return; // GET and OPTIONS: not of the API
    observe::RequestView view;
    view.time = exchange.startTime;
    view.operation = exchange.operation;
    view.table = exchange.table;
    view.region = exchange.region;
    view.client = client;
    view.errorCode = exchange.errorCode;
    view.requestId = exchange.requestId;
    view.status = reply.status;
    view.micros = static_cast<std::uint32_t>(std::min<std::int64_t>(micros, 0xffff'ffff));
    view.bytesIn = exchange.bytesIn;
    view.bytesOut = reply.body.size();
    view.userAgent = exchange.userAgent;
    if (exchange.isKept) {
        view.hasBodies = true;
        view.requestBody = exchange.keptRequest;
        view.responseBody = exchange.keptReply.empty() ? std::string_view(reply.body) : exchange.keptReply;
        view.consumedCapacity = exchange.meter->consumedCapacity;
        view.capacityUnits = exchange.meter->capacityUnits;
    }
    m_log.add(view);
}

} // namespace stator::endpoint
