#include "endpoint/socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stator::endpoint {

void Socket::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

std::string peerName(const Socket &socket)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    char text[INET6_ADDRSTRLEN] = {};
    if (::getpeername(socket.descriptor(), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    if (address.ss_family == AF_INET6) {
        const auto &peer = reinterpret_cast<const sockaddr_in6 &>(address);
        ::inet_ntop(AF_INET6, &peer.sin6_addr, text, sizeof text);
        return "[" + std::string(text) + "]:" + std::to_string(ntohs(peer.sin6_port));
    }
    const auto &peer = reinterpret_cast<const sockaddr_in &>(address);
    ::inet_ntop(AF_INET, &peer.sin_addr, text, sizeof text);
    return std::string(text) + ":" + std::to_string(ntohs(peer.sin_port));
}

} // namespace stator::endpoint
