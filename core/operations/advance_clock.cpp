#include "api/advance_clock.h"

#include "operations/operation_functions.h"

namespace stator::operations {

// Control operation (ARCHITECTURE.md): moves the clock forward, for tests of programs that wait.
void advanceClock(const Environment &environment, api::AdvanceClockRequest request, service::Call,
                  Completion<api::AdvanceClockResponse> done)
{
    if (!environment.testClock)
        return done(Error::validation("The clock can only be advanced if Stator was started with --test-clock"));
    constexpr double kMaxSeconds = 3'153'600'000.0; // a century
    if (!(request.seconds >= 0) || request.seconds > kMaxSeconds)
        return done(Error::validation("Seconds must be between 0 and 3153600000"));
    environment.testClock->advance(static_cast<std::int64_t>(request.seconds * 1e6));
    api::AdvanceClockResponse response;
    response.time = static_cast<double>(environment.testClock->nowMicros()) / 1e6;
    done(std::move(response));
}

} // namespace stator::operations
