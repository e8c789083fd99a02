// A Socket owns a descriptor of the kernel's: of a connection, or of what an event loop waits with.
#pragma once

#include <string>
#include <utility>

namespace stator::endpoint {

class Socket {
public:
    Socket() = default;
    explicit Socket(int descriptor) : m_descriptor(descriptor) {}
    Socket(Socket &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    Socket &operator=(Socket &&other) noexcept
    {
        if (this != &other) {
            close();
            m_descriptor = std::exchange(other.m_descriptor, -1);
        }
        return *this;
    }
    ~Socket() { close(); }

    void close();
    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

// The other end's address and port: 127.0.0.1:54321, [::1]:54321. Empty if it is gone.
std::string peerName(const Socket &socket);

} // namespace stator::endpoint
