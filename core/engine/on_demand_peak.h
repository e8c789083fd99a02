// How far the load of an on-demand table or index has risen: it is served up to double its previous peak at once, and
// the present half hour's rise counts from the next one on (Developer Guide, "On-demand capacity mode").
//
// Threads: none of its own; whoever has it guards it.
#pragma once

#include "base/clock.h"

namespace stator::engine {

class OnDemandPeak {
public:
    void note(double units, TimeMicros now);
    // The most units of one second, of all that passed before the present half hour.
    double previous(TimeMicros now);

private:
    void endPast(TimeMicros now);

    TimeMicros m_second = 0; // where the present second and half hour began; 0: nothing was noted yet
    TimeMicros m_halfHour = 0;
    double m_units = 0;  // in the present second
    double m_rising = 0; // the busiest second of the present half hour
    double m_previous = 0;
};

} // namespace stator::engine
