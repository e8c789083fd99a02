#include "model/vector_settings.h"

#include "base/assert.h"

namespace stator::model {

std::string_view wireName(DistanceFunction distance)
{
    switch (distance) {
    case DistanceFunction::Cosine:
        return "COSINE";
    case DistanceFunction::DotProduct:
        return "DOT_PRODUCT";
    case DistanceFunction::Euclidean:
        return "EUCLIDEAN";
    }
    assertionFailed("a distance function", __FILE__, __LINE__);
}

} // namespace stator::model
