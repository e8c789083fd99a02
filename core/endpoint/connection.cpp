#include "endpoint/connection.h"

#include <boost/asio/buffer.hpp>

namespace stator::endpoint {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t kSmallInput = 16u << 10; // an idle connection touches only what its requests filled
constexpr std::size_t kLargeInput = 64u << 10;
constexpr std::size_t kMaxQueuedOutput = 256u << 10; // pipelined replies are written from here on
constexpr std::int64_t kLingerSeconds = 2;

bool isWaiting(const error_code &error)
{
    return error == asio::error::would_block || error == asio::error::try_again;
}

std::string nameOf(const IoThread::Socket &socket)
{
    error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error)
        return {};
    const std::string address = peer.address().to_string();
    return (peer.address().is_v6() ? "[" + address + "]" : address) + ":" + std::to_string(peer.port());
}

} // namespace

Connection::Connection(IoThread &thread, IoThread::Socket socket)
    : m_thread(thread), m_socket(std::move(socket)), m_client(nameOf(m_socket)), m_parser(thread.options().limits)
{
}

Connection::~Connection() = default;

void Connection::start()
{
    error_code ignored;
    m_socket.non_blocking(true, ignored);
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    enter(Phase::Idle);
    awaitClient();
}

void Connection::enter(Phase phase)
{
    m_phase = phase;
    const ServerOptions &options = m_thread.options();
    std::int64_t seconds = 0;
    switch (phase) {
    case Phase::Idle:
        seconds = options.idleSeconds;
        break;
    case Phase::Receiving:
        seconds = options.requestSeconds;
        break;
    case Phase::Lingering:
        seconds = kLingerSeconds;
        break;
    case Phase::Answering:
    case Phase::Closed:
        m_deadline = 0;
        return;
    }
    m_deadline = m_thread.nowSeconds() + seconds;
}

void Connection::checkTime(std::int64_t now)
{
    if ((m_deadline != 0 && now > m_deadline) || (m_isWriting && now > m_writeDeadline)) {
        close();
        return;
    }
    if (m_phase != Phase::Idle)
        return;
    const std::int64_t idleSince = m_deadline - m_thread.options().idleSeconds;
    if (now - idleSince >= m_thread.options().restSeconds)
        rest();
}

// A read that is under way keeps its buffer, so it is taken back, and a wait that needs none put in its place.
// Connections in use never come here: a read tries the socket at once, where a wait asks the poller first.
void Connection::rest()
{
    m_parser.shrink();
    m_output.shrink();
    if (!m_isReading || m_isResting || m_isWriting || m_inputBegin != m_inputEnd)
        return;
    m_goesToRest = true;
    error_code ignored;
    m_socket.cancel(ignored);
}

void Connection::awaitClient()
{
    m_thread.gaveBack(m_inputSize);
    m_input.reset();
    m_inputSize = m_inputBegin = m_inputEnd = 0;
    m_filledInput = false;
    std::string().swap(m_exchange.inflated);
    m_isReading = m_isResting = true;
    m_thread.resting().add(1);
    m_socket.async_wait(asio::ip::tcp::socket::wait_read,
                        [self = shared_from_this()](const error_code &error) { self->onClient(error); });
}

void Connection::onClient(const error_code &error)
{
    if (m_phase == Phase::Closed)
        return;
    m_isReading = m_isResting = false;
    m_thread.resting().add(-1);
    if (error)
        close();
    else
        armRead();
}

bool Connection::hasUnread() const
{
    error_code error;
    return m_inputBegin != m_inputEnd || (m_socket.available(error) > 0 && !error);
}

void Connection::drain()
{
    m_isDraining = true;
    if (m_phase == Phase::Idle && m_output.empty() && !hasUnread())
        close();
}

void Connection::close()
{
    if (m_phase == Phase::Closed)
        return;
    enter(Phase::Closed);
    if (m_isResting)
        m_thread.resting().add(-1);
    error_code ignored;
    m_socket.close(ignored);
    m_thread.forget(shared_from_this());
}

// Room for at least one byte; false if a request head takes more than any may.
bool Connection::makeRoom()
{
    if (m_inputBegin == m_inputEnd) {
        m_inputBegin = m_inputEnd = 0;
        const bool isWide = m_inputSize == kLargeInput;
        if (m_inputSize == 0 || (isWide && m_phase == Phase::Idle && m_exchange.bytesIn < kSmallInput))
            resizeInput(kSmallInput);
        else if (!isWide && m_filledInput)
            resizeInput(kLargeInput); // the rest of a large body comes in fewer reads
        return true;
    }
    if (m_inputSize > m_inputEnd)
        return true;
    if (m_inputBegin > 0) {
        std::memmove(m_input.get(), m_input.get() + m_inputBegin, m_inputEnd - m_inputBegin);
        m_inputEnd -= m_inputBegin;
        m_inputBegin = 0;
        return true;
    }
    if (m_inputSize == kLargeInput)
        return false;
    resizeInput(kLargeInput);
    return true;
}

void Connection::resizeInput(std::size_t size)
{
    // Not filled with anything: pages that no request reaches cost nothing.
    auto input = std::unique_ptr<char[]>(new char[size + kBodyPadding]);
    std::memset(input.get() + size, 0, kBodyPadding);
    if (m_inputEnd > 0)
        std::memcpy(input.get(), m_input.get(), m_inputEnd);
    m_input = std::move(input);
    m_inputSize = size;
}

void Connection::armRead()
{
    if (m_isReading || m_phase == Phase::Closed)
        return;
    if (!makeRoom()) {
        refuseMalformed(400);
        flush();
        return;
    }
    m_isReading = true;
    m_socket.async_read_some(asio::buffer(m_input.get() + m_inputEnd, m_inputSize - m_inputEnd),
                             [self = shared_from_this()](const error_code &error, std::size_t bytes) {
                                 self->onRead(error, bytes);
                             });
}

void Connection::onRead(const error_code &error, std::size_t bytes)
{
    m_isReading = false;
    const bool goesToRest = std::exchange(m_goesToRest, false);
    if (m_phase == Phase::Closed)
        return;
    if (goesToRest && error == asio::error::operation_aborted) {
        awaitClient();
        return;
    }
    if (error) { // the client left, or the socket broke: nobody is there to be told
        close();
        return;
    }
    m_filledInput = m_inputEnd + bytes == m_inputSize;
    m_inputEnd += bytes;
    if (m_phase == Phase::Lingering) {
        m_inputBegin = m_inputEnd = 0;
        armRead();
        return;
    }
    pump();
}

bool Connection::mayTakeUp() const
{
    return !m_isLast && !m_isWriting && (m_phase == Phase::Idle || m_phase == Phase::Receiving);
}

void Connection::pump()
{
    bool hasMore = true;
    do {
        while (mayTakeUp() && m_output.sizeBytes() < kMaxQueuedOutput && (hasMore = takeUpNext())) {
        }
        flush();
    } while (hasMore && mayTakeUp());
}

// False if there is not a whole request here.
bool Connection::takeUpNext()
{
    if (m_inputBegin == m_inputEnd)
        return false;
    if (m_phase == Phase::Idle)
        enter(Phase::Receiving);
    m_inputBegin += m_parser.feed({m_input.get() + m_inputBegin, m_inputEnd - m_inputBegin});
    switch (m_parser.state()) {
    case ParseState::NeedMore:
        if (m_parser.takeContinue())
            m_output.text() += "HTTP/1.1 100 Continue\r\n\r\n";
        return false;
    case ParseState::Malformed:
        refuseMalformed(400);
        return false;
    case ParseState::BodyTooLarge:
        refuseMalformed(413);
        return false;
    case ParseState::Complete:
        answerRequest();
        return true;
    }
    return false;
}

void Connection::answerRequest()
{
    const Gateway &gateway = m_thread.gateway();
    const HttpRequest &request = m_parser.request();
    m_exchange.begin(gateway.clock().nowMicros(), gateway.clock().monotonicMicros());
    m_keepAlive = request.keepAlive;
    m_isHttp11 = request.isHttp11;
    Admitted admitted;
    if (std::optional<Reply> reply = gateway.examine(request, m_exchange, admitted)) {
        m_parser.next();
        queueReply(std::move(*reply), m_keepAlive);
        return;
    }
    askHandler(admitted);
}

void Connection::askHandler(const Admitted &admitted)
{
    enter(Phase::Answering);
    m_isAsking = true;
    // An answer that comes while we ask is taken up when the handler returns. Any other goes the long way
    // round, even one on this thread: it then comes from inside another connection's request.
    m_thread.gateway().handler().handle(
        admitted.target, admitted.body, admitted.context,
        [weak = weak_from_this(), thread = m_thread.shared_from_this(),
         asker = std::this_thread::get_id()](Result<std::string> outcome) mutable {
            if (std::this_thread::get_id() == asker)
                if (const auto connection = weak.lock(); connection && connection->m_isAsking) {
                    connection->m_outcome.emplace(std::move(outcome));
                    return;
                }
            thread->post([weak = std::move(weak), outcome = std::move(outcome)]() mutable {
                if (const auto connection = weak.lock()) {
                    connection->onOutcome(std::move(outcome));
                    connection->pump();
                }
            });
        });
    m_isAsking = false;
    m_parser.next();
    if (m_outcome) {
        Result<std::string> outcome = std::move(*m_outcome);
        m_outcome.reset();
        onOutcome(std::move(outcome));
    }
}

void Connection::onOutcome(Result<std::string> outcome)
{
    if (m_phase != Phase::Answering)
        return; // closed meanwhile
    queueReply(m_thread.gateway().finish(m_exchange, std::move(outcome)), m_keepAlive);
}

void Connection::queueReply(Reply reply, bool keepAlive)
{
    enter(Phase::Idle);
    m_isLast = !keepAlive || m_isDraining;
    m_exchange.requestId = m_thread.heads().newRequestId();
    if (!m_isHttp11 && !m_isLast)
        reply.headerLines += "Connection: keep-alive\r\n";
    m_thread.heads().append(m_output.text(), reply, m_exchange.startTime, !m_isLast);
    m_thread.gateway().record(m_exchange, reply, m_client);
    if (reply.hasBody)
        m_output.appendBody(std::move(reply.body));
}

void Connection::refuseMalformed(int status)
{
    const Gateway &gateway = m_thread.gateway();
    m_exchange.begin(gateway.clock().nowMicros(), gateway.clock().monotonicMicros());
    m_isHttp11 = true;
    if (m_thread.options().logger.wants(LogLevel::Debug))
        m_thread.options().logger.debug(m_client + ": what came is not a request, answered " + std::to_string(status));
    m_exchange.errorCode = status == 413 ? "RequestEntityTooLarge" : "BadRequest";
    queueReply(gateway.refuseMalformed(status), false);
    m_mustLinger = true;
}

void Connection::flush()
{
    if (m_isWriting || m_phase == Phase::Closed)
        return;
    while (!m_output.empty()) {
        std::array<std::string_view, OutputQueue::kMaxPieces> pieces;
        std::array<asio::const_buffer, OutputQueue::kMaxPieces> buffers;
        const std::size_t count = m_output.gather(pieces);
        for (std::size_t i = 0; i < count; ++i)
            buffers[i] = asio::const_buffer(pieces[i].data(), pieces[i].size());
        error_code error;
        const std::size_t written =
            m_socket.write_some(std::span<const asio::const_buffer>(buffers.data(), count), error);
        if (isWaiting(error)) {
            m_isWriting = true;
            m_writeDeadline = m_thread.nowSeconds() + m_thread.options().writeSeconds;
            m_socket.async_wait(asio::ip::tcp::socket::wait_write,
                                [self = shared_from_this()](const error_code &e) { self->onWritable(e); });
            return;
        }
        if (error) {
            close();
            return;
        }
        m_output.consume(written);
    }
    afterFlush();
}

void Connection::onWritable(const error_code &error)
{
    m_isWriting = false;
    if (m_phase == Phase::Closed)
        return;
    if (error) {
        close();
        return;
    }
    pump();
}

void Connection::afterFlush()
{
    if (m_phase != Phase::Idle && m_phase != Phase::Receiving)
        return;
    if (m_isLast && (m_mustLinger || hasUnread()))
        linger();
    else if (m_isLast)
        close();
    else if (m_isDraining && m_phase == Phase::Idle && !hasUnread())
        close();
    else if (m_inputBegin == m_inputEnd || m_phase == Phase::Receiving)
        armRead();
}

// Closing a socket with unread bytes resets the connection, and the client would never see the reply.
void Connection::linger()
{
    enter(Phase::Lingering);
    error_code ignored;
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    m_inputBegin = m_inputEnd = 0;
    armRead();
}

} // namespace stator::endpoint
