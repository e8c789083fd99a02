#include "operations/table_options.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "model/limits.h"
#include "operations/throughput_change.h"

namespace stator::operations {

namespace {

// On-demand tables start with the room of four partitions (Developer Guide, "Warm throughput").
constexpr std::int64_t kInitialReadUnits = 12'000;
constexpr std::int64_t kInitialWriteUnits = 4'000;

constexpr std::int64_t kMaxUnits = 1'000'000'000'000;
constexpr std::int64_t kNoMaximum = -1;

Result<void> mergeMaximum(const std::optional<std::int64_t> &requested, const char *member,
                          const std::string &subject, std::int64_t &into)
{
    if (!requested)
        return {};
    if (*requested != kNoMaximum && (*requested < 1 || *requested > model::kTableUnits))
        return Error::invalidParameter("Requested " + std::string(member) + " for OnDemandThroughput for " +
                                       subject + " is outside of valid range");
    into = *requested == kNoMaximum ? 0 : *requested;
    return {};
}

Error tooLittleWarm(const char *member, const std::string &subject, const std::string &reason)
{
    return Error::invalidParameter("Requested " + std::string(member) + " for WarmThroughput for " + subject +
                                   " is lower than " + reason);
}

std::string firstReason(model::BillingMode billing, const char *units)
{
    if (billing == model::BillingMode::Provisioned)
        return std::string(units) + " of ProvisionedThroughput";
    return "initial throughput for OnDemand. See: "
           "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html";
}

std::string keyArn(const std::optional<std::string> &keyId, const ChangeSite &site)
{
    // The account's key for alias/aws/dynamodb: one in each region.
    constexpr std::string_view kManagedKey = "key/00000000-0000-4000-8000-000000000001";
    if (keyId && keyId->rfind("arn:", 0) == 0)
        return *keyId;
    std::string arn = "arn:aws:kms:" + site.region + ":" + site.accountId + ":";
    if (!keyId || *keyId == "alias/aws/dynamodb")
        return arn.append(kManagedKey);
    return keyId->rfind("alias/", 0) == 0 ? arn + *keyId : arn + "key/" + *keyId;
}

// Forgets changes that no longer count, and notes one more.
void note(TimeMicros now, TimeMicros window, std::vector<TimeMicros> &changes)
{
    changes.erase(std::remove_if(changes.begin(), changes.end(),
                                 [&](TimeMicros change) { return change <= now - window; }),
                  changes.end());
    changes.push_back(now);
}

std::size_t countSince(TimeMicros time, const std::vector<TimeMicros> &changes)
{
    return static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(), [&](TimeMicros change) { return change > time; }));
}

Error aboveMaximum(const char *member, std::int64_t units, const std::string &region)
{
    return Error::limitExceeded("The requested " + std::string(member) + ", " + std::to_string(units) +
                                ", is above the per table maximum for the account in " + region +
                                ". Per table maximum: " + std::to_string(model::kTableUnits) +
                                ". Refer to the Amazon DynamoDB Developer Guide for current limits and how "
                                "to request higher limits.");
}

} // namespace

Result<void> mergeOnDemand(const api::OnDemandThroughput &requested, model::BillingMode billing,
                           const std::string &subject, model::OnDemandThroughput &into)
{
    if (billing == model::BillingMode::Provisioned)
        return Error::invalidParameter(
            std::string(requested.maxReadRequestUnits ? "MaxReadRequestUnits" : "MaxWriteRequestUnits") +
            " for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED");
    STATOR_CHECK(
        mergeMaximum(requested.maxReadRequestUnits, "MaxReadRequestUnits", subject, into.maxReadUnits));
    return mergeMaximum(requested.maxWriteRequestUnits, "MaxWriteRequestUnits", subject, into.maxWriteUnits);
}

model::WarmThroughput effectiveWarm(model::BillingMode billing, const model::Throughput &throughput,
                                    const model::WarmThroughput &set)
{
    const bool isOnDemand = billing == model::BillingMode::PayPerRequest;
    return {std::max(set.readUnits, isOnDemand ? kInitialReadUnits : throughput.readUnits),
            std::max(set.writeUnits, isOnDemand ? kInitialWriteUnits : throughput.writeUnits)};
}

Result<void> setWarm(const api::WarmThroughput &requested, model::BillingMode billing,
                     const model::Throughput &throughput, const std::string &subject,
                     model::WarmThroughput &into)
{
    const model::WarmThroughput least = effectiveWarm(billing, throughput, {});
    if (requested.readUnitsPerSecond && *requested.readUnitsPerSecond < least.readUnits)
        return tooLittleWarm("ReadUnitsPerSecond", subject, firstReason(billing, "ReadCapacityUnits"));
    if (requested.writeUnitsPerSecond && *requested.writeUnitsPerSecond < least.writeUnits)
        return tooLittleWarm("WriteUnitsPerSecond", subject, firstReason(billing, "WriteCapacityUnits"));
    into.readUnits = requested.readUnitsPerSecond.value_or(0);
    into.writeUnits = requested.writeUnitsPerSecond.value_or(0);
    return {};
}

Result<void> raiseWarm(const api::WarmThroughput &requested, model::BillingMode billing,
                       const model::Throughput &throughput, const std::string &subject,
                       model::WarmThroughput &into)
{
    constexpr const char *kReason =
        "current WarmThroughput, decreasing WarmThroughput is not supported";
    const model::WarmThroughput current = effectiveWarm(billing, throughput, into);
    if (requested.readUnitsPerSecond && *requested.readUnitsPerSecond < current.readUnits)
        return tooLittleWarm("ReadUnitsPerSecond", subject, kReason);
    if (requested.writeUnitsPerSecond && *requested.writeUnitsPerSecond < current.writeUnits)
        return tooLittleWarm("WriteUnitsPerSecond", subject, kReason);
    into.readUnits = requested.readUnitsPerSecond.value_or(current.readUnits);
    into.writeUnits = requested.writeUnitsPerSecond.value_or(current.writeUnits);
    return {};
}

Result<void> checkEncryption(const api::SSESpecification &encryption)
{
    const bool isEnabled = encryption.enabled.value_or(false);
    if (!isEnabled && encryption.sseType)
        return Error::invalidParameter("SSEType can not be specified if Enabled is false");
    if (!isEnabled && encryption.kmsMasterKeyId)
        return Error::invalidParameter("KMSMasterKeyId can not be specified if Enabled is false");
    if (encryption.sseType == api::SSEType::Aes256)
        return Error::invalidParameter("SSEType AES256 is not supported");
    if (encryption.kmsMasterKeyId && !encryption.sseType)
        return Error::invalidParameter("SSEType KMS is required if KMSMasterKeyId is specified");
    return {};
}

void setEncryption(const api::SSESpecification &requested, const ChangeSite &site, model::Encryption &into)
{
    into.isKms = requested.enabled.value_or(false);
    into.keyArn = into.isKms ? keyArn(requested.kmsMasterKeyId, site) : std::string();
}

bool isEncryptionChanging(const model::Encryption &encryption, TimeMicros now, TimeMicros tableDelay)
{
    return !encryption.changes.empty() && now < encryption.changes.back() + tableDelay;
}

Result<void> changeEncryption(const api::SSESpecification &requested, const ChangeSite &site,
                              model::Encryption &into)
{
    constexpr std::size_t kFreeChanges = 4;
    constexpr TimeMicros kPause = 21'600 * kSecond;
    if (isEncryptionChanging(into, site.now, site.tableDelay))
        return inUse("Server-Side Encryption is still being updated");
    model::Encryption changed = into;
    setEncryption(requested, site, changed);
    if (!changed.isKms && !into.isKms)
        return Error::invalidParameter("Table is already encrypted by default");
    if (changed == into)
        return {};
    const std::size_t changes = countSince(site.now - kDay, into.changes);
    if (changes >= kFreeChanges && site.now - into.changes.back() < kPause)
        return Error::limitExceeded(
            "Subscriber limit exceeded: Encryption mode changes are limited in the 24h window ending at " +
            isoTime(site.now) + ". After the first " + std::to_string(kFreeChanges) +
            " encryption mode changes in that window, each subsequent change can be performed at most once "
            "every 21600 seconds. Number of encryption mode changes in that window: " +
            std::to_string(changes) + ". Next encryption mode change can be made at " +
            isoTime(into.changes.back() + kPause));
    note(site.now, kDay, changed.changes);
    into = std::move(changed);
    return {};
}

void setTableClass(api::TableClass requested, model::TableClassSetting &into)
{
    into.tableClass = requested == api::TableClass::Standard ? model::TableClass::Standard
                                                             : model::TableClass::StandardInfrequentAccess;
    into.isSet = true;
}

Result<void> changeTableClass(api::TableClass requested, TimeMicros now, model::TableClassSetting &into)
{
    constexpr std::size_t kChanges = 2;
    constexpr TimeMicros kWindow = 30 * kDay;
    model::TableClassSetting changed = into;
    setTableClass(requested, changed);
    if (changed.tableClass == into.tableClass)
        return {};
    if (countSince(now - kWindow, into.changes) >= kChanges)
        return Error::limitExceeded(
            "Subscriber limit exceeded: Updates to TableClass are limited to 2 times in 30 day(s).");
    changed.updated = now;
    note(now, kWindow, changed.changes);
    into = std::move(changed);
    return {};
}

void setStream(const api::StreamSpecification &requested, model::StreamSetting &into)
{
    if (!requested.streamEnabled)
        return;
    into = model::StreamSetting();
    into.status = model::StreamStatus::Enabling;
    switch (*requested.streamViewType) {
    case api::StreamViewType::NewImage:
        into.viewType = model::StreamViewType::NewImage;
        break;
    case api::StreamViewType::OldImage:
        into.viewType = model::StreamViewType::OldImage;
        break;
    case api::StreamViewType::NewAndOldImages:
        into.viewType = model::StreamViewType::NewAndOldImages;
        break;
    case api::StreamViewType::KeysOnly:
        into.viewType = model::StreamViewType::KeysOnly;
        break;
    }
}

Result<void> changeStream(const api::StreamSpecification &requested, model::TableDefinition &table)
{
    if (requested.streamEnabled && table.stream.isRecording())
        return Error::validation("Table already has an enabled stream: TableName: " + table.name);
    if (!requested.streamEnabled && !table.stream.isRecording())
        return Error::validation("Table has no stream to disable: TableName: " + table.name);
    if (requested.streamEnabled)
        setStream(requested, table.stream);
    else
        table.stream.status = model::StreamStatus::Disabling;
    return {};
}

Result<void> changeDeletionProtection(bool isProtected, TimeMicros now, model::TableDefinition &table)
{
    constexpr TimeMicros kPause = 15 * kSecond;
    if (isProtected == table.isDeletionProtected)
        return {};
    const TimeMicros next = table.deletionProtectionChanged + kPause;
    if (table.deletionProtectionChanged != 0 && now < next)
        return Error{ErrorCode::Throttling,
                     "Deletion protection setting for table " + table.name +
                         " modified within the previous 15000 milliseconds. Please try again after " +
                         isoTime(next),
                     {}};
    table.isDeletionProtected = isProtected;
    table.deletionProtectionChanged = now;
    return {};
}

Result<void> checkUnits(const api::ProvisionedThroughput &throughput, const std::string &region)
{
    const std::pair<const char *, std::int64_t> members[] = {
        {"ReadCapacityUnits", throughput.readCapacityUnits},
        {"WriteCapacityUnits", throughput.writeCapacityUnits}};
    for (const auto &member : members)
        if (member.second > kMaxUnits)
            return Error::validation("Given value " + std::to_string(member.second) + " for " + member.first +
                                     " is out of bounds");
    for (const auto &member : members)
        if (member.second > model::kTableUnits)
            return aboveMaximum(member.first, member.second, region);
    return {};
}

std::string isoTime(TimeMicros time)
{
    const auto seconds = static_cast<std::time_t>(time / kSecond);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[64];
    const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, ".%03dZ", static_cast<int>(time % kSecond / 1000));
    return std::string(text, size) + fraction;
}

} // namespace stator::operations
