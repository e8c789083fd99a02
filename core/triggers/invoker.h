// An Invoker delivers one batch of records.
//
// Threads: invoke() from one thread; the completion runs on any, perhaps before invoke() returns.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/completion.h"
#include "triggers/function.h"
#include "triggers/record_feed.h"

namespace stator::triggers {

struct Delivery {
    std::size_t accepted = 0; // so many records from the front are done with
    std::string problem;      // why the rest is not
    std::string answer;       // the beginning of what came back
};

class Invoker {
public:
    virtual ~Invoker() = default;

    // An error means that no record was accepted.
    virtual void invoke(const std::vector<FeedRecord> &batch, std::stop_token stop, Completion<Delivery> done) = 0;
    // Bytes around the records, and most a delivery may have.
    virtual std::size_t maxBytes() const = 0;
};

// Hands a function {"Records": […]}. With `reportsItemFailures` its answer is read as
// {"batchItemFailures": [{"itemIdentifier": sequence number}, …]}: what lies before the first failure is
// accepted. An answer of another form fails the batch, as it does in the service.
std::unique_ptr<Invoker> makeFunctionInvoker(std::unique_ptr<Function> function, bool reportsItemFailures);

// {"Records":[…]}
std::string eventOf(const std::vector<FeedRecord> &batch);

} // namespace stator::triggers
