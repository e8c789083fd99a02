// A Reply and the head that goes before it on the wire.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/random.h"

namespace stator::endpoint {

struct Reply {
    int status = 200;
    std::string_view contentType; // a literal; empty: no body is described
    std::string_view contentEncoding; // a literal; empty: none
    std::string body;
    std::string headerLines; // further headers, each with its line end
    bool hasBody = true; // false answers HEAD
};

// What every head needs and one I/O thread keeps: the date as text, and identifiers.
//
// Threads: one at a time.
class ReplyHeads {
public:
    explicit ReplyHeads(std::uint64_t seed) : m_random(seed) {}

    // 52 characters out of [A-Z0-9].
    static constexpr std::size_t kRequestIdBytes = 52;
    std::string_view newRequestId();

    // Appends the head of `reply`, with the last newRequestId().
    void append(std::string &out, const Reply &reply, TimeMicros now, bool keepAlive);

private:
    std::string_view date(TimeMicros now);

    SeededRandom m_random;
    char m_requestId[kRequestIdBytes] = {};
    std::int64_t m_dateSecond = -1;
    std::string m_date;
};

// RFC 9110's preferred form: Sun, 06 Nov 1994 08:49:37 GMT.
std::string httpDate(std::int64_t secondsSinceEpoch);

} // namespace stator::endpoint
