// A tiny HTTP server with scripted replies: the other side of what the core sends.
//
// Each connection gets one reply and is closed. Threads: one of its own; `requests()` from any.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stator::test {

class HttpStandIn {
public:
    // Makes the whole reply, status line first, of a whole request; an empty one leaves the client without.
    using Answer = std::function<std::string(const std::string &request)>;

    explicit HttpStandIn(Answer answer) : m_answer(std::move(answer))
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 64) != 0
            || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0
            || ::pipe2(m_wake, O_CLOEXEC) != 0)
            return;
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { run(); });
    }
    ~HttpStandIn()
    {
        ::close(m_wake[1]);
        if (m_thread.joinable())
            m_thread.join();
        for (const int silent : m_silent)
            ::close(silent);
        ::close(m_wake[0]);
        ::close(m_listener);
    }
    HttpStandIn(const HttpStandIn &) = delete;
    HttpStandIn &operator=(const HttpStandIn &) = delete;

    std::string url(const std::string &path = "/") const
    {
        return "http://127.0.0.1:" + std::to_string(m_port) + path;
    }
    std::vector<std::string> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    static std::string reply(int status, const std::string &body, const std::string &headerLines = {})
    {
        return "HTTP/1.1 " + std::to_string(status) + " Reply\r\nContent-Length: " + std::to_string(body.size())
               + "\r\nConnection: close\r\n" + headerLines + "\r\n" + body;
    }

private:
    void run()
    {
        while (true) {
            pollfd waits[2] = {{m_listener, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
            if (::poll(waits, 2, -1) < 0 || waits[1].revents != 0)
                return;
            const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (client >= 0)
                serve(client);
        }
    }
    void serve(int client)
    {
        std::string request;
        char block[65536];
        while (!isWhole(request)) {
            const ssize_t got = ::recv(client, block, sizeof block, 0);
            if (got <= 0)
                break;
            request.append(block, static_cast<std::size_t>(got));
        }
        {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(request);
        }
        const std::string reply = m_answer(request);
        if (reply.empty()) {
            m_silent.push_back(client);
            return;
        }
        std::size_t sent = 0;
        while (sent < reply.size()) {
            const ssize_t count = ::send(client, reply.data() + sent, reply.size() - sent, MSG_NOSIGNAL);
            if (count <= 0)
                break;
            sent += static_cast<std::size_t>(count);
        }
        ::close(client);
    }
    static bool isWhole(const std::string &request)
    {
        const std::size_t head = request.find("\r\n\r\n");
        if (head == std::string::npos)
            return false;
        const std::size_t length = request.find("Content-Length: ");
        return request.size() >= head + 4 + (length < head ? std::stoul(request.substr(length + 16)) : 0);
    }

    const Answer m_answer;
    int m_listener = -1;
    int m_wake[2] = {-1, -1};
    std::uint16_t m_port = 0;
    std::thread m_thread;
    std::vector<int> m_silent; // connections that get no reply

    mutable std::mutex m_mutex; // guards what follows
    std::vector<std::string> m_requests;
};

} // namespace stator::test
