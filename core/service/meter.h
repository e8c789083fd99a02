// What a request cost, noted beside its reply for whoever watches; the reply itself is what the client asked for.
#pragma once

#include <string>

namespace stator::service {

struct Meter {
    double capacityUnits = -1;    // of all tables; below 0: the operation consumes none, or failed
    std::string consumedCapacity; // JSON: {"ConsumedCapacity":[…]}, with indexes
};

} // namespace stator::service
