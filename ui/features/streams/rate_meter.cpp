#include "features/streams/rate_meter.h"

#include <algorithm>
#include <cmath>

namespace stator::ui {

void RateMeter::clear()
{
    m_counts.clear();
    m_newest = 0;
}

void RateMeter::add(const ChangeBatch &batch)
{
    m_newest = std::max(m_newest, batch.newestSeconds);
    for (const auto &[second, count] : batch.rates) {
        RateCount &sum = m_counts[second];
        sum.inserts += count.inserts;
        sum.modifies += count.modifies;
        sum.removes += count.removes;
    }
    // Twice as many are kept as are shown: a clock that differs a little loses nothing.
    while (m_counts.size() > 2 * kSeconds)
        m_counts.erase(m_counts.begin());
}

std::vector<RateCount> RateMeter::seconds(double nowSeconds) const
{
    std::vector<RateCount> counts(kSeconds);
    const auto first = static_cast<std::int64_t>(std::floor(nowSeconds)) - kSeconds;
    for (auto at = m_counts.lower_bound(first); at != m_counts.end() && at->first < first + kSeconds; ++at)
        counts[static_cast<std::size_t>(at->first - first)] = at->second;
    return counts;
}

double RateMeter::perSecond(double nowSeconds) const
{
    std::int64_t sum = 0;
    const std::vector<RateCount> counts = seconds(nowSeconds);
    for (int i = kSeconds - kMeanSeconds; i < kSeconds; ++i)
        sum += counts[static_cast<std::size_t>(i)].total();
    return static_cast<double>(sum) / kMeanSeconds;
}

} // namespace stator::ui
