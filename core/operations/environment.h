// What every operation needs of the outside: regions by name, the time, the account.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "engine/region.h"

namespace stator::observe {
class RequestLog;
}
namespace stator::triggers {
class KinesisDeliveries;
class Triggers;
}
namespace stator::workspace {
class Workspace;
}

namespace stator::operations {

// Threads: every method from any thread. A region stays until the provider is gone.
class RegionProvider {
public:
    virtual ~RegionProvider() = default;

    // Null: nobody has made anything there; it reads as empty.
    virtual engine::Region *find(std::string_view name) = 0;
    // Opens a new region, or gives the one that is there.
    virtual Result<engine::Region *> make(std::string_view name) = 0;
    // How long changes of tables take, where that was asked for (`--table-delay`); else 0.
    virtual TimeMicros tableDelay() const { return 0; }
};

struct Environment {
    RegionProvider *regions = nullptr; // outlives the operations
    observe::RequestLog *requests = nullptr; // the endpoint's; null: nothing is logged. Outlives them
    std::shared_ptr<Clock> clock = systemClock();
    std::string accountId = "000000000000";
    const workspace::Workspace *workspace = nullptr; // for DescribeWorkspace; outlives the operations
    // The same clock, where a client may move it (`--test-clock`); else null.
    std::shared_ptr<MovableClock> testClock{};
    triggers::Triggers *triggers = nullptr; // null: there are none. Outlives the operations
    triggers::KinesisDeliveries *kinesis = nullptr; // null: nothing is delivered. Outlives the operations
    bool mayRunPrograms = false;            // whoever asks may make triggers that run programs
};

} // namespace stator::operations
