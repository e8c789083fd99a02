// A FailureDestination takes what a trigger gave up, so that nothing is lost silently.
//
// Threads: put() from one thread; the completion runs on any, perhaps before put() returns.
// Errors: what kept it from being written; it is offered again later.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/completion.h"
#include "base/file_layer.h"
#include "base/random.h"
#include "triggers/record_feed.h"

namespace stator::triggers {

struct GivenUp {
    std::string trigger;
    std::string streamArn;
    std::string_view condition; // RetryAttemptsExhausted or RecordAgeExceeded; a literal
    std::vector<FeedRecord> records;
    std::int64_t attempts = 0;
    std::string problem; // the last one
    TimeMicros time = 0;
};

class FailureDestination {
public:
    virtual ~FailureDestination() = default;

    virtual void put(const GivenUp &batch, Completion<void> done) = 0;
};

// Appends a line to a file: what Lambda sends to a failure destination, and the event itself as "payload". The
// directory is made when it is missing; a line is on the drive before it counts as written.
std::unique_ptr<FailureDestination> makeFailureFile(FileLayer &files, std::string path,
                                                    std::shared_ptr<Random> random);

// The line, without its end.
std::string failureLine(const GivenUp &batch, const std::string &requestId);
// 2026-11-01T09:30:00.125Z
std::string isoTime(TimeMicros time);

} // namespace stator::triggers
