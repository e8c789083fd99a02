// A VectorArray holds the vectors of one index as a search wants them: floats without gaps, partition by
// partition, beside them what filters and distance functions ask of each row.
//
//     partition = block block … of kBlockRows rows of floats; scale, tags and key of each row
//
// A row that goes is replaced by the last of its partition, so there are never holes to skip.
//
// Threads: put() and remove() alone; const methods together from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/vector_settings.h"
#include "vector/query_vector.h"
#include "vector/top_k.h"

namespace stator::vector {

// What an entry has for one inline filter, so that equal values have equal tags; 0: it has no value.
using Tag = std::uint64_t;

class VectorArray {
public:
    VectorArray(model::DistanceFunction distance, std::uint32_t dimensions, std::size_t tagsPerRow);

    // A key keeps its partition. `tags`: one for each inline filter.
    void put(std::string_view key, std::string_view partition, std::span<const Tag> tags,
             std::span<const float> vector);
    void remove(std::string_view key);

    // Offers the rows of a partition; `wanted`: one tag for each inline filter, 0: any. Returns how many rows
    // there were to look at.
    std::size_t search(const QueryVector &query, std::string_view partition, std::span<const Tag> wanted,
                       TopK &best) const;

    std::size_t size() const { return m_places.size(); }
    std::uint64_t byteCount() const { return m_bytes; }
    // About what so many rows will take.
    static std::uint64_t estimateBytes(std::uint64_t rows, std::uint32_t dimensions, std::size_t tagsPerRow);

private:
    struct Partition {
        const std::string *name = nullptr; // in m_partitions
        std::vector<std::vector<float>> blocks;
        std::vector<float> scales;
        std::vector<Tag> tags; // tagsPerRow for each row
        std::vector<const std::string *> keys;
    };
    struct Place {
        Partition *partition = nullptr;
        std::uint32_t row = 0;
    };

    float *rowAt(Partition &partition, std::size_t row) const;
    std::size_t appendRow(Partition &partition);
    void dropLastRow(Partition &partition);
    bool hasTags(const Partition &partition, std::size_t row, std::span<const Tag> wanted) const;
    std::uint64_t rowOverhead(const std::string &key) const;

    const model::DistanceFunction m_distance;
    const std::size_t m_dimensions;
    const std::size_t m_tagsPerRow;

    std::unordered_map<std::string, Partition> m_partitions;
    std::unordered_map<std::string, Place> m_places; // by key; partitions point to the keys in here
    std::string m_lookup;                            // of put() and remove()
    std::uint64_t m_bytes = 0;
};

} // namespace stator::vector
