// What can be set of a table or an index beside keys and provisioned units: on-demand maxima, warm throughput,
// table class, encryption, stream. From a request's members to the catalog's, with the rules between them.
#pragma once

#include <optional>
#include <string>

#include "api/shapes.h"
#include "base/result.h"
#include "model/table_definition.h"

namespace stator::operations {

// Where and when a table is made or changed.
struct ChangeSite {
    std::string region;
    std::string accountId;
    TimeMicros now = 0;
    TimeMicros tableDelay = 0; // how long a change takes, where that was asked for
};

// A change of the encryption is under way.
bool isEncryptionChanging(const model::Encryption &encryption, TimeMicros now, TimeMicros tableDelay);

// `subject` is what messages call the owner: "table" or "index <name>".

// Member by member: -1 takes a maximum away. Refused: zero, and anything else below.
Result<void> mergeOnDemand(const api::OnDemandThroughput &requested, model::BillingMode billing,
                           const std::string &subject, model::OnDemandThroughput &into);

// What is there at once: what was set, or what the billing mode begins with.
model::WarmThroughput effectiveWarm(model::BillingMode billing, const model::Throughput &throughput,
                                    const model::WarmThroughput &set);
// Of a new table or index: not below what it has anyway.
Result<void> setWarm(const api::WarmThroughput &requested, model::BillingMode billing,
                     const model::Throughput &throughput, const std::string &subject,
                     model::WarmThroughput &into);
// Of one that exists: it only rises.
Result<void> raiseWarm(const api::WarmThroughput &requested, model::BillingMode billing,
                       const model::Throughput &throughput, const std::string &subject,
                       model::WarmThroughput &into);

// The rules of an SSESpecification that need no table.
Result<void> checkEncryption(const api::SSESpecification &encryption);
// `site` gives key ids their ARN.
void setEncryption(const api::SSESpecification &requested, const ChangeSite &site, model::Encryption &into);
// Limited: four changes within a day, then one in six hours.
Result<void> changeEncryption(const api::SSESpecification &requested, const ChangeSite &site,
                              model::Encryption &into);

void setTableClass(api::TableClass requested, model::TableClassSetting &into);
// Limited: two changes within 30 days.
Result<void> changeTableClass(api::TableClass requested, TimeMicros now, model::TableClassSetting &into);

// Of a new table. The engine gives the stream its label.
void setStream(const api::StreamSpecification &requested, model::StreamSetting &into);
// Enables one where there is none, or disables the one there is.
Result<void> changeStream(const api::StreamSpecification &requested, model::TableDefinition &table);

// At most once in 15 seconds.
Result<void> changeDeletionProtection(bool isProtected, TimeMicros now, model::TableDefinition &table);

// No more than the service allows a table.
Result<void> checkUnits(const api::ProvisionedThroughput &throughput, const std::string &region);

// "2026-11-22T16:00:00.000Z".
std::string isoTime(TimeMicros time);

} // namespace stator::operations
