// What a trigger has done and is doing, for a person to look at.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "triggers/lane.h"

namespace stator::triggers {

struct TriggerState {
    enum class Status : std::uint8_t {
        Running,        // delivering, or waiting for records
        Retrying,       // at least one lane waits for its next attempt
        Paused,         // disabled
        StreamNotFound, // looked for again from time to time
        StreamEnded,    // it was disabled, and all of it is delivered
    };
    struct Problem {
        TimeMicros time = 0;
        std::string text;
    };

    Status status = Status::Running;
    std::string position;                     // done with up to here
    std::uint64_t pendingRecords = 0;         // not done with: those read, and those that wait in the stream
    bool isAtEnd = false;                     // there are no more than these; false: counting stopped here
    std::int64_t iteratorAgeMs = 0;           // of the oldest of them
    std::optional<TimeMicros> nextAttempt;    // Retrying
    std::uint64_t batchesInFlight = 0;
    std::optional<Attempt> lastBatch;
    std::deque<Problem> problems; // the latest, oldest first

    std::uint64_t batches = 0; // attempts
    std::uint64_t failedBatches = 0;
    std::uint64_t deliveredRecords = 0;
    std::uint64_t filteredRecords = 0;
    std::uint64_t givenUpRecords = 0;
    std::uint64_t gaps = 0; // times that records were gone before they were read
};

std::string_view wireName(TriggerState::Status status);

} // namespace stator::triggers
