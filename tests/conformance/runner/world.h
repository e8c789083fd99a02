// The world of one scenario: fresh regions in memory, a clock moved by hand, and the service over them.
//
// Threads: a scenario asks for one thing at a time, from whichever thread; background jobs run with it.
#pragma once

#include <cstdint>
#include <memory>

#include "base/clock.h"
#include "service/service.h"

namespace stator::conformance {

class World {
public:
    World();
    ~World();

    // Forgets every region.
    void clear();
    // Stops every region and opens it again over the same files.
    void restart();
    void advanceMilliseconds(std::int64_t milliseconds);
    // How long tables and indexes stay CREATING, UPDATING or DELETING; of the regions opened next.
    void setTableDelay(std::int64_t milliseconds);
    // Runs what is due: backfills, clearings, flushes.
    void runJobs();

    service::Service &service();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace stator::conformance
