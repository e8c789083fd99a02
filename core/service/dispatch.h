// From a target and a JSON body to a JSON reply: decode, call the Service, encode.
//
// Threads: any. The body is read before dispatch() returns; `done` runs where the service completes.
#pragma once

#include <string>
#include <string_view>

#include "base/completion.h"
#include "service/service.h"

namespace stator::service {

struct Operation {
    enum class Family : std::uint8_t { DynamoDb, Streams, Control };

    std::string_view name; // "PutItem"
    Family family;
    void (*run)(Service &service, std::string_view body, Call call, Completion<std::string> done);
};

// `target` is an X-Amz-Target: "DynamoDB_20120810.PutItem". Null if no operation has it.
const Operation *findOperation(std::string_view target);

// The reply of operations without output is an empty string. An unknown target is UnknownOperation.
void dispatch(Service &service, std::string_view target, std::string_view body, Call call,
              Completion<std::string> done);

} // namespace stator::service
