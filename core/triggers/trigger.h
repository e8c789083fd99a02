// A Trigger is what a workspace keeps of one event source mapping: which stream, in what batches, to whom.
//
// The words and bounds are those of Lambda's event source mappings (Lambda API Reference,
// "CreateEventSourceMapping").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace stator::triggers {

// Where in a stream reading begins.
struct StartPoint {
    enum class Kind : std::uint8_t { TrimHorizon, Latest, AtTimestamp, AtSequenceNumber, AfterSequenceNumber };
    Kind kind = Kind::Latest;
    TimeMicros time = 0;        // AtTimestamp
    std::string sequenceNumber; // AtSequenceNumber, AfterSequenceNumber

    static StartPoint after(std::string sequenceNumber)
    {
        return {Kind::AfterSequenceNumber, 0, std::move(sequenceNumber)};
    }
    bool operator==(const StartPoint &) const = default;
};

// Who is handed the events.
struct Target {
    enum class Kind : std::uint8_t { Program, Webhook, Lambda };
    Kind kind = Kind::Webhook;
    std::vector<std::string> program; // Program: its arguments, itself first
    std::string url;                  // Webhook, Lambda
    std::int64_t timeoutSeconds = 60;
    std::int64_t memoryMegabytes = 1024; // Program: of each process

    bool operator==(const Target &) const = default;
};

// Where a batch goes that was given up; neither: nowhere, it is counted.
struct FailureTarget {
    std::string table;
    std::string file; // a name inside the workspace's folder of failures

    bool operator==(const FailureTarget &) const = default;
};

struct Trigger {
    static constexpr std::int64_t kForever = -1;
    static constexpr std::int64_t kMaxFilters = 5;

    std::string name;
    std::string streamArn;
    StartPoint start;
    std::int64_t batchSize = 100;
    std::int64_t batchingWindowSeconds = 0;
    std::int64_t parallelizationFactor = 1;
    std::vector<std::string> filters;
    std::int64_t maxRetryAttempts = kForever;
    std::int64_t maxRecordAgeSeconds = kForever;
    bool bisectsOnError = false;
    bool reportsItemFailures = false; // the function says which records failed
    Target target;
    FailureTarget onFailure;
    bool isEnabled = true;
    TimeMicros created = 0;
    TimeMicros changed = 0;

    bool operator==(const Trigger &) const = default;
};

// Validation with a sentence: bounds, filters, URLs, arguments.
Result<void> checkTrigger(const Trigger &trigger);

std::string_view wireName(StartPoint::Kind kind);
Result<StartPoint::Kind> startKindOf(std::string_view wireName);

// What the workspace keeps in a file of its own for each trigger.
struct StoredTrigger {
    Trigger trigger;
    std::string position; // every record up to this sequence number is done with; empty: none yet

    bool operator==(const StoredTrigger &) const = default;
};

// {"format": 1, "name": …}
std::string writeTrigger(const StoredTrigger &stored);
// Corruption: not what writeTrigger() writes. NewerFormat: a newer Stator wrote it.
Result<StoredTrigger> parseTrigger(std::string_view json);

} // namespace stator::triggers
