#include "vector/vector_array.h"

#include <algorithm>
#include <array>

#include "base/assert.h"

namespace stator::vector {

namespace {

// Growing an index never copies more than one block.
constexpr std::size_t kBlockRows = 1024;
// Rows ranked at once.
constexpr std::size_t kStretch = 256;

// A node of a hash map with its bucket, as the common allocators give it out, beside the key's text.
constexpr std::uint64_t kNodeBytes = 80;

} // namespace

VectorArray::VectorArray(model::DistanceFunction distance, std::uint32_t dimensions, std::size_t tagsPerRow)
    : m_distance(distance), m_dimensions(dimensions), m_tagsPerRow(tagsPerRow)
{
    STATOR_ASSERT(dimensions > 0);
}

std::uint64_t VectorArray::estimateBytes(std::uint64_t rows, std::uint32_t dimensions, std::size_t tagsPerRow)
{
    constexpr std::uint64_t kKeyBytes = 64;
    return rows * (dimensions * sizeof(float) + sizeof(float) + tagsPerRow * sizeof(Tag) +
                   sizeof(const std::string *) + kNodeBytes + kKeyBytes);
}

std::uint64_t VectorArray::rowOverhead(const std::string &key) const
{
    return sizeof(float) + m_tagsPerRow * sizeof(Tag) + sizeof(const std::string *) + kNodeBytes + key.capacity();
}

float *VectorArray::rowAt(Partition &partition, std::size_t row) const
{
    return partition.blocks[row / kBlockRows].data() + row % kBlockRows * m_dimensions;
}

std::size_t VectorArray::appendRow(Partition &partition)
{
    const std::size_t row = partition.keys.size();
    if (row % kBlockRows == 0)
        partition.blocks.emplace_back();
    std::vector<float> &block = partition.blocks.back();
    m_bytes -= block.capacity() * sizeof(float);
    // The first block doubles as it grows, since most partitions are small; the others are made whole.
    if (partition.blocks.size() > 1)
        block.reserve(kBlockRows * m_dimensions);
    block.resize(block.size() + m_dimensions);
    m_bytes += block.capacity() * sizeof(float);
    partition.scales.push_back(0);
    partition.tags.resize(partition.tags.size() + m_tagsPerRow);
    partition.keys.push_back(nullptr);
    return row;
}

void VectorArray::dropLastRow(Partition &partition)
{
    std::vector<float> &block = partition.blocks.back();
    block.resize(block.size() - m_dimensions);
    if (block.empty()) {
        m_bytes -= block.capacity() * sizeof(float);
        partition.blocks.pop_back();
    }
    partition.scales.pop_back();
    partition.tags.resize(partition.tags.size() - m_tagsPerRow);
    partition.keys.pop_back();
}

void VectorArray::put(std::string_view key, std::string_view partitionName, std::span<const Tag> tags,
                      std::span<const float> vector)
{
    STATOR_ASSERT(vector.size() == m_dimensions && tags.size() == m_tagsPerRow);
    m_lookup.assign(key);
    const auto [found, isNew] = m_places.try_emplace(m_lookup);
    Place &place = found->second;
    if (isNew) {
        m_lookup.assign(partitionName);
        const auto home = m_partitions.try_emplace(m_lookup).first;
        home->second.name = &home->first;
        place.partition = &home->second;
        place.row = static_cast<std::uint32_t>(appendRow(*place.partition));
        place.partition->keys[place.row] = &found->first;
        m_bytes += rowOverhead(found->first);
    }
    Partition &partition = *place.partition;
    std::copy(vector.begin(), vector.end(), rowAt(partition, place.row));
    std::copy(tags.begin(), tags.end(), partition.tags.begin() + static_cast<std::ptrdiff_t>(place.row * m_tagsPerRow));
    partition.scales[place.row] = QueryVector::scaleOf(m_distance, vector);
}

void VectorArray::remove(std::string_view key)
{
    m_lookup.assign(key);
    const auto found = m_places.find(m_lookup);
    if (found == m_places.end())
        return;
    Partition &partition = *found->second.partition;
    const std::size_t row = found->second.row;
    const std::size_t last = partition.keys.size() - 1;
    if (row != last) {
        std::copy_n(rowAt(partition, last), m_dimensions, rowAt(partition, row));
        std::copy_n(partition.tags.begin() + static_cast<std::ptrdiff_t>(last * m_tagsPerRow), m_tagsPerRow,
                    partition.tags.begin() + static_cast<std::ptrdiff_t>(row * m_tagsPerRow));
        partition.scales[row] = partition.scales[last];
        partition.keys[row] = partition.keys[last];
        m_places.find(*partition.keys[row])->second.row = static_cast<std::uint32_t>(row);
    }
    dropLastRow(partition);
    m_bytes -= rowOverhead(found->first);
    m_places.erase(found);
    if (partition.keys.empty())
        m_partitions.erase(m_partitions.find(*partition.name));
}

bool VectorArray::hasTags(const Partition &partition, std::size_t row, std::span<const Tag> wanted) const
{
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i] != 0 && partition.tags[row * m_tagsPerRow + i] != wanted[i])
            return false;
    return true;
}

std::size_t VectorArray::search(const QueryVector &query, std::string_view partitionName,
                                std::span<const Tag> wanted, TopK &best) const
{
    const auto found = m_partitions.find(std::string(partitionName));
    if (found == m_partitions.end())
        return 0;
    const Partition &partition = found->second;
    const bool isFiltered = std::any_of(wanted.begin(), wanted.end(), [](Tag tag) { return tag != 0; });
    const std::size_t rows = partition.keys.size();
    std::array<float, kStretch> ranks;
    for (std::size_t begin = 0; begin < rows; begin += kStretch) {
        const std::size_t count = std::min(kStretch, rows - begin);
        const float *at = partition.blocks[begin / kBlockRows].data() + begin % kBlockRows * m_dimensions;
        if (!isFiltered)
            query.rank(at, count, partition.scales.data() + begin, ranks.data());
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t row = begin + i;
            if (isFiltered && !hasTags(partition, row, wanted))
                continue;
            if (isFiltered)
                query.rank(at + i * m_dimensions, 1, partition.scales.data() + row, &ranks[i]);
            if (best.mayTake(ranks[i]))
                best.offer(ranks[i], *partition.keys[row]);
        }
    }
    return rows;
}

} // namespace stator::vector
