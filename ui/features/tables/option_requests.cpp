#include "features/tables/option_requests.h"

#include <algorithm>

#include "bridge/text.h"

namespace stator::ui {

namespace {

constexpr std::int64_t kNoMaximum = -1; // API Reference, OnDemandThroughput

api::UpdateTableRequest updateOf(const api::TableDescription &table)
{
    api::UpdateTableRequest request;
    request.tableName = table.tableName.value_or(std::string());
    return request;
}

bool areMaximaChanged(const TableSettings &now, const TableSettings &wanted)
{
    return !wanted.isProvisioned
        && (now.maxReadUnits != wanted.maxReadUnits || now.maxWriteUnits != wanted.maxWriteUnits);
}

bool isWarmChanged(const TableSettings &now, const TableSettings &wanted)
{
    return now.warmReadUnits != wanted.warmReadUnits || now.warmWriteUnits != wanted.warmWriteUnits;
}

bool isEncryptionChanged(const TableSettings &now, const TableSettings &wanted)
{
    return now.isKms != wanted.isKms || (wanted.isKms && now.keyId != wanted.keyId);
}

api::UpdateTableRequest encryptionUpdate(const TableSettings &wanted, const api::TableDescription &table)
{
    api::UpdateTableRequest request = updateOf(table);
    request.sseSpecification.emplace();
    request.sseSpecification->enabled = wanted.isKms;
    if (wanted.isKms)
        request.sseSpecification->sseType = api::SSEType::Kms;
    if (wanted.isKms && !wanted.keyId.isEmpty())
        request.sseSpecification->kmsMasterKeyId = toUtf8(wanted.keyId);
    return request;
}

api::UpdateTimeToLiveRequest timeToLiveUpdate(bool isEnabled, const QString &attribute,
                                              const api::TableDescription &table)
{
    api::UpdateTimeToLiveRequest request;
    request.tableName = table.tableName.value_or(std::string());
    request.timeToLiveSpecification.enabled = isEnabled;
    request.timeToLiveSpecification.attributeName = toUtf8(attribute);
    return request;
}

void addPolicyStep(const TableSettings &wanted, const api::TableDescription &table, std::vector<SettingsStep> &steps)
{
    const std::string arn = table.tableArn.value_or(std::string());
    if (wanted.policy.isEmpty()) {
        api::DeleteResourcePolicyRequest request;
        request.resourceArn = arn;
        steps.push_back({SettingsField::Policy, {}, request});
        return;
    }
    api::PutResourcePolicyRequest request;
    request.resourceArn = arn;
    request.policy = toUtf8(wanted.policy);
    steps.push_back({SettingsField::Policy, {}, request});
}

std::int64_t maximum(const std::optional<std::int64_t> &units)
{
    return std::max<std::int64_t>(units.value_or(0), 0);
}

std::int64_t asMember(std::int64_t units)
{
    return units == 0 ? kNoMaximum : units;
}

} // namespace

void readOptions(const api::TableDescription &table, TableSettings &settings)
{
    if (table.onDemandThroughput) {
        settings.maxReadUnits = maximum(table.onDemandThroughput->maxReadRequestUnits);
        settings.maxWriteUnits = maximum(table.onDemandThroughput->maxWriteRequestUnits);
    }
    if (table.warmThroughput) {
        settings.warmReadUnits = table.warmThroughput->readUnitsPerSecond.value_or(0);
        settings.warmWriteUnits = table.warmThroughput->writeUnitsPerSecond.value_or(0);
    }
    settings.isInfrequentAccess = table.tableClassSummary
        && table.tableClassSummary->tableClass == api::TableClass::StandardInfrequentAccess;
    settings.isKms = table.sseDescription && table.sseDescription->sseType == api::SSEType::Kms;
    if (settings.isKms)
        settings.keyId = toQt(table.sseDescription->kmsMasterKeyArn);
}

void addOptionSteps(const TableSettings &now, const TableSettings &wanted, const api::TableDescription &table,
                    std::vector<SettingsStep> &steps)
{
    if (now.isInfrequentAccess != wanted.isInfrequentAccess) {
        api::UpdateTableRequest request = updateOf(table);
        request.tableClass =
            wanted.isInfrequentAccess ? api::TableClass::StandardInfrequentAccess : api::TableClass::Standard;
        steps.push_back({SettingsField::TableClass, {}, request});
    }
    if (isEncryptionChanged(now, wanted))
        steps.push_back({SettingsField::Encryption, {}, encryptionUpdate(wanted, table)});
    // Maxima are an on-demand table's: one that becomes so gets them afterwards.
    if (areMaximaChanged(now, wanted) && now.isProvisioned == wanted.isProvisioned) {
        api::UpdateTableRequest request = updateOf(table);
        request.onDemandThroughput = api::OnDemandThroughput{asMember(wanted.maxReadUnits), asMember(wanted.maxWriteUnits)};
        steps.push_back({SettingsField::Limits, {}, request});
    }
    if (isWarmChanged(now, wanted)) {
        api::UpdateTableRequest request = updateOf(table);
        request.warmThroughput = api::WarmThroughput{wanted.warmReadUnits, wanted.warmWriteUnits};
        steps.push_back({SettingsField::Limits, {}, request});
    }
    // Another attribute needs the old one to be given up first; the service wants time between the two.
    if (now.timeToLive != wanted.timeToLive)
        steps.push_back({SettingsField::TimeToLive, {},
                         now.timeToLive.isEmpty() ? timeToLiveUpdate(true, wanted.timeToLive, table)
                                                  : timeToLiveUpdate(false, now.timeToLive, table)});
    if (now.policy != wanted.policy)
        addPolicyStep(wanted, table, steps);
}

int optionChangeCount(const TableSettings &now, const TableSettings &wanted)
{
    return (now.isInfrequentAccess != wanted.isInfrequentAccess ? 1 : 0) + (isEncryptionChanged(now, wanted) ? 1 : 0)
        + (areMaximaChanged(now, wanted) ? 1 : 0) + (isWarmChanged(now, wanted) ? 1 : 0)
        + (now.timeToLive != wanted.timeToLive ? 1 : 0) + (now.policy != wanted.policy ? 1 : 0);
}

void mergeOptions(const TableSettings &before, const TableSettings &after, TableSettings &wanted)
{
    if (before.isInfrequentAccess == wanted.isInfrequentAccess)
        wanted.isInfrequentAccess = after.isInfrequentAccess;
    if (!isEncryptionChanged(before, wanted)) {
        wanted.isKms = after.isKms;
        wanted.keyId = after.keyId;
    }
    if (!areMaximaChanged(before, wanted)) {
        wanted.maxReadUnits = after.maxReadUnits;
        wanted.maxWriteUnits = after.maxWriteUnits;
    }
    // What the table has by now cannot be asked for any more.
    wanted.warmReadUnits = std::max(
        before.warmReadUnits == wanted.warmReadUnits ? after.warmReadUnits : wanted.warmReadUnits, after.warmReadUnits);
    wanted.warmWriteUnits = std::max(before.warmWriteUnits == wanted.warmWriteUnits ? after.warmWriteUnits
                                                                                    : wanted.warmWriteUnits,
                                     after.warmWriteUnits);
    if (before.timeToLive == wanted.timeToLive)
        wanted.timeToLive = after.timeToLive;
    if (before.policy == wanted.policy)
        wanted.policy = after.policy;
}

} // namespace stator::ui
