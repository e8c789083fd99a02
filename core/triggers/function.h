// A Function takes one event and answers: a program, a webhook, or a function behind a Lambda runtime endpoint.
//
// Threads: call() from any thread; the completion runs on another one, or before call() returns.
// Errors: Io with a sentence for a person: why the event was not accepted. ShuttingDown: `stop` asked for it.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "base/completion.h"
#include "http/http_client.h"
#include "triggers/program_runner.h"
#include "triggers/trigger.h"

namespace stator::triggers {

class Function {
public:
    virtual ~Function() = default;

    // The answer is what the function returned: text, JSON if it reports failures of items.
    virtual void call(std::string event, std::stop_token stop, Completion<std::string> done) = 0;
};

// Those that carry events outside; they outlive the functions made with them.
struct Carriers {
    ProgramRunner *programs = nullptr;
    http::HttpClient *http = nullptr;
};

std::unique_ptr<Function> makeFunction(const Trigger &trigger, const std::string &region, const Carriers &carriers);

// The address that takes invocations: `url` itself if it names a function, else the one that AWS's runtime
// interface emulator serves below it.
std::string invocationUrl(const std::string &url);

} // namespace stator::triggers
