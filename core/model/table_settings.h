// What can be set of a table or an index beside its keys, billing mode and provisioned throughput.
//
// Each is a value with a default that stands for "never set": the catalog keeps only what differs from it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace stator::model {

// These values are on disk; they never change.
enum class TableClass : std::uint8_t { Standard = 1, StandardInfrequentAccess = 2 };
enum class InsightsMode : std::uint8_t { AccessedAndThrottledKeys = 1, ThrottledKeys = 2 };
enum class StreamViewType : std::uint8_t { KeysOnly = 1, NewImage = 2, OldImage = 3, NewAndOldImages = 4 };
enum class StreamStatus : std::uint8_t { Enabling = 1, Enabled = 2, Disabling = 3, Disabled = 4 };
enum class DestinationStatus : std::uint8_t {
    Enabling = 1,
    Active = 2,
    Disabling = 3,
    Disabled = 4,
    EnableFailed = 5,
    Updating = 6
};
enum class TimePrecision : std::uint8_t { NotSet = 1, Millisecond = 2, Microsecond = 3 };
enum class TimeToLiveStatus : std::uint8_t { Disabled = 1, Enabling = 2, Enabled = 3, Disabling = 4 };

// Maxima of an on-demand table or index; 0: none.
struct OnDemandThroughput {
    std::int64_t maxReadUnits = 0;
    std::int64_t maxWriteUnits = 0;

    bool operator==(const OnDemandThroughput &) const = default;
};

// Units per second that are there at once; 0: what the billing mode begins with.
struct WarmThroughput {
    std::int64_t readUnits = 0;
    std::int64_t writeUnits = 0;

    bool operator==(const WarmThroughput &) const = default;
};

struct ContributorInsights {
    bool isEnabled = false;
    InsightsMode mode = InsightsMode::AccessedAndThrottledKeys;
    TimeMicros changed = 0; // 0: never configured

    bool operator==(const ContributorInsights &) const = default;
};

struct TableClassSetting {
    TableClass tableClass = TableClass::Standard;
    bool isSet = false;              // false: never named by a request, and not described
    TimeMicros updated = 0;          // 0: as the table was made
    std::vector<TimeMicros> changes; // those that count against the limit, oldest first

    bool operator==(const TableClassSetting &) const = default;
};

// Which key the service would encrypt the table with. Stator keeps and describes it; it has no key service.
struct Encryption {
    bool isKms = false;              // false: the service's own key, which no reply shows
    std::string keyArn;              // isKms only
    std::vector<TimeMicros> changes; // those that count against the limit, oldest first

    bool operator==(const Encryption &) const = default;
};

struct ResourcePolicy {
    std::string text;       // empty: there is none
    std::string revisionId; // of the last policy there was
    TimeMicros changed = 0;

    bool operator==(const ResourcePolicy &) const = default;
};

struct TimeToLive {
    TimeToLiveStatus status = TimeToLiveStatus::Disabled;
    std::string attribute;     // empty while it is disabled
    std::uint32_t indexId = 0; // numbers the rows in order of expiry, as an index's id its entries
    TimeMicros changed = 0;    // 0: never

    // Items have rows in order of expiry: a change of one needs the document it replaces.
    bool hasRows() const { return status == TimeToLiveStatus::Enabling || status == TimeToLiveStatus::Enabled; }
    bool operator==(const TimeToLive &) const = default;
};

// The table's latest stream. Its records outlive it, and the table (replica/stream.h).
struct StreamSetting {
    StreamStatus status = StreamStatus::Disabled;
    StreamViewType viewType = StreamViewType::KeysOnly;
    TimeMicros created = 0; // whole milliseconds; the stream's label is this time. 0: there never was a stream

    // Changes of items are recorded: each needs the document it replaces.
    bool isRecording() const { return status == StreamStatus::Enabling || status == StreamStatus::Enabled; }
    bool operator==(const StreamSetting &) const = default;
};

// A Kinesis data stream that a table's changes are delivered to, or were. What is to be delivered is recorded in a
// stream of its own, that no request sees: its time has a last digit that no label has.
struct KinesisDestination {
    std::string streamArn;
    DestinationStatus status = DestinationStatus::Enabling;
    std::string description; // why it could not be enabled
    TimePrecision precision = TimePrecision::NotSet;
    TimeMicros created = 0; // of that stream; 0: it is still to be made

    static constexpr TimeMicros kHiddenDigit = 1;

    bool isRecording() const
    {
        return status == DestinationStatus::Enabling || status == DestinationStatus::Active ||
               status == DestinationStatus::Updating;
    }
    bool operator==(const KinesisDestination &) const = default;
};

std::string_view wireName(TableClass tableClass);
std::string_view wireName(TimeToLiveStatus status);

} // namespace stator::model
