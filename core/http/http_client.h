// An HttpClient sends requests to the programs of others: webhooks, functions, Kinesis-compatible endpoints.
//
// It comes in as an interface, so that a simulation can be the other side.
//
// Threads: send() from any thread; the completion runs on a thread of the client, and must not wait there.
// Errors: Io when there was no reply, with a sentence that says why; ShuttingDown when `stop` asked for the end.
// A reply with any status is no error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/completion.h"

#include "http/credentials.h"

namespace stator::http {

// Signs a request with AWS Signature Version 4.
struct Signing {
    std::string region;
    std::string service;
    Credentials credentials;
};

struct HttpRequest {
    std::string method = "POST";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::int64_t connectTimeoutMs = 5'000;
    std::int64_t timeoutMs = 60'000;        // for everything, connecting included
    std::size_t maxReplyBytes = 6'291'456; // a longer reply is an error: what Lambda lets a function answer
    std::optional<Signing> signing;
};

struct HttpReply {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers; // names in lower case
    std::string body;

    // Of the first header with this name in lower case; empty if there is none.
    std::string_view header(std::string_view name) const
    {
        for (const auto &[key, value] : headers)
            if (key == name)
                return value;
        return {};
    }
};

class HttpClient {
public:
    virtual ~HttpClient() = default;

    virtual void send(HttpRequest request, std::stop_token stop, Completion<HttpReply> done) = 0;
};

} // namespace stator::http
