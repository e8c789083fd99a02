// How many changes were made in each of the last seconds, and how far behind the reader is.
//
// Threads: any, one at a time.
#pragma once

#include "features/streams/change_source.h"

namespace stator::ui {

class RateMeter {
public:
    static constexpr int kSeconds = 120;

    void clear();
    void add(const ChangeBatch &batch);
    // The last kSeconds whole seconds before `nowSeconds`, oldest first.
    std::vector<RateCount> seconds(double nowSeconds) const;
    // Changes a second, over the last `kMeanSeconds` whole seconds.
    double perSecond(double nowSeconds) const;
    // When the newest record read was made; 0: none was.
    double newestSeconds() const { return m_newest; }

private:
    static constexpr int kMeanSeconds = 3;

    RateCounts m_counts;
    double m_newest = 0;
};

} // namespace stator::ui
