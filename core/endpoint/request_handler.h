// A RequestHandler is what the HTTP server asks once a request has passed every check that needs no
// knowledge of the operations. service_handler.h makes one of any Service.
//
// Threads: called on all I/O threads at once; completions may come on any thread, also before handle()
// returns, which is the fast way.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/completion.h"
#include "service/meter.h"

namespace stator::endpoint {

// Who asks, for where.
struct RequestContext {
    std::string region;
    std::string accessKeyId;
    std::shared_ptr<service::Meter> meter; // filled before the completion is called; null: nobody watches
};

struct ErrorBody {
    int status = 400;
    std::string code; // the exception's name, for logs and counters
    std::string json;
};

class RequestHandler {
public:
    virtual ~RequestHandler() = default;

    // Whether this X-Amz-Target names an operation.
    virtual bool knows(std::string_view target) const = 0;
    // `target` and `body` are valid until this returns, and kBodyPadding bytes may be read after `body`.
    virtual void handle(std::string_view target, std::string_view body, RequestContext context,
                        Completion<std::string> done) = 0;
    // An error as a client of the API sees it. An empty message stands for a body without a text.
    virtual ErrorBody errorBody(const Error &error) const = 0;
};

} // namespace stator::endpoint
