// What the catalog keeps of a table, as the TableDescription a client reads.
#pragma once

#include "api/shapes.h"
#include "operations/table_access.h"

namespace stator::operations {

api::TableDescription describe(const Environment &environment, const TableAccess &access);

api::ScalarAttributeType attributeType(model::ValueType type);
api::TableStatus tableStatus(model::TableStatus status);
api::IndexStatus indexStatus(model::IndexStatus status);
api::Projection describeProjection(const model::Projection &projection);
// `now` tells whether the decreases counted are today's.
api::ProvisionedThroughputDescription describeThroughput(const model::Throughput &throughput, TimeMicros now);

} // namespace stator::operations
