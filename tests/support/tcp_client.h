// A plain blocking client: what tests of sockets need, and nothing that a library would do for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace stator::test {

class TcpClient {
public:
    explicit TcpClient(std::uint16_t port)
    {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        const timeval patience{20, 0}; // a hang becomes a failure
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        const int on = 1;
        ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    ~TcpClient() { ::close(m_fd); }
    TcpClient(const TcpClient &) = delete;
    TcpClient &operator=(const TcpClient &) = delete;

    bool isConnected() const { return m_isConnected; }

    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void finishSending() { ::shutdown(m_fd, SHUT_WR); }

    // One reply with its Content-Length, head and body; empty if the connection ends before.
    std::string readReply()
    {
        while (true) {
            const std::size_t end = m_buffer.find("\r\n\r\n");
            if (end != std::string::npos) {
                std::size_t size = end + 4;
                const std::size_t length = m_buffer.find("Content-Length: ");
                if (length < end)
                    size += std::stoul(m_buffer.substr(length + 16));
                if (m_buffer.size() >= size) {
                    std::string reply = m_buffer.substr(0, size);
                    m_buffer.erase(0, size);
                    return reply;
                }
            }
            if (!receive())
                return {};
        }
    }

    // Everything up to the end of the connection.
    std::string readToEnd()
    {
        while (receive()) {
        }
        return std::exchange(m_buffer, {});
    }

private:
    bool receive()
    {
        char block[65536];
        const ssize_t got = ::recv(m_fd, block, sizeof block, 0);
        if (got <= 0)
            return false;
        m_buffer.append(block, static_cast<std::size_t>(got));
        return true;
    }

    int m_fd = -1;
    bool m_isConnected = false;
    std::string m_buffer;
};

} // namespace stator::test
