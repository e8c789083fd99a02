// Small documents and definitions for tests below the replica.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/item.h"
#include "document/writer.h"
#include "model/table_definition.h"

namespace stator::testing {

inline document::Item itemOf(const std::vector<std::pair<std::string, std::string>> &texts)
{
    document::ItemWriter writer;
    for (const auto &[name, text] : texts) {
        writer.name(name);
        writer.string(text);
    }
    return writer.finish();
}

inline document::Item sampleItem()
{
    return itemOf({{"pk", "user#1"}, {"sk", "profile"}, {"name", "Ada"}});
}

// Every member set to something that is not its default.
inline model::TableDefinition sampleDefinition()
{
    model::IndexDefinition index;
    index.id = 2;
    index.kind = model::IndexKind::Local;
    index.name = "by-colour";
    index.keys.partition = {{"pk", model::ValueType::S}};
    index.keys.sort = {{"colour", model::ValueType::B}};
    index.projection = {model::ProjectionType::Include, {"a", "b"}};
    index.status = model::IndexStatus::Creating;
    index.isBackfilling = true;
    index.throughput = {5, 6, 1'700'000'000'000'000, -1, 3, 19'000};
    index.onDemandThroughput = {100, 200};
    index.warmThroughput = {12'001, 4'001};
    index.insights = {true, model::InsightsMode::ThrottledKeys, 1'700'000'000'000'002};

    model::TableDefinition definition;
    definition.storageId = 300;
    definition.id = "0d3c5d4f-0000-4000-8000-000000000001";
    definition.name = "Music";
    definition.status = model::TableStatus::Updating;
    definition.keys.partition = {{"pk", model::ValueType::S}};
    definition.keys.sort = {{"sk", model::ValueType::N}};
    definition.indexes = {index};
    definition.nextIndexId = 9;
    definition.billingMode = model::BillingMode::PayPerRequest;
    definition.payPerRequestSince = 1'700'000'000'000'001;
    definition.throughput = {1, 2, 3, 4, 5, 6};
    definition.created = 1'600'000'000'000'000;
    definition.isDeletionProtected = true;
    definition.tags = {{"team", "blue"}, {"cost", ""}};
    definition.deletionProtectionChanged = 1'700'000'000'000'003;
    definition.onDemandThroughput = {0, 7};
    definition.warmThroughput = {13'000, 5'000};
    definition.insights = {false, model::InsightsMode::AccessedAndThrottledKeys, 9};
    definition.tableClass = {model::TableClass::StandardInfrequentAccess, true, 8, {7, 8}};
    definition.encryption = {true, "arn:aws:kms:us-east-1:000000000000:key/1", {6}};
    definition.resourcePolicy = {"{}", "1700000000000", 5};
    definition.timeToLive = {model::TimeToLiveStatus::Enabled, "expires", 4, 3};
    definition.stream = {model::StreamStatus::Disabling, model::StreamViewType::OldImage, 1'700'000'000'004'000};
    return definition;
}

} // namespace stator::testing
