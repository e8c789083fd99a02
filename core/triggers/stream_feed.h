// The feeds of a workspace's streams: a cursor over the whole stream, records as its consumers read them.
//
// Threads: open() from any; a feed as RecordFeed says. Ownership: what `findRegion` gives stays until the feeds
// are gone.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/region.h"
#include "triggers/record_feed.h"

namespace stator::triggers {

// arn:aws:dynamodb:REGION:ACCOUNT:table/TABLE/stream/LABEL
struct StreamName {
    std::string region;
    std::string accountId;
    std::string table;
    std::string label;
};
// Validation: not the ARN of a stream.
Result<StreamName> parseStreamArn(const std::string &arn);
// When the stream of this name was made; its label says so.
std::optional<TimeMicros> streamCreated(const StreamName &name);

// How a record is written for who reads it.
enum class RecordFormat { Event, Kinesis, KinesisMicroseconds };

// `region` is what the records call it.
std::unique_ptr<RecordFeed> makeStreamFeed(replica::StreamHandle stream, const StartPoint &start,
                                           const std::string &region, const std::string &streamArn,
                                           RecordFormat format, std::function<void()> wake);

class StreamFeeds final : public FeedSource {
public:
    // Null: there is no such region.
    using FindRegion = std::function<engine::Region *(const std::string &name)>;

    explicit StreamFeeds(FindRegion findRegion) : m_findRegion(std::move(findRegion)) {}

    Result<std::unique_ptr<RecordFeed>> open(const std::string &streamArn, const StartPoint &start,
                                             std::function<void()> wake) override;

private:
    const FindRegion m_findRegion;
};

} // namespace stator::triggers
