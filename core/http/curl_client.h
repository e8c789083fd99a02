// The HttpClient of the machine: libcurl, all transfers on one thread.
//
// Redirects are not followed: an event goes where its trigger says, or nowhere.
//
// stop() ends what is under way with ShuttingDown, joins, and may be called twice; send() after it answers so
// at once.
#pragma once

#include <memory>

#include "http/http_client.h"

namespace stator::http {

class CurlClient final : public HttpClient {
public:
    CurlClient();
    ~CurlClient() override;

    void start();
    void stop();

    void send(HttpRequest request, std::stop_token stop, Completion<HttpReply> done) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace stator::http
