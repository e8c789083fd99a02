// Puts what a trigger gave up into a table, one item a record, so that no item is larger than a record.
//
//     partition key   the trigger's name, in a table with a sort key; else NAME/SEQUENCE NUMBER
//     sort key        the sequence number
//     Condition, Problem, Attempts, Time, StreamArn, ShardId, Record (the record's JSON; left out, and
//     RecordBytes in its place, where it would not fit an item)
//
// The keys have to be strings. A record that is put twice is the same item.
//
// Threads: as FailureDestination. Ownership: what `findRegion` gives outlives it.
#pragma once

#include <memory>
#include <string>

#include "triggers/failure_destination.h"
#include "triggers/stream_feed.h"
#include "triggers/triggers.h"

namespace stator::triggers {

class RegionFailureTables final : public FailureTables {
public:
    explicit RegionFailureTables(StreamFeeds::FindRegion findRegion) : m_findRegion(std::move(findRegion)) {}

    std::unique_ptr<FailureDestination> open(const std::string &region, const std::string &table) override;

private:
    const StreamFeeds::FindRegion m_findRegion;
};

} // namespace stator::triggers
