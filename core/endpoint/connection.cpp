#include "endpoint/connection.h"

#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace stator::endpoint {

namespace {

constexpr std::size_t kSmallInput = 16u << 10; // an idle connection touches only what its requests filled
constexpr std::size_t kLargeInput = 64u << 10;
constexpr std::size_t kMaxQueuedOutput = 256u << 10; // pipelined replies are written from here on
constexpr std::int64_t kLingerSeconds = 2;
constexpr int kReadsInARow = 16; // then it is other connections' turn

bool isWaiting()
{
    return errno == EAGAIN || errno == EWOULDBLOCK;
}

} // namespace

Connection::Connection(IoThread &thread, Socket socket)
    : m_thread(&thread), m_socket(std::move(socket)), m_client(peerName(m_socket)), m_parser(thread.options().limits)
{
    const int noDelay = 1;
    ::setsockopt(m_socket.descriptor(), IPPROTO_TCP, TCP_NODELAY, &noDelay, sizeof noDelay);
    m_thread->resting().add(1);
    enter(Phase::Idle);
}

Connection::~Connection() = default;

void Connection::serveOn(IoThread &thread)
{
    m_thread = &thread;
    m_wantsRead = true;
    if (!m_thread->loop().add(m_socket, *this)) // which tells at once what is here
        close();
}

bool Connection::leave()
{
    const bool isBetween = m_phase == Phase::Idle || m_phase == Phase::Receiving;
    if (!isBetween || m_isWriting || m_isReadingOn || m_isLast || !m_output.empty())
        return false;
    m_thread->loop().remove(m_socket, *this);
    return true;
}

void Connection::enter(Phase phase)
{
    m_phase = phase;
    const ServerOptions &options = m_thread->options();
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
    m_deadline = m_thread->nowSeconds() + seconds;
}

void Connection::checkTime(std::int64_t now)
{
    if ((m_deadline != 0 && now > m_deadline) || (m_isWriting && now > m_writeDeadline)) {
        close();
        return;
    }
    if (m_phase != Phase::Idle)
        return;
    const std::int64_t idleSince = m_deadline - m_thread->options().idleSeconds;
    if (now - idleSince >= m_thread->options().restSeconds)
        rest();
}

void Connection::rest()
{
    if (m_isResting || m_isWriting || m_inputBegin != m_inputEnd)
        return;
    m_parser.shrink();
    m_output.shrink();
    m_thread->gaveBack(m_inputSize);
    m_input.reset();
    m_inputSize = m_inputBegin = m_inputEnd = 0;
    m_filledInput = false;
    m_exchange.shrink();
    m_isResting = true;
    m_thread->resting().add(1);
}

void Connection::wakeUp()
{
    if (std::exchange(m_isResting, false))
        m_thread->resting().add(-1);
}

bool Connection::hasUnread() const
{
    int bytes = 0;
    return m_inputBegin != m_inputEnd || (::ioctl(m_socket.descriptor(), FIONREAD, &bytes) == 0 && bytes > 0);
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
    wakeUp();
    m_thread->loop().remove(m_socket, *this);
    m_socket.close();
    m_thread->forget(shared_from_this());
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

void Connection::onChange(EventLoop::Change change)
{
    const auto self = shared_from_this();
    m_mayRead = m_mayRead || change.mayRead;
    m_isHungUp = m_isHungUp || change.isHungUp;
    if (m_isWriting && change.mayWrite) {
        m_isWriting = false;
        pump();
    }
    if (m_wantsRead)
        readOn();
}

void Connection::wantRead()
{
    m_wantsRead = true;
    if (m_mayRead && !m_isReadingOn)
        readOn();
}

void Connection::readOn()
{
    m_isReadingOn = true;
    for (int reads = 0; m_wantsRead && m_mayRead && m_phase != Phase::Closed; ++reads) {
        if (reads == kReadsInARow) {
            m_thread->post([weak = weak_from_this()] {
                if (const auto self = weak.lock(); self && self->m_wantsRead)
                    self->wantRead();
            });
            break;
        }
        m_wantsRead = false;
        wakeUp();
        if (!makeRoom()) {
            refuseMalformed(400);
            flush();
            continue;
        }
        const std::size_t room = m_inputSize - m_inputEnd;
        const auto got = ::recv(m_socket.descriptor(), m_input.get() + m_inputEnd, room, 0);
        if (got < 0 && (isWaiting() || errno == EINTR)) {
            m_mayRead = errno == EINTR;
            m_wantsRead = true;
            continue;
        }
        if (got <= 0) { // the client left, or the socket broke: nobody is there to be told
            close();
            break;
        }
        // Fewer bytes than there was room for: the kernel has no more, and will say when it does.
        m_mayRead = static_cast<std::size_t>(got) == room || m_isHungUp;
        onRead(static_cast<std::size_t>(got));
    }
    m_isReadingOn = false;
}

void Connection::onRead(std::size_t bytes)
{
    m_filledInput = m_inputEnd + bytes == m_inputSize;
    m_inputEnd += bytes;
    if (m_phase == Phase::Lingering) {
        m_inputBegin = m_inputEnd = 0;
        m_wantsRead = true;
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
    const Gateway &gateway = m_thread->gateway();
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
    m_thread->gateway().handler().handle(
        admitted.target, admitted.body, admitted.context,
        [weak = weak_from_this(), thread = m_thread->shared_from_this(),
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
    queueReply(m_thread->gateway().finish(m_exchange, std::move(outcome)), m_keepAlive);
}

void Connection::queueReply(Reply reply, bool keepAlive)
{
    enter(Phase::Idle);
    m_isLast = !keepAlive || m_isDraining;
    m_exchange.requestId = m_thread->heads().newRequestId();
    if (!m_isHttp11 && !m_isLast)
        reply.headerLines += "Connection: keep-alive\r\n";
    m_thread->heads().append(m_output.text(), reply, m_exchange.startTime, !m_isLast);
    m_thread->gateway().record(m_exchange, reply, m_client);
    if (reply.hasBody)
        m_output.appendBody(std::move(reply.body));
}

void Connection::refuseMalformed(int status)
{
    const Gateway &gateway = m_thread->gateway();
    m_exchange.begin(gateway.clock().nowMicros(), gateway.clock().monotonicMicros());
    m_isHttp11 = true;
    if (m_thread->options().logger.wants(LogLevel::Debug))
        m_thread->options().logger.debug(m_client + ": what came is not a request, answered " + std::to_string(status));
    m_exchange.errorCode = status == 413 ? "RequestEntityTooLarge" : "BadRequest";
    queueReply(gateway.refuseMalformed(status), false);
    m_mustLinger = true;
}

void Connection::flush()
{
    if (m_isWriting || m_phase == Phase::Closed)
        return;
    while (!m_output.empty()) {
        const std::ptrdiff_t written = send();
        if (written >= 0) {
            m_output.consume(static_cast<std::size_t>(written));
        } else if (isWaiting()) {
            m_isWriting = true;
            m_writeDeadline = m_thread->nowSeconds() + m_thread->options().writeSeconds;
            return;
        } else if (errno != EINTR) {
            close();
            return;
        }
    }
    afterFlush();
}

// As much as the kernel takes.
std::ptrdiff_t Connection::send() const
{
    std::array<std::string_view, OutputQueue::kMaxPieces> pieces;
    const std::size_t count = m_output.gather(pieces);
    if (count == 1)
        return ::send(m_socket.descriptor(), pieces[0].data(), pieces[0].size(), MSG_NOSIGNAL);
    std::array<iovec, OutputQueue::kMaxPieces> buffers;
    for (std::size_t i = 0; i < count; ++i)
        buffers[i] = {const_cast<char *>(pieces[i].data()), pieces[i].size()};
    msghdr message{};
    message.msg_iov = buffers.data();
    message.msg_iovlen = count;
    return ::sendmsg(m_socket.descriptor(), &message, MSG_NOSIGNAL);
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
        wantRead();
}

// Closing a socket with unread bytes resets the connection, and the client would never see the reply.
void Connection::linger()
{
    enter(Phase::Lingering);
    ::shutdown(m_socket.descriptor(), SHUT_WR);
    m_inputBegin = m_inputEnd = 0;
    wantRead();
}

} // namespace stator::endpoint
