// A change as others read it: the record a function is handed, and the record a Kinesis data stream gets.
//
// Threads: any; the functions only append.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "document/item.h"

namespace stator::triggers {

// Views: valid as long as what they were made from.
struct ChangeView {
    std::string_view eventId;   // 32 hexadecimal digits
    std::string_view eventName; // INSERT, MODIFY, REMOVE
    std::string_view region;
    std::string_view table;
    std::string_view streamArn;
    std::string_view sequenceNumber;
    std::string_view viewType;
    TimeMicros created = 0;
    std::uint64_t sizeBytes = 0;
    bool isExpiry = false; // time to live deleted the item, not a client
    document::ItemView keys;
    std::optional<document::ItemView> newImage;
    std::optional<document::ItemView> oldImage;
};

// One element of the event's "Records" (Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB").
void appendEventRecord(const ChangeView &change, std::string &out);

// The data of one Kinesis record (Developer Guide, "Using Kinesis Data Streams to capture changes to DynamoDB").
// Kinesis consumers are told the time in milliseconds or, where it was asked for, microseconds.
void appendKinesisRecord(const ChangeView &change, bool inMicroseconds, std::string &out);

} // namespace stator::triggers
