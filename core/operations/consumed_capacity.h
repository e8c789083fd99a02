// What an operation cost, summed for one table, and the reply's ConsumedCapacity made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/shapes.h"
#include "engine/write.h"
#include "model/capacity.h"
#include "model/table_definition.h"

namespace stator::operations {

inline bool isAsked(std::optional<api::ReturnConsumedCapacity> mode)
{
    return mode && *mode != api::ReturnConsumedCapacity::None;
}

class CapacityTally {
public:
    void addTable(double units) { m_table += units; }
    // 0 units: the index was not touched.
    void addIndex(std::uint32_t indexId, double units);
    // A vector index is billed in bytes, beside the units.
    void addVectorWrite(std::uint32_t indexId, std::uint64_t bytes);
    void addWrite(const engine::WriteEffect &effect, model::WriteMode mode = model::WriteMode::Standard);

    double total() const;

    // Absent unless asked for. `shownName` is the table as the request named it.
    std::optional<api::ConsumedCapacity> reply(std::string shownName, const model::TableDefinition &table,
                                               std::optional<api::ReturnConsumedCapacity> mode) const;

private:
    double m_table = 0;
    std::vector<std::pair<std::uint32_t, double>> m_indexes;     // units, in order of their ids
    std::vector<std::pair<std::uint32_t, double>> m_vectorBytes; // the same of vector indexes
};

} // namespace stator::operations
