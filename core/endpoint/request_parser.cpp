#include "endpoint/request_parser.h"

// Beast 1.81 asserts that five bytes of a final chunk are there when it comes back to it; of an empty body
// four may be. Nothing is read beyond them, so only the assertion is wrong.
#define BOOST_DISABLE_ASSERTS
#include <boost/beast/http/basic_parser.hpp>

#include "base/assert.h"

namespace stator::endpoint {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using BeastError = boost::beast::error_code;

namespace {

std::string_view toStd(beast::string_view text)
{
    return {text.data(), text.size()};
}

Method toMethod(http::verb verb)
{
    switch (verb) {
    case http::verb::get:
        return Method::Get;
    case http::verb::head:
        return Method::Head;
    case http::verb::post:
        return Method::Post;
    case http::verb::options:
        return Method::Options;
    default:
        return Method::Other;
    }
}

std::optional<Header> toHeader(http::field field, beast::string_view name)
{
    switch (field) {
    case http::field::host:
        return Header::Host;
    case http::field::origin:
        return Header::Origin;
    case http::field::content_type:
        return Header::ContentType;
    case http::field::content_encoding:
        return Header::ContentEncoding;
    case http::field::accept_encoding:
        return Header::AcceptEncoding;
    case http::field::authorization:
        return Header::Authorization;
    case http::field::date:
        return Header::Date;
    case http::field::access_control_request_method:
        return Header::AccessControlRequestMethod;
    case http::field::access_control_request_headers:
        return Header::AccessControlRequestHeaders;
    case http::field::user_agent:
        return Header::UserAgent;
    case http::field::unknown:
        if (beast::iequals(name, "x-amz-target"))
            return Header::AmzTarget;
        if (beast::iequals(name, "x-amz-date"))
            return Header::AmzDate;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

// Lists may come in several lines; any other header we rely on must be there once, or two readers of the
// same request could see two different ones.
bool mayRepeat(Header header)
{
    return header == Header::AcceptEncoding || header == Header::AccessControlRequestHeaders ||
           header == Header::UserAgent;
}

} // namespace

// What Beast reports is kept as offsets into one string, since it arrives in pieces and the string grows.
class RequestParser::Impl {
public:
    struct Span {
        std::size_t offset = 0;
        std::size_t size = 0;
        bool isThere = false;
    };

    class Message final : public http::basic_parser<true> {
    public:
        explicit Message(Impl &owner) : m_owner(owner)
        {
            eager(true);
            header_limit(static_cast<std::uint32_t>(owner.limits.requestLineBytes + owner.limits.headerBytes));
            body_limit(owner.limits.bodyBytes);
        }

    private:
        void on_request_impl(http::verb verb, beast::string_view method, beast::string_view path, int version,
                             BeastError &ec) override
        {
            if (method.size() + path.size() + sizeof("  HTTP/1.1\r") > m_owner.limits.requestLineBytes) {
                ec = http::error::header_limit;
                return;
            }
            m_owner.request.method = toMethod(verb);
            m_owner.request.isHttp11 = version == 11;
            m_owner.target = m_owner.keep(toStd(path));
        }
        void on_response_impl(int, beast::string_view, int, BeastError &) override {}
        void on_field_impl(http::field field, beast::string_view name, beast::string_view value,
                           BeastError &ec) override
        {
            if (m_owner.isHeadDone) // a trailer: nothing we rely on may come this late
                return;
            m_owner.headerBytes += name.size() + value.size() + sizeof(": \r");
            if (m_owner.headerBytes > m_owner.limits.headerBytes) {
                ec = http::error::header_limit;
                return;
            }
            // Beast reads over codings it does not know, and would take the body for the next request.
            if (field == http::field::transfer_encoding && !beast::iequals(value, "chunked")) {
                ec = http::error::bad_transfer_encoding;
                return;
            }
            if (field == http::field::expect && beast::iequals(value, "100-continue"))
                m_owner.wantsContinue = true;
            const std::optional<Header> header = toHeader(field, name);
            if (!header)
                return;
            Span &span = m_owner.spans[static_cast<std::size_t>(*header)];
            if (span.isThere && !mayRepeat(*header)) {
                ec = http::error::bad_field;
                return;
            }
            if (span.isThere) {
                std::string joined = m_owner.text.substr(span.offset, span.size);
                joined += ", ";
                joined += toStd(value);
                span = m_owner.keep(joined);
                return;
            }
            span = m_owner.keep(toStd(value));
        }
        void on_header_impl(BeastError &) override { m_owner.isHeadDone = true; }
        void on_body_init_impl(boost::optional<std::uint64_t> const &contentLength, BeastError &) override
        {
            m_owner.expectedBody = contentLength ? static_cast<std::size_t>(*contentLength) : 0;
        }
        std::size_t on_body_impl(beast::string_view bytes, BeastError &) override
        {
            m_owner.takeBody(toStd(bytes));
            return bytes.size();
        }
        void on_chunk_header_impl(std::uint64_t, beast::string_view, BeastError &) override {}
        std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, BeastError &) override
        {
            m_owner.takeBody(toStd(bytes));
            return bytes.size();
        }
        void on_finish_impl(BeastError &) override {}

        Impl &m_owner;
    };

    explicit Impl(ParserLimits l) : limits(l) { begin(); }

    void begin()
    {
        text.clear();
        body.clear();
        spans = {};
        target = {};
        request = {};
        bodyInPlace = {};
        expectedBody = headerBytes = 0;
        isHeadDone = wantsContinue = hasBytes = false;
        state = ParseState::NeedMore;
        message.emplace(*this);
    }

    Span keep(std::string_view value)
    {
        const Span span{text.size(), value.size(), true};
        text.append(value);
        return span;
    }

    // A body that lies whole in the caller's buffer stays there; one that comes in pieces is put together.
    void takeBody(std::string_view bytes)
    {
        wantsContinue = false;
        if (body.empty() && expectedBody != 0 && bytes.size() == expectedBody) {
            bodyInPlace = bytes;
            return;
        }
        if (body.empty() && expectedBody != 0)
            body.reserve(std::min<std::size_t>(expectedBody, 1u << 20) + kBodyPadding);
        body.append(bytes);
    }

    void complete()
    {
        const std::string_view all = text;
        request.keepAlive = message->keep_alive();
        request.target = all.substr(target.offset, target.size);
        for (std::size_t i = 0; i < kHeaderCount; ++i)
            request.headers[i] =
                spans[i].isThere ? all.substr(spans[i].offset, spans[i].size) : std::string_view();
        if (bodyInPlace.data() != nullptr) {
            request.body = bodyInPlace;
        } else {
            body.reserve(body.size() + kBodyPadding);
            request.body = body;
        }
        wantsContinue = false;
        state = ParseState::Complete;
    }

    const ParserLimits limits;
    ParseState state = ParseState::NeedMore;
    HttpRequest request;
    std::string text; // target and header values, one after another
    Span target;
    std::array<Span, kHeaderCount> spans{};
    std::string body;
    std::string_view bodyInPlace;
    std::size_t expectedBody = 0;
    std::size_t headerBytes = 0;
    bool isHeadDone = false;
    bool wantsContinue = false;
    bool hasBytes = false;
    std::optional<Message> message;
};

RequestParser::RequestParser(ParserLimits limits) : m_impl(std::make_unique<Impl>(limits)) {}
RequestParser::~RequestParser() = default;

std::size_t RequestParser::feed(std::string_view bytes)
{
    STATOR_ASSERT(m_impl->state == ParseState::NeedMore);
    if (bytes.empty())
        return 0;
    m_impl->hasBytes = true;
    BeastError ec;
    const std::size_t used = m_impl->message->put(boost::asio::const_buffer(bytes.data(), bytes.size()), ec);
    if (ec == http::error::body_limit)
        m_impl->state = ParseState::BodyTooLarge;
    else if (ec && ec != http::error::need_more)
        m_impl->state = ParseState::Malformed;
    else if (m_impl->message->is_done())
        m_impl->complete();
    return used;
}

void RequestParser::next()
{
    m_impl->begin();
}

void RequestParser::shrink()
{
    if (isAtStart()) {
        std::string().swap(m_impl->body); // an assignment keeps the room
        std::string().swap(m_impl->text);
    }
}

ParseState RequestParser::state() const
{
    return m_impl->state;
}

const HttpRequest &RequestParser::request() const
{
    STATOR_ASSERT(m_impl->state == ParseState::Complete);
    return m_impl->request;
}

bool RequestParser::takeContinue()
{
    if (!m_impl->isHeadDone)
        return false;
    return std::exchange(m_impl->wantsContinue, false);
}

bool RequestParser::isAtStart() const
{
    return !m_impl->hasBytes;
}

} // namespace stator::endpoint
