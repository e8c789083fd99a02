#include "features/tables/settings_state.h"

#include <algorithm>

#include "bridge/text.h"
#include "features/tables/index_requests.h"
#include "features/tables/settings_difference.h"

namespace stator::ui {

namespace {

// -1 is what the service says for no maximum.
std::int64_t maximum(const std::optional<std::int64_t> &units)
{
    return std::max<std::int64_t>(units.value_or(0), 0);
}

// The table's or an index's: both name the members alike.
template <class Description>
ThroughputSettings throughputOf(const Description &described)
{
    ThroughputSettings throughput;
    if (described.provisionedThroughput) {
        throughput.readUnits = described.provisionedThroughput->readCapacityUnits.value_or(0);
        throughput.writeUnits = described.provisionedThroughput->writeCapacityUnits.value_or(0);
    }
    if (described.onDemandThroughput) {
        throughput.maxReadUnits = maximum(described.onDemandThroughput->maxReadRequestUnits);
        throughput.maxWriteUnits = maximum(described.onDemandThroughput->maxWriteRequestUnits);
    }
    if (described.warmThroughput) {
        throughput.warmReadUnits = described.warmThroughput->readUnitsPerSecond.value_or(0);
        throughput.warmWriteUnits = described.warmThroughput->writeUnitsPerSecond.value_or(0);
    }
    return throughput;
}

// Units where a person left them; maxima; warmth, which only rises: what there is by now cannot be asked for.
void mergeThroughput(const ThroughputSettings &before, const ThroughputSettings &after, ThroughputSettings &wanted)
{
    const auto follow = [&](std::int64_t ThroughputSettings::*first, std::int64_t ThroughputSettings::*second) {
        if (before.*first == wanted.*first && before.*second == wanted.*second) {
            wanted.*first = after.*first;
            wanted.*second = after.*second;
        }
    };
    follow(&ThroughputSettings::readUnits, &ThroughputSettings::writeUnits);
    follow(&ThroughputSettings::maxReadUnits, &ThroughputSettings::maxWriteUnits);
    follow(&ThroughputSettings::warmReadUnits, &ThroughputSettings::warmWriteUnits);
    wanted.warmReadUnits = std::max(wanted.warmReadUnits, after.warmReadUnits);
    wanted.warmWriteUnits = std::max(wanted.warmWriteUnits, after.warmWriteUnits);
}

template <class Value>
void follow(const Value &before, const Value &after, Value &wanted)
{
    if (before == wanted)
        wanted = after;
}

void mergeIndexes(const TableSettings &before, const TableSettings &after, const api::TableDescription &table,
                  TableSettings &wanted)
{
    QMap<QString, ThroughputSettings> indexes;
    for (auto index = after.indexes.cbegin(); index != after.indexes.cend(); ++index) {
        ThroughputSettings throughput = wanted.indexes.value(index.key(), index.value());
        mergeThroughput(before.indexes.value(index.key(), throughput), index.value(), throughput);
        indexes.insert(index.key(), throughput);
    }
    wanted.indexes = indexes;
    // An index that is there was made; one that is not, or is going, needs no deletion.
    QStringList names;
    QStringList going;
    const auto learn = [&](const auto &described) {
        if (!described)
            return;
        for (const auto &index : *described) {
            names.append(toQt(index.indexName));
            if (index.indexStatus == api::IndexStatus::Deleting)
                going.append(names.last());
        }
    };
    learn(table.globalSecondaryIndexes);
    learn(table.vectorIndexes);
    wanted.newIndexes.removeIf([&](const IndexDraft &index) { return names.contains(index.name); });
    wanted.deletedIndexes.removeIf(
        [&](const QString &name) { return !names.contains(name) || going.contains(name); });
}

template <class Indexes>
bool areActive(const std::optional<Indexes> &indexes)
{
    return !indexes || std::all_of(indexes->begin(), indexes->end(), [](const auto &index) {
        return index.indexStatus.value_or(api::IndexStatus::Active) == api::IndexStatus::Active;
    });
}

} // namespace

TableSettings settingsOf(const api::TableDescription &table)
{
    TableSettings settings;
    settings.isProvisioned = !table.billingModeSummary
        || table.billingModeSummary->billingMode.value_or(api::BillingMode::Provisioned) == api::BillingMode::Provisioned;
    settings.throughput = throughputOf(table);
    settings.isDeletionProtected = table.deletionProtectionEnabled.value_or(false);
    settings.isInfrequentAccess = table.tableClassSummary
        && table.tableClassSummary->tableClass == api::TableClass::StandardInfrequentAccess;
    settings.isKms = table.sseDescription && table.sseDescription->sseType == api::SSEType::Kms;
    if (settings.isKms)
        settings.keyId = toQt(table.sseDescription->kmsMasterKeyArn);
    if (table.streamSpecification && table.streamSpecification->streamEnabled)
        settings.stream = table.streamSpecification->streamViewType;
    if (table.globalSecondaryIndexes)
        for (const auto &index : *table.globalSecondaryIndexes)
            settings.indexes.insert(toQt(index.indexName), throughputOf(index));
    return settings;
}

TableSettings merged(const TableSettings &before, const TableSettings &after, TableSettings wanted,
                     const api::TableDescription &table)
{
    if (!isCapacityChanged(before, wanted)) {
        wanted.isProvisioned = after.isProvisioned;
        wanted.throughput.readUnits = before.throughput.readUnits;
        wanted.throughput.writeUnits = before.throughput.writeUnits;
    }
    mergeThroughput(before.throughput, after.throughput, wanted.throughput);
    follow(before.isDeletionProtected, after.isDeletionProtected, wanted.isDeletionProtected);
    follow(before.isInfrequentAccess, after.isInfrequentAccess, wanted.isInfrequentAccess);
    if (!isEncryptionChanged(before, wanted)) {
        wanted.isKms = after.isKms;
        wanted.keyId = after.keyId;
    }
    follow(before.stream, after.stream, wanted.stream);
    follow(before.tags, after.tags, wanted.tags);
    follow(before.timeToLive, after.timeToLive, wanted.timeToLive);
    follow(before.policy, after.policy, wanted.policy);
    for (const QString &name : before.insights.keys() + after.insights.keys())
        if (before.insights.value(name, Insights::Off) == wanted.insights.value(name, Insights::Off))
            wanted.insights.insert(name, after.insights.value(name, Insights::Off));
    mergeIndexes(before, after, table, wanted);
    return wanted;
}

// The service changes encryption and warm throughput of a table that stays active (Developer Guide).
bool isSettled(const api::TableDescription &table)
{
    if (table.sseDescription && table.sseDescription->status == api::SSEStatus::Updating)
        return false;
    if (table.warmThroughput && table.warmThroughput->status == api::TableStatus::Updating)
        return false;
    return table.tableStatus.value_or(api::TableStatus::Active) == api::TableStatus::Active
        && areActive(table.globalSecondaryIndexes) && areActive(table.vectorIndexes);
}

TableDraft draftOf(const api::TableDescription &table)
{
    TableDraft draft;
    draft.name = toQt(table.tableName);
    draft.settings.isProvisioned = settingsOf(table).isProvisioned;
    if (table.keySchema) {
        draft.partition = keyFieldOf(table, *table.keySchema, api::KeyType::Hash);
        draft.sort = keyFieldOf(table, *table.keySchema, api::KeyType::Range);
    }
    draft.settings.newIndexes = indexesOf(table);
    return draft;
}

} // namespace stator::ui
