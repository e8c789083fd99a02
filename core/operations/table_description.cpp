#include "operations/table_description.h"

#include <map>

#include "operations/arns.h"
#include "operations/environment.h"
#include "operations/table_options.h"
#include "operations/throughput_change.h"
#include "operations/vector_schema.h"
#include "streams/stream_names.h"

namespace stator::operations {

namespace {

double seconds(TimeMicros time)
{
    return static_cast<double>(time) / 1e6;
}

std::vector<api::AttributeDefinition> attributeDefinitions(const model::TableDefinition &table)
{
    std::map<std::string_view, model::ValueType> types;
    const auto collect = [&](const std::vector<model::KeyAttribute> &attributes) {
        for (const auto &attribute : attributes)
            types.emplace(attribute.name, attribute.type);
    };
    collect(table.keys.partition);
    collect(table.keys.sort);
    for (const auto &index : table.indexes)
        for (const auto *part : {&index.keys.partition, &index.keys.sort, &index.vector.inlineFilters})
            collect(*part);
    std::vector<api::AttributeDefinition> definitions;
    for (const auto &entry : types)
        definitions.push_back({std::string(entry.first), attributeType(entry.second)});
    return definitions;
}

// Nothing: there is no maximum. Of one alone the other is told as -1.
std::optional<api::OnDemandThroughput> describeOnDemand(const model::OnDemandThroughput &throughput)
{
    constexpr std::int64_t kNoMaximum = -1;
    if (throughput == model::OnDemandThroughput())
        return std::nullopt;
    api::OnDemandThroughput description;
    description.maxReadRequestUnits = throughput.maxReadUnits != 0 ? throughput.maxReadUnits : kNoMaximum;
    description.maxWriteRequestUnits = throughput.maxWriteUnits != 0 ? throughput.maxWriteUnits : kNoMaximum;
    return description;
}

template <class Description>
void describeCounts(const engine::TableCounts &counts, std::uint32_t indexId, Description &description)
{
    description.itemCount = 0;
    description.indexSizeBytes = 0;
    for (const auto &index : counts.indexes)
        if (index.id == indexId) {
            description.itemCount = static_cast<std::int64_t>(index.items);
            description.indexSizeBytes = static_cast<std::int64_t>(index.bytes);
        }
}

void describeIndexes(const model::TableDefinition &table, const engine::TableCounts &counts, TimeMicros now,
                     api::TableDescription &description)
{
    for (const auto &index : table.indexes) {
        if (index.kind == model::IndexKind::Local) {
            api::LocalSecondaryIndexDescription local;
            local.indexName = index.name;
            local.keySchema = keySchema(index.keys);
            local.projection = describeProjection(index.projection);
            local.indexArn = indexArn(*description.tableArn, index.name);
            describeCounts(counts, index.id, local);
            if (!description.localSecondaryIndexes)
                description.localSecondaryIndexes.emplace();
            description.localSecondaryIndexes->push_back(std::move(local));
            continue;
        }
        if (index.kind == model::IndexKind::Vector) {
            api::VectorIndexDescription vector = describeVectorIndex(table, index);
            vector.indexArn = indexArn(*description.tableArn, index.name);
            describeCounts(counts, index.id, vector);
            if (!description.vectorIndexes)
                description.vectorIndexes.emplace();
            description.vectorIndexes->push_back(std::move(vector));
            continue;
        }
        api::GlobalSecondaryIndexDescription global;
        global.indexName = index.name;
        global.keySchema = keySchema(index.keys);
        global.projection = describeProjection(index.projection);
        global.indexStatus = indexStatus(index.status);
        if (index.status == model::IndexStatus::Creating && table.status != model::TableStatus::Creating)
            global.backfilling = index.isBackfilling;
        global.provisionedThroughput = describeThroughput(index.throughput, now);
        global.indexArn = indexArn(*description.tableArn, index.name);
        global.onDemandThroughput = describeOnDemand(index.onDemandThroughput);
        if (index.isReadable())
            global.warmThroughput = describeWarm<api::GlobalSecondaryIndexWarmThroughputDescription>(
                table, index.throughput, index.warmThroughput, api::IndexStatus::Active);
        describeCounts(counts, index.id, global);
        if (!description.globalSecondaryIndexes)
            description.globalSecondaryIndexes.emplace();
        description.globalSecondaryIndexes->push_back(std::move(global));
    }
}

// The latest stream is told of as long as the table lives.
void describeStream(const model::TableDefinition &table, api::TableDescription &description)
{
    const model::StreamSetting &stream = table.stream;
    if (stream.created == 0)
        return;
    description.latestStreamLabel = streams::streamLabel(stream.created);
    description.latestStreamArn = streamArn(*description.tableArn, *description.latestStreamLabel);
    if (!stream.isRecording())
        return;
    description.streamSpecification.emplace();
    description.streamSpecification->streamEnabled = true;
    description.streamSpecification->streamViewType = streamViewType(stream.viewType);
}

} // namespace

std::vector<api::KeySchemaElement> keySchema(const model::KeySchema &keys)
{
    std::vector<api::KeySchemaElement> elements;
    for (const auto &key : keys.partition)
        elements.push_back({key.name, api::KeyType::Hash});
    for (const auto &key : keys.sort)
        elements.push_back({key.name, api::KeyType::Range});
    return elements;
}

api::StreamViewType streamViewType(model::StreamViewType type)
{
    switch (type) {
    case model::StreamViewType::NewImage:
        return api::StreamViewType::NewImage;
    case model::StreamViewType::OldImage:
        return api::StreamViewType::OldImage;
    case model::StreamViewType::NewAndOldImages:
        return api::StreamViewType::NewAndOldImages;
    case model::StreamViewType::KeysOnly:
        break;
    }
    return api::StreamViewType::KeysOnly;
}

api::Projection describeProjection(const model::Projection &projection)
{
    api::Projection result;
    switch (projection.type) {
    case model::ProjectionType::All:
        result.projectionType = api::ProjectionType::All;
        break;
    case model::ProjectionType::KeysOnly:
        result.projectionType = api::ProjectionType::KeysOnly;
        break;
    case model::ProjectionType::Include:
        result.projectionType = api::ProjectionType::Include;
        result.nonKeyAttributes = projection.nonKeyAttributes;
        break;
    }
    return result;
}

api::ScalarAttributeType attributeType(model::ValueType type)
{
    switch (type) {
    case model::ValueType::N:
        return api::ScalarAttributeType::N;
    case model::ValueType::B:
        return api::ScalarAttributeType::B;
    default:
        return api::ScalarAttributeType::S;
    }
}

api::TableStatus tableStatus(model::TableStatus status)
{
    switch (status) {
    case model::TableStatus::Creating:
        return api::TableStatus::Creating;
    case model::TableStatus::Updating:
        return api::TableStatus::Updating;
    case model::TableStatus::Deleting:
        return api::TableStatus::Deleting;
    case model::TableStatus::Active:
        break;
    }
    return api::TableStatus::Active;
}

api::IndexStatus indexStatus(model::IndexStatus status)
{
    switch (status) {
    case model::IndexStatus::Creating:
        return api::IndexStatus::Creating;
    case model::IndexStatus::Updating:
        return api::IndexStatus::Updating;
    case model::IndexStatus::Deleting:
        return api::IndexStatus::Deleting;
    case model::IndexStatus::Active:
        break;
    }
    return api::IndexStatus::Active;
}

api::ProvisionedThroughputDescription describeThroughput(const model::Throughput &throughput, TimeMicros now)
{
    api::ProvisionedThroughputDescription description;
    if (throughput.lastIncrease != 0)
        description.lastIncreaseDateTime = seconds(throughput.lastIncrease);
    if (throughput.lastDecrease != 0)
        description.lastDecreaseDateTime = seconds(throughput.lastDecrease);
    description.numberOfDecreasesToday = decreasesToday(throughput, now);
    description.readCapacityUnits = throughput.readUnits;
    description.writeCapacityUnits = throughput.writeUnits;
    return description;
}

std::optional<api::TableClassSummary> describeTableClass(const model::TableClassSetting &setting)
{
    if (!setting.isSet)
        return std::nullopt;
    api::TableClassSummary summary;
    summary.tableClass = setting.tableClass == model::TableClass::Standard
                             ? api::TableClass::Standard
                             : api::TableClass::StandardInfrequentAccess;
    if (setting.updated != 0)
        summary.lastUpdateDateTime = seconds(setting.updated);
    return summary;
}

std::optional<api::SSEDescription> describeEncryption(const model::Encryption &encryption, bool isChanging)
{
    if (!encryption.isKms && !isChanging)
        return std::nullopt;
    api::SSEDescription description;
    description.status = isChanging ? api::SSEStatus::Updating : api::SSEStatus::Enabled;
    description.sseType = api::SSEType::Kms;
    if (encryption.isKms)
        description.kmsMasterKeyArn = encryption.keyArn;
    return description;
}

api::TableDescription describe(const Environment &environment, const TableAccess &access)
{
    const model::TableDefinition &table = *access.definition;
    const engine::TableCounts counts = access.region->counts(*access.table);
    const TimeMicros now = environment.clock->nowMicros();
    api::TableDescription description;
    description.attributeDefinitions = attributeDefinitions(table);
    description.tableName = table.name;
    description.keySchema = keySchema(table.keys);
    description.tableStatus = tableStatus(table.status);
    description.creationDateTime = seconds(table.created);
    description.provisionedThroughput = describeThroughput(table.throughput, now);
    description.tableSizeBytes = static_cast<std::int64_t>(counts.bytes);
    description.itemCount = static_cast<std::int64_t>(counts.items);
    description.tableArn = tableArn(access.region->name(), environment.accountId, table.name);
    description.tableId = table.id;
    if (table.payPerRequestSince != 0) {
        description.billingModeSummary.emplace();
        description.billingModeSummary->billingMode = table.billingMode == model::BillingMode::PayPerRequest
                                                          ? api::BillingMode::PayPerRequest
                                                          : api::BillingMode::Provisioned;
        description.billingModeSummary->lastUpdateToPayPerRequestDateTime = seconds(table.payPerRequestSince);
    }
    describeIndexes(table, counts, now, description);
    description.deletionProtectionEnabled = table.isDeletionProtected;
    description.onDemandThroughput = describeOnDemand(table.onDemandThroughput);
    description.tableClassSummary = describeTableClass(table.tableClass);
    description.sseDescription = describeEncryption(
        table.encryption, isEncryptionChanging(table.encryption, now, environment.regions->tableDelay()));
    describeStream(table, description);
    // A table on its way shows it only if it was asked for.
    const bool isThere = table.status == model::TableStatus::Active || table.status == model::TableStatus::Updating;
    if (isThere || !(table.warmThroughput == model::WarmThroughput()))
        description.warmThroughput = describeWarm<api::TableWarmThroughputDescription>(
            table, table.throughput, table.warmThroughput,
            isThere ? api::TableStatus::Active : tableStatus(table.status));
    return description;
}

} // namespace stator::operations
