// A QueryVector is the vector of a search, made ready for a distance function.
//
// It judges twice: rank() is fast, in float, over many rows, and picks candidates; score() is exact, in double
// over the floats, and is what a client is told.
//
// Threads: const methods from any thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/vector_settings.h"

namespace stator::vector {

class QueryVector {
public:
    QueryVector(model::DistanceFunction distance, std::vector<float> vector);

    std::size_t dimensions() const { return m_vector.size(); }

    // The service's score (API Reference, "SearchVectors"): 0 to 2 of COSINE, the distance of EUCLIDEAN, the
    // product of DOT_PRODUCT; held inside the range of a float.
    double score(std::span<const float> row) const;
    // Whether `a` is the better score.
    bool isBetter(double a, double b) const;

    // Ranks of `count` rows: the less, the better. `scales`: what scaleOf() gave for each of them.
    void rank(const float *rows, std::size_t count, const float *scales, float *ranks) const;
    // What has to be kept of a row for rank(); 0 unless the distance function needs something.
    static float scaleOf(model::DistanceFunction distance, std::span<const float> row);

private:
    double exactRank(std::span<const float> row) const;

    model::DistanceFunction m_distance;
    std::vector<float> m_vector;
    double m_length = 0;       // Cosine only
    std::vector<float> m_unit; // Cosine only: of length 1, or 0
};

} // namespace stator::vector
