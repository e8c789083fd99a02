// A Service is anything that answers the operations of the API: the embedded engine, or a remote endpoint.
//
// It is the only thing the window and the endpoint know of what is behind them. Each operation takes its
// request by value and answers through a completion, at once or later, on any thread. Operations that an
// implementation does not override answer UnknownOperationException.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "api/operation_list.h" // STATOR_FOR_EACH_OPERATION(X): X(PutItem, putItem) …; forward declarations
#include "base/completion.h"

namespace stator::service {

struct Meter;

// Who asks, for where, and until when.
struct Call {
    std::string region = "us-east-1";
    std::string accessKeyId;
    std::stop_token stop; // long reads look at it between pages
    // Filled before the completion is called, by dispatch(); null: nobody watches.
    std::shared_ptr<Meter> meter;
};

class Service {
public:
    virtual ~Service() = default;

#define STATOR_DECLARE_OPERATION(Name, method)                                                               \
    virtual void method(api::Name##Request request, Call call, Completion<api::Name##Response> done);
    STATOR_FOR_EACH_OPERATION(STATOR_DECLARE_OPERATION)
#undef STATOR_DECLARE_OPERATION
};

} // namespace stator::service
