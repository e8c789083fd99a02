#include "base/clock.h"

#include <chrono>

namespace stator {

namespace {

class SystemClock final : public Clock {
public:
    TimeMicros nowMicros() const override
    {
        using namespace std::chrono;
        return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    }
    std::int64_t monotonicMicros() const override
    {
        using namespace std::chrono;
        return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
    }
};

class TestClock final : public MovableClock {
public:
    void advance(std::int64_t micros) override { m_ahead.fetch_add(micros); }
    TimeMicros nowMicros() const override { return m_system->nowMicros() + m_ahead.load(); }
    std::int64_t monotonicMicros() const override { return m_system->monotonicMicros() + m_ahead.load(); }

private:
    const std::shared_ptr<Clock> m_system = systemClock();
    std::atomic<std::int64_t> m_ahead{0};
};

} // namespace

std::shared_ptr<MovableClock> makeTestClock()
{
    return std::make_shared<TestClock>();
}

std::shared_ptr<Clock> systemClock()
{
    static const auto clock = std::make_shared<SystemClock>();
    return clock;
}

} // namespace stator
