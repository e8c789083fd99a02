#include "operations/throughput_change.h"

#include <ctime>

namespace stator::operations {

namespace {

constexpr TimeMicros kPause = 3'600 * kSecond; // between decreases beyond the free ones
constexpr std::int64_t kFreeDecreases = 4;

std::string timeText(TimeMicros time)
{
    const auto seconds = static_cast<std::time_t>(time / kSecond);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[64];
    const std::size_t size = std::strftime(text, sizeof text, "%A, %B %d, %Y at %I:%M:%S %p UTC", &utc);
    return std::string(text, size);
}

Error unchanged(const model::Throughput &current, const ThroughputOwner &owner)
{
    const auto pair = [&](const char *name, std::int64_t units) {
        const std::string value = std::to_string(units);
        return " Current " + std::string(name) + " provisioned for the " + owner.category + ": " + value +
               ". Requested " + name + ": " + value + ".";
    };
    return Error::validation(
        "The provisioned throughput for the " + owner.subject +
        " will not change. The requested value equals the current value." +
        pair("ReadCapacityUnits", current.readUnits) + pair("WriteCapacityUnits", current.writeUnits) +
        " Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher "
        "limits.");
}

} // namespace

std::int64_t decreasesToday(const model::Throughput &throughput, TimeMicros now)
{
    return throughput.decreaseDay == now / kDay ? throughput.decreasesToday : 0;
}

Result<model::Throughput> changedThroughput(const model::Throughput &current,
                                            const api::ProvisionedThroughput &requested,
                                            const ThroughputOwner &owner, TimeMicros now)
{
    model::Throughput changed = current;
    changed.readUnits = requested.readCapacityUnits;
    changed.writeUnits = requested.writeCapacityUnits;
    if (changed.readUnits == current.readUnits && changed.writeUnits == current.writeUnits)
        return unchanged(current, owner);
    if (changed.readUnits > current.readUnits || changed.writeUnits > current.writeUnits)
        changed.lastIncrease = now;
    if (changed.readUnits >= current.readUnits && changed.writeUnits >= current.writeUnits)
        return changed;
    const std::int64_t decreases = decreasesToday(current, now);
    if (decreases >= kFreeDecreases && now - current.lastDecrease < kPause)
        return Error::limitExceeded("Subscriber limit exceeded: Provisioned throughput decreases are limited "
                                    "within a given UTC day. After the "
                                    "first 4 decreases, each subsequent decrease in the same UTC day can be "
                                    "performed at most once every 3600 "
                                    "seconds. Number of decreases today: " +
                                    std::to_string(decreases) + ". Last decrease at " +
                                    timeText(current.lastDecrease) + ". Next decrease can be made at " +
                                    timeText(current.lastDecrease + kPause));
    changed.lastDecrease = now;
    changed.decreasesToday = decreases + 1;
    changed.decreaseDay = now / kDay;
    return changed;
}

} // namespace stator::operations
