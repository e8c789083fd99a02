#include "vector/query_vector.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/assert.h"
#include "vector/kernels.h"

namespace stator::vector {

using model::DistanceFunction;

namespace {

constexpr auto kMostFloat = static_cast<double>(std::numeric_limits<float>::max());

double dot(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

double lengthOf(std::span<const float> vector)
{
    return std::sqrt(dot(vector, vector));
}

double distance(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

// 1 - cos as half the squared distance of the unit vectors: it keeps its digits where 1 - cos loses them, and
// is 0 for equal directions. A vector without a direction is as far from all others as a right angle (observed).
double cosineDistance(std::span<const float> a, double lengthOfA, std::span<const float> b)
{
    const double lengthOfB = lengthOf(b);
    if (lengthOfA == 0 || lengthOfB == 0)
        return 1;
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) / lengthOfA - static_cast<double>(b[i]) / lengthOfB;
        sum += difference * difference;
    }
    // Less than the rounding of the lengths: the directions are equal.
    constexpr double kRounding = 1e-28;
    return sum < kRounding ? 0 : std::min(sum / 2, 2.0);
}

} // namespace

QueryVector::QueryVector(DistanceFunction function, std::vector<float> vector)
    : m_distance(function), m_vector(std::move(vector))
{
    if (m_distance != DistanceFunction::Cosine)
        return;
    m_length = lengthOf(m_vector);
    m_unit.resize(m_vector.size());
    if (m_length > 0)
        std::transform(m_vector.begin(), m_vector.end(), m_unit.begin(),
                       [this](float element) { return static_cast<float>(element / m_length); });
}

double QueryVector::score(std::span<const float> row) const
{
    STATOR_ASSERT(row.size() == m_vector.size());
    switch (m_distance) {
    case DistanceFunction::Cosine:
        return cosineDistance(m_vector, m_length, row);
    case DistanceFunction::DotProduct:
        return std::clamp(dot(m_vector, row), -kMostFloat, kMostFloat);
    case DistanceFunction::Euclidean:
        return std::min(distance(m_vector, row), kMostFloat);
    }
    assertionFailed("a distance function", __FILE__, __LINE__);
}

bool QueryVector::isBetter(double a, double b) const
{
    return m_distance == DistanceFunction::DotProduct ? a > b : a < b;
}

void QueryVector::rank(const float *rows, std::size_t count, const float *scales, float *ranks) const
{
    const std::size_t width = m_vector.size();
    switch (m_distance) {
    case DistanceFunction::Cosine:
        kernels().dot(rows, count, m_unit.data(), width, ranks);
        for (std::size_t i = 0; i < count; ++i)
            ranks[i] *= -scales[i];
        break;
    case DistanceFunction::DotProduct:
        kernels().dot(rows, count, m_vector.data(), width, ranks);
        for (std::size_t i = 0; i < count; ++i)
            ranks[i] = -ranks[i];
        break;
    case DistanceFunction::Euclidean:
        kernels().squaredDistance(rows, count, m_vector.data(), width, ranks);
        break;
    }
    // Where products of floats left the range of a float, doubles have to judge.
    constexpr float kLeast = 1e-30F;
    constexpr float kMost = 1e30F;
    for (std::size_t i = 0; i < count; ++i)
        if (const float size = std::abs(ranks[i]); !(size >= kLeast && size <= kMost))
            ranks[i] = static_cast<float>(std::clamp(exactRank({rows + i * width, width}), -kMostFloat, kMostFloat));
}

double QueryVector::exactRank(std::span<const float> row) const
{
    switch (m_distance) {
    case DistanceFunction::Cosine:
        return score(row) - 1;
    case DistanceFunction::DotProduct:
        return -dot(m_vector, row);
    case DistanceFunction::Euclidean: {
        const double far = distance(m_vector, row);
        return far * far;
    }
    }
    assertionFailed("a distance function", __FILE__, __LINE__);
}

float QueryVector::scaleOf(DistanceFunction distance, std::span<const float> row)
{
    if (distance != DistanceFunction::Cosine)
        return 0;
    const double length = lengthOf(row);
    return length > 0 ? static_cast<float>(1 / length) : 0;
}

} // namespace stator::vector
