// A table as the service describes it: on demand, two indexes, a tag that comes apart.
#pragma once

#include "api/describe_table.h"

namespace stator::test {

inline api::TableDescription shopDescription()
{
    api::TableDescription table;
    table.tableName = "Shop";
    table.tableArn = "arn:aws:dynamodb:us-east-1:000000000000:table/Shop";
    table.tableStatus = api::TableStatus::Active;
    table.itemCount = 12480;
    table.tableSizeBytes = 2'400'000;
    table.billingModeSummary.emplace();
    table.billingModeSummary->billingMode = api::BillingMode::PayPerRequest;
    table.attributeDefinitions.emplace();
    table.attributeDefinitions->push_back({"pk", api::ScalarAttributeType::S});
    table.attributeDefinitions->push_back({"sk", api::ScalarAttributeType::S});
    table.attributeDefinitions->push_back({"status", api::ScalarAttributeType::S});
    table.keySchema.emplace();
    table.keySchema->push_back({"pk", api::KeyType::Hash});
    table.keySchema->push_back({"sk", api::KeyType::Range});
    api::GlobalSecondaryIndexDescription index;
    index.indexName = "byStatus";
    index.indexStatus = api::IndexStatus::Active;
    index.keySchema.emplace();
    index.keySchema->push_back({"status", api::KeyType::Hash});
    index.itemCount = 300;
    table.globalSecondaryIndexes.emplace();
    table.globalSecondaryIndexes->push_back(index);
    return table;
}

} // namespace stator::test
