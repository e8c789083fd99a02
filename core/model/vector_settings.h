// What a vector index is made of beside its partition key and projection.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/key_schema.h"

namespace stator::model {

// These values are on disk; they never change.
enum class DistanceFunction : std::uint8_t { Cosine = 1, DotProduct = 2, Euclidean = 3 };

struct VectorSettings {
    std::string attribute; // a list of numbers; top level
    std::uint32_t dimensions = 0;
    DistanceFunction distance = DistanceFunction::Cosine;
    std::vector<KeyAttribute> inlineFilters; // INLINE_FILTER elements of the search schema, in their order

    const KeyAttribute *findFilter(std::string_view name) const
    {
        for (const auto &filter : inlineFilters)
            if (filter.name == name)
                return &filter;
        return nullptr;
    }
    bool operator==(const VectorSettings &) const = default;
};

std::string_view wireName(DistanceFunction distance);

} // namespace stator::model
