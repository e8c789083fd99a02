// Random vectors, and what a search over them must find, worked out the slow and obvious way.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "base/random.h"
#include "document/writer.h"
#include "model/vector_settings.h"
#include "vector/float_list.h"

namespace stator::testing {

// Between -1 and 1.
inline float randomFloat(Random &random)
{
    return static_cast<float>(static_cast<double>(random.below(2'000'001)) / 1e6 - 1);
}

inline std::vector<float> randomVector(Random &random, std::size_t dimensions)
{
    std::vector<float> vector;
    for (std::size_t i = 0; i < dimensions; ++i)
        vector.push_back(randomFloat(random));
    return vector;
}

inline double plainScore(model::DistanceFunction distance, const std::vector<float> &a, const std::vector<float> &b)
{
    long double dot = 0;
    long double far = 0;
    long double aa = 0;
    long double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const long double x = a[i];
        const long double y = b[i];
        dot += x * y;
        far += (x - y) * (x - y);
        aa += x * x;
        bb += y * y;
    }
    if (distance == model::DistanceFunction::DotProduct)
        return static_cast<double>(dot);
    if (distance == model::DistanceFunction::Euclidean)
        return static_cast<double>(std::sqrt(far));
    return aa == 0 || bb == 0 ? 1 : static_cast<double>(1 - dot / std::sqrt(aa) / std::sqrt(bb));
}

// The value an attribute holds for a vector.
inline document::Value vectorValue(const std::vector<float> &vector)
{
    document::ValueWriter writer;
    vector::writeVector(vector, writer);
    return writer.finish();
}

} // namespace stator::testing
