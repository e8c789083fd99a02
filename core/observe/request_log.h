// The RequestLog keeps the latest requests, for the window's request view and for ListRequests.
//
// Bodies are kept only while somebody looks (keepBodiesUntil), in one block of fixed size: nothing is allocated
// for them, and a server that nobody watches does not copy a byte.
//
// Threads: every method from any thread. add() copies into a slot whose strings keep their room, so a
// steady flow allocates nothing.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "observe/body_ring.h"

namespace stator::observe {

// What happened to one request, as views for add().
struct RequestView {
    TimeMicros time = 0; // when its last byte had arrived
    std::string_view operation;
    std::string_view table; // the first one it names
    std::string_view region;
    std::string_view client; // address and port
    std::string_view userAgent;
    std::string_view errorCode; // empty if it succeeded
    std::string_view requestId;
    int status = 200;
    std::uint32_t micros = 0;
    std::uint64_t bytesIn = 0; // of the bodies
    std::uint64_t bytesOut = 0;

    // Looked at only while bodies are kept.
    bool hasBodies = false; // false where they hold a secret, or were not at hand
    std::string_view requestBody;
    std::string_view responseBody;
    std::string_view consumedCapacity; // {"ConsumedCapacity":[…]}
    double capacityUnits = -1;         // below 0: not known
};

struct RequestRecord {
    std::uint64_t position = 0;
    TimeMicros time = 0;
    std::string operation;
    std::string table;
    std::string region;
    std::string client;
    std::string userAgent;
    std::string errorCode;
    std::string requestId;
    int status = 200;
    std::uint32_t micros = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    double capacityUnits = -1;
};

// Bodies as text, without compression. Each is cut at RequestLogOptions::mostBodyBytes.
struct RequestBodies {
    std::string request;
    std::string response;
    std::string consumedCapacity;
    bool isRequestCut = false;
    bool isResponseCut = false;
};

struct RequestPage {
    std::vector<RequestRecord> requests; // oldest first
    std::uint64_t next = 0;              // ask from here the next time
    std::uint64_t dropped = 0;           // requests that were overwritten before they were asked for
};

struct RequestLogOptions {
    std::size_t capacity = 4096;            // requests
    std::size_t bodyRingBytes = 32u << 20;  // all bodies together
    std::size_t mostBodyBytes = 128u << 10; // of one body
};

class RequestLog {
public:
    static constexpr TimeMicros kAlways = std::numeric_limits<TimeMicros>::max();

    explicit RequestLog(RequestLogOptions options = {});

    void add(const RequestView &request);

    // Somebody looks: bodies of requests up to `time` are kept. Never shortens.
    void keepBodiesUntil(TimeMicros time);
    bool keepsBodies(TimeMicros now) const { return now <= m_keepUntil.load(std::memory_order_relaxed); }
    std::size_t mostBodyBytes() const { return m_options.mostBodyBytes; }

    // At most `limit` requests from `position` on; positions start at 0 and grow by one a request.
    RequestPage since(std::uint64_t position, std::size_t limit = 1024) const;
    std::uint64_t position() const;
    // Nothing if they were not kept, or have made room for later ones.
    std::optional<RequestBodies> bodies(std::uint64_t position) const;

private:
    struct Kept { // where the bodies of a slot are
        std::uint64_t position = 0;
        std::uint32_t requestBytes = 0;
        std::uint32_t responseBytes = 0;
        std::uint32_t capacityBytes = 0;
        bool hasBodies = false;
        bool isRequestCut = false;
        bool isResponseCut = false;
    };
    struct Slot {
        RequestRecord record;
        Kept kept;
    };
    void keep(const RequestView &request, Kept &kept);

    const RequestLogOptions m_options;

    std::atomic<TimeMicros> m_keepUntil = std::numeric_limits<TimeMicros>::min();

    mutable std::mutex m_mutex; // guards what follows
    std::vector<Slot> m_slots;  // by position modulo capacity; grows to capacity
    std::uint64_t m_end = 0;
    BodyRing m_bodies;
};

} // namespace stator::observe
