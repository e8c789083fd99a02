// Time comes in through a Clock, so that tests and simulations own it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

namespace stator {

// Microseconds since 1970-01-01 UTC: what entries, rows and replies carry.
using TimeMicros = std::int64_t;

// Threads: every method may be called from any thread.
class Clock {
public:
    virtual ~Clock() = default;

    virtual TimeMicros nowMicros() const = 0;
    // Never goes back, unrelated to the calendar; for measuring and for deadlines.
    virtual std::int64_t monotonicMicros() const = 0;
};

// The clocks of the machine.
std::shared_ptr<Clock> systemClock();

// A clock that moves only when told to.
class ManualClock final : public Clock {
public:
    explicit ManualClock(TimeMicros startMicros = 1'700'000'000'000'000) : m_now(startMicros) {}

    void advance(std::int64_t micros) { m_now.fetch_add(micros); }

    TimeMicros nowMicros() const override { return m_now.load(); }
    std::int64_t monotonicMicros() const override { return m_now.load(); }

private:
    std::atomic<TimeMicros> m_now;
};

} // namespace stator
