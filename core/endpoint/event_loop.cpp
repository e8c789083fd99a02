#include "endpoint/event_loop.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <optional>
#include <string>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/round.h"

namespace stator::endpoint {

EventLoop::EventLoop(Task tick, Logger logger) : m_tick(std::move(tick)), m_logger(std::move(logger)) {}

EventLoop::~EventLoop() = default;

Result<void> EventLoop::open()
{
    m_epoll = Socket(::epoll_create1(EPOLL_CLOEXEC));
    m_wake = Socket(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    m_timer = Socket(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
    for (const Socket *own : {&m_wake, &m_timer}) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = const_cast<Socket *>(own);
        if (!m_epoll.isOpen() || ::epoll_ctl(m_epoll.descriptor(), EPOLL_CTL_ADD, own->descriptor(), &event) != 0)
            return Error::io(std::string("Cannot wait for connections: ") + std::strerror(errno));
    }
    return {};
}

bool EventLoop::add(const Socket &socket, Watcher &watcher)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &watcher;
    return ::epoll_ctl(m_epoll.descriptor(), EPOLL_CTL_ADD, socket.descriptor(), &event) == 0;
}

void EventLoop::remove(const Socket &socket, Watcher &watcher)
{
    ::epoll_ctl(m_epoll.descriptor(), EPOLL_CTL_DEL, socket.descriptor(), nullptr);
    for (int i = 0; i < m_readyCount; ++i)
        if (m_ready[static_cast<std::size_t>(i)] == &watcher)
            m_ready[static_cast<std::size_t>(i)] = nullptr;
}

void EventLoop::setTicking(bool isTicking)
{
    itimerspec every{};
    every.it_value.tv_sec = every.it_interval.tv_sec = isTicking ? 1 : 0;
    ::timerfd_settime(m_timer.descriptor(), 0, &every, nullptr);
}

void EventLoop::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_posted.push_back(std::move(task));
        if (m_hasPosted.exchange(true))
            return; // it was woken already, or will look before it waits
    }
    if (m_threadId.load() != std::this_thread::get_id())
        wake();
}

void EventLoop::wake()
{
    const std::uint64_t one = 1;
    // It can only fail when the count is at its end, and then the loop wakes anyway.
    [[maybe_unused]] const auto written = ::write(m_wake.descriptor(), &one, sizeof one);
}

void EventLoop::stop()
{
    m_isStopping.store(true);
    wake();
}

// Memory ran out in one request: the others go on.
template <class F>
void EventLoop::guarded(F &&function)
{
    try {
        function();
    } catch (const std::exception &exception) {
        m_logger.error(std::string("a request failed: ") + exception.what());
    }
}

void EventLoop::run()
{
    m_threadId.store(std::this_thread::get_id());
    std::array<epoll_event, kMaxReady> events;
    while (!m_isStopping.load()) {
        const int count =
            ::epoll_wait(m_epoll.descriptor(), events.data(), kMaxReady, m_hasPosted.load() ? 0 : -1);
        STATOR_ASSERT(count >= 0 || errno == EINTR);
        m_readyCount = std::max(count, 0);
        for (int i = 0; i < m_readyCount; ++i)
            m_ready[static_cast<std::size_t>(i)] = static_cast<Watcher *>(events[static_cast<std::size_t>(i)].data.ptr);
        // Alone, a request has nothing to wait for.
        std::optional<Round> round;
        if (m_readyCount > 1)
            round.emplace();
        for (int i = 0; i < m_readyCount; ++i)
            if (m_ready[static_cast<std::size_t>(i)])
                guarded([&] { handle(events[static_cast<std::size_t>(i)]); });
        m_readyCount = 0;
        if (round)
            guarded([&] { round->end(); });
        runPosted();
    }
}

void EventLoop::handle(const epoll_event &event)
{
    std::uint64_t count = 0;
    if (event.data.ptr == &m_wake) {
        [[maybe_unused]] const auto got = ::read(m_wake.descriptor(), &count, sizeof count);
        return;
    }
    if (event.data.ptr == &m_timer) {
        if (::read(m_timer.descriptor(), &count, sizeof count) > 0)
            m_tick();
        return;
    }
    Change change;
    change.isHungUp = (event.events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    change.mayRead = change.isHungUp || (event.events & EPOLLIN) != 0;
    change.mayWrite = (event.events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0;
    static_cast<Watcher *>(event.data.ptr)->onChange(change);
}

// Those that come meanwhile have their turn after the sockets'.
void EventLoop::runPosted()
{
    if (!m_hasPosted.load())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_running.swap(m_posted);
        m_hasPosted.store(false);
    }
    for (Task &task : m_running)
        guarded(task);
    m_running.clear();
}

} // namespace stator::endpoint
