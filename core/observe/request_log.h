// The RequestLog keeps the latest requests, for the window's request view and for ListRequests.
//
// Threads: every method from any thread. add() copies into a slot whose strings keep their room, so a
// steady flow allocates nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace stator::observe {

// What happened to one request, as views for add().
struct RequestView {
    TimeMicros time = 0; // when its last byte had arrived
    std::string_view operation;
    std::string_view table; // the first one it names
    std::string_view region;
    std::string_view client; // address and port
    std::string_view errorCode; // empty if it succeeded
    std::string_view requestId;
    int status = 200;
    std::uint32_t micros = 0;
    std::uint64_t bytesIn = 0; // of the bodies
    std::uint64_t bytesOut = 0;
};

struct RequestRecord {
    std::uint64_t position = 0;
    TimeMicros time = 0;
    std::string operation;
    std::string table;
    std::string region;
    std::string client;
    std::string errorCode;
    std::string requestId;
    int status = 200;
    std::uint32_t micros = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
};

struct RequestPage {
    std::vector<RequestRecord> requests; // oldest first
    std::uint64_t next = 0;              // ask from here the next time
    std::uint64_t dropped = 0;           // requests that were overwritten before they were asked for
};

class RequestLog {
public:
    explicit RequestLog(std::size_t capacity = 4096);

    void add(const RequestView &request);

    // At most `limit` requests from `position` on; positions start at 0 and grow by one a request.
    RequestPage since(std::uint64_t position, std::size_t limit = 1024) const;
    std::uint64_t position() const;

private:
    const std::size_t m_capacity;

    mutable std::mutex m_mutex; // guards what follows
    std::vector<RequestRecord> m_slots; // by position modulo capacity; grows to capacity
    std::uint64_t m_end = 0;
};

} // namespace stator::observe
