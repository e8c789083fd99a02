// What the catalog keeps of a table, as the TableDescription a client reads.
#pragma once

#include "api/shapes.h"
#include "operations/table_access.h"
#include "operations/table_options.h"

namespace stator::operations {

api::TableDescription describe(const Environment &environment, const TableAccess &access);

api::ScalarAttributeType attributeType(model::ValueType type);
api::StreamViewType streamViewType(model::StreamViewType type);
std::vector<api::KeySchemaElement> keySchema(const model::KeySchema &keys);
api::TableStatus tableStatus(model::TableStatus status);
api::IndexStatus indexStatus(model::IndexStatus status);
api::Projection describeProjection(const model::Projection &projection);
// `now` tells whether the decreases counted are today's.
api::ProvisionedThroughputDescription describeThroughput(const model::Throughput &throughput, TimeMicros now);
// Nothing: no request ever named one.
std::optional<api::TableClassSummary> describeTableClass(const model::TableClassSetting &setting);
// Nothing: the service's own key, which no reply shows.
std::optional<api::SSEDescription> describeEncryption(const model::Encryption &encryption, bool isChanging);

template <class Warm, class Status>
Warm describeWarm(const model::TableDefinition &table, const model::Throughput &throughput,
                  const model::WarmThroughput &set, Status status)
{
    const model::WarmThroughput units = effectiveWarm(table.billingMode, throughput, set);
    Warm warm;
    warm.readUnitsPerSecond = units.readUnits;
    warm.writeUnitsPerSecond = units.writeUnits;
    warm.status = status;
    return warm;
}

} // namespace stator::operations
