// A Histogram counts durations in buckets that grow by an eighth: 12.5 % exact, from 1 µs to 9 minutes.
//
// Threads: every method from any thread; record() is one relaxed addition or two.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace stator::observe {

class Histogram {
public:
    // 8 buckets up to 8 µs, then 8 to each doubling; the last takes everything beyond.
    static constexpr std::size_t kBuckets = 8 * 27;

    void record(std::uint64_t micros);

    std::uint64_t count() const;
    std::uint64_t sumMicros() const { return m_sum.load(std::memory_order_relaxed); }
    // The duration that `share` (0 to 1) of the recorded ones do not exceed; 0 if there are none.
    std::uint64_t quantileMicros(double share) const;
    // How many were at most `micros`, rounded to a bucket's upper bound.
    std::uint64_t countUpTo(std::uint64_t micros) const;

    static std::size_t bucketOf(std::uint64_t micros);
    // The largest duration that falls into `bucket`.
    static std::uint64_t upperBound(std::size_t bucket);

private:
    std::array<std::atomic<std::uint64_t>, kBuckets> m_buckets{};
    std::atomic<std::uint64_t> m_sum = 0;
};

} // namespace stator::observe
