#include "observe/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace stator::observe {

namespace {

constexpr unsigned kSubBits = 3; // 8 buckets to a doubling

} // namespace

std::size_t Histogram::bucketOf(std::uint64_t micros)
{
    if (micros < (1u << kSubBits))
        return static_cast<std::size_t>(micros);
    const unsigned exponent = static_cast<unsigned>(std::bit_width(micros)) - 1;
    const std::size_t within = static_cast<std::size_t>(micros >> (exponent - kSubBits)) & 7u;
    return std::min<std::size_t>(kBuckets - 1, (static_cast<std::size_t>(exponent - kSubBits) + 1) * 8 + within);
}

std::uint64_t Histogram::upperBound(std::size_t bucket)
{
    if (bucket < 8)
        return bucket;
    const unsigned shift = static_cast<unsigned>(bucket / 8) - 1;
    const std::uint64_t begin = (8ull + bucket % 8) << shift;
    return begin + (1ull << shift) - 1;
}

void Histogram::record(std::uint64_t micros)
{
    m_buckets[bucketOf(micros)].fetch_add(1, std::memory_order_relaxed);
    m_sum.fetch_add(micros, std::memory_order_relaxed);
}

std::uint64_t Histogram::count() const
{
    std::uint64_t total = 0;
    for (const auto &bucket : m_buckets)
        total += bucket.load(std::memory_order_relaxed);
    return total;
}

std::uint64_t Histogram::quantileMicros(double share) const
{
    const std::uint64_t total = count();
    if (total == 0)
        return 0;
    const auto wanted = static_cast<std::uint64_t>(
        std::max(1.0, std::ceil(std::clamp(share, 0.0, 1.0) * static_cast<double>(total))));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < kBuckets; ++i) {
        seen += m_buckets[i].load(std::memory_order_relaxed);
        if (seen >= wanted)
            return upperBound(i);
    }
    return upperBound(kBuckets - 1);
}

std::uint64_t Histogram::countUpTo(std::uint64_t micros) const
{
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < kBuckets && upperBound(i) <= micros; ++i)
        seen += m_buckets[i].load(std::memory_order_relaxed);
    return seen;
}

} // namespace stator::observe
