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
    // Whoever waits for a moment of a clock that is moved by hand has to look at it again and again.
    virtual bool isMovedByHand() const { return false; }
};

// The clocks of the machine.
std::shared_ptr<Clock> systemClock();

// A clock that can be moved forward.
class MovableClock : public Clock {
public:
    virtual void advance(std::int64_t micros) = 0;
    bool isMovedByHand() const override { return true; }
};

// The machine's clocks, ahead of them by what they were advanced: the clock of `--test-clock`.
std::shared_ptr<MovableClock> makeTestClock();

// A clock that moves only when told to.
class ManualClock final : public MovableClock {
public:
    explicit ManualClock(TimeMicros startMicros = 1'700'000'000'000'000) : m_now(startMicros) {}

    void advance(std::int64_t micros) override { m_now.fetch_add(micros); }

    TimeMicros nowMicros() const override { return m_now.load(); }
    std::int64_t monotonicMicros() const override { return m_now.load(); }

private:
    std::atomic<TimeMicros> m_now;
};

} // namespace stator
