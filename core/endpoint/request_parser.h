// A RequestParser turns the bytes of a connection into requests: Beast's parser over our own buffers.
//
// feed() takes what has arrived and says how much of it was used; what was not must be offered again with
// more behind it. After a complete request, next() makes ready for the following one.
//
// Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "endpoint/http_request.h"

namespace stator::endpoint {

struct ParserLimits {
    std::size_t requestLineBytes = 16u << 10;
    std::size_t headerBytes = 16u << 10;
    std::uint64_t bodyBytes = 16u << 20;
};

enum class ParseState : std::uint8_t { NeedMore, Complete, Malformed, BodyTooLarge };

class RequestParser {
public:
    explicit RequestParser(ParserLimits limits = {});
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    // `bytes` must be followed by kBodyPadding readable bytes, and stay in place until next() if the state
    // becomes Complete. Returns how many were used.
    std::size_t feed(std::string_view bytes);
    void next();
    // Gives back room that a large body took.
    void shrink();

    ParseState state() const;
    // The request; once the state is Complete.
    const HttpRequest &request() const;
    // The head is there, the client waits for "100 Continue" before it sends the body. True once.
    bool takeContinue();
    // Nothing of a request has been taken yet.
    bool isAtStart() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::endpoint
