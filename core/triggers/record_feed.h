// A RecordFeed hands out the records of one stream in order, from where it stands.
//
// The order is that of the writes, over all shards: so it holds within every key.
//
// Threads: one at a time. What a feed calls to say that there is more is called from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "triggers/trigger.h"

namespace stator::triggers {

struct FeedRecord {
    std::string sequenceNumber;
    std::uint64_t keyHash = 0; // of the partition key: equal keys, equal hashes
    std::string shardId;
    TimeMicros created = 0;
    std::string json; // the record as its receiver reads it
};

struct FeedPage {
    std::vector<FeedRecord> records;
    bool isEnd = false;    // there is no more at the moment
    bool isClosed = false; // and never will be: the stream was disabled
    // Records that retention had removed before they were read.
    bool hasGap = false;
};

struct AheadCount {
    std::uint64_t records = 0;
    TimeMicros oldest = 0; // when the first of them was made; 0: there is none
    bool isAll = false;    // there are no more than these
};

class RecordFeed {
public:
    virtual ~RecordFeed() = default;

    // Up to so many records, and moves on behind them. An error leaves the feed where it was.
    virtual Result<FeedPage> read(std::size_t maxRecords, std::size_t maxBytes) = 0;
    // The sequence number to come back to with StartPoint::after(): what lies up to it has been read, or was
    // there before a start at LATEST. Empty: nothing lies before.
    virtual std::string position() const = 0;
    // The records that were not read yet, counted up to so many of them, without moving on.
    virtual AheadCount countAhead(std::uint64_t most) const = 0;
};

class FeedSource {
public:
    virtual ~FeedSource() = default;

    // ResourceNotFound: there is no such stream (any more). `wake` is called when records may have come.
    virtual Result<std::unique_ptr<RecordFeed>> open(const std::string &streamArn, const StartPoint &start,
                                                     std::function<void()> wake) = 0;
};

} // namespace stator::triggers
