#include "engine/on_demand_peak.h"

#include <algorithm>

namespace stator::engine {

namespace {

constexpr TimeMicros kSecond = 1'000'000;
constexpr TimeMicros kHalfHour = 1800 * kSecond;

} // namespace

void OnDemandPeak::endPast(TimeMicros now)
{
    if (now - m_second >= kSecond) {
        m_rising = std::max(m_rising, m_units);
        m_units = 0;
        m_second = now;
    }
    if (now - m_halfHour >= kHalfHour) {
        m_previous = std::max(m_previous, m_rising);
        m_rising = 0;
        m_halfHour = now;
    }
}

void OnDemandPeak::note(double units, TimeMicros now)
{
    if (m_second == 0)
        m_second = m_halfHour = now;
    endPast(now);
    m_units += units;
}

double OnDemandPeak::previous(TimeMicros now)
{
    if (m_second != 0)
        endPast(now);
    return m_previous;
}

} // namespace stator::engine
