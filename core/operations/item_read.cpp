#include "operations/item_read.h"

#include <utility>

#include "encoding/keys.h"

namespace stator::operations {

Result<ItemRead> readItem(const TableAccess &access, document::ItemView key, model::ReadMode mode)
{
    engine::ThroughputLimit &throughput = access.region->throughput();
    std::optional<engine::UnitSource> source;
    if (throughput.isEnforced()) {
        source.emplace(
            engine::UnitSource{*access.definition, 0, partitionHashOf(access.definition->keys, key)});
        STATOR_CHECK(throughput.admit(engine::UnitKind::Read, *source));
    }
    ItemRead read;
    STATOR_TRY(read.item, access.region->get(*access.table, key));
    read.units = model::readUnits(read.item ? read.item->view().sizeBytes() : 0, mode);
    if (source)
        throughput.charge(engine::UnitKind::Read, *source, read.units);
    return read;
}

bool isThrottled(const Error &error)
{
    return error.code == ErrorCode::ProvisionedThroughputExceeded || error.code == ErrorCode::Throttling;
}

std::uint64_t partitionHashOf(const model::KeySchema &keys, document::ItemView key)
{
    return encoding::hashOfKey(encoding::itemKey(keys, key));
}

} // namespace stator::operations
