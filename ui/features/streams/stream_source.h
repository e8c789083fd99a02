// Stored streams as a ChangeSource: that of one table, or every one of a region; all of their shards, parents before
// children, merged by time.
//
// It reads in rounds: what every shard has next, then the merge. Iterators that expire are taken again by sequence
// number, so a cursor can rest for as long as the stream is kept.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include <QElapsedTimer>

#include "api/get_shard_iterator.h"
#include "features/streams/change_source.h"
#include "features/streams/shard_merge.h"
#include "features/streams/shard_names.h"
#include "features/streams/stream_lookup.h"

namespace stator::api {
struct GetRecordsResponse;
}

namespace stator::ui {

class StreamSource : public ChangeSource {
    Q_OBJECT
public:
    enum class Start { Oldest, Newest };

    // How far one shard was read.
    struct ShardCursor {
        enum class State : unsigned char { WaitsForParent, Reads, Done };

        std::shared_ptr<const ChangeOrigin> origin;
        std::string id;
        std::string parent;
        State state = State::WaitsForParent;
        bool isClosed = false; // no iterator follows; Done once all was handed on
        api::ShardIteratorType from = api::ShardIteratorType::TrimHorizon;
        std::string first;    // sequence number of the first record read
        std::string last;     // and of the last
        std::string iterator; // empty: to be taken
        double latestAt = 0;  // when an iterator for what is new was wanted
        ShardFeed feed;
    };
    // Where the cursor stands in every shard: a value, to come back to.
    using Position = std::vector<ShardCursor>;

    // An empty ARN: every stream of the region, those that are begun later too. With a position it goes on from
    // there; `start` says where to begin otherwise.
    StreamSource(const ServiceClient &client, const std::string &streamArn, std::shared_ptr<ShardNames> names,
                 Start start, Position position = {}, QObject *parent = nullptr);

    const std::string &streamArn() const { return m_streamArn; }
    // Shards that are read again and again.
    std::size_t openShards() const;
    Start startedAt() const { return m_start; }
    // Of a cursor that rests.
    Position position() const { return m_shards; }
    // Where it stood when it began.
    Position beginning() const;
    // Records made at this time or later are left out.
    void setEnd(double seconds) { m_endSeconds = seconds; }

    void readOn(std::int64_t most) override;
    bool isReading() const override { return m_isReading; }
    bool isAtEnd() const override { return m_isAtEnd; }
    void readAgain(const std::vector<ChangeSpan> &spans, Reread done) override;

private:
    void discover();
    void discovered(const std::vector<StreamLookup::Found> &streams);
    void addShard(const std::shared_ptr<const ChangeOrigin> &origin, const api::Shard &shard, bool isFirstLook);
    bool mayStart(const ShardCursor &shard) const;
    void nextRound();
    void askNext();
    void takeIterator(std::size_t index);
    void readShard(std::size_t index);
    void received(std::size_t index, api::GetRecordsResponse response);
    void answered();
    void refused(std::size_t index, const Error &error);
    void merge();
    void merged(ChangeBatch batch);
    void rest();

    ServiceClient m_client;
    std::string m_streamArn;
    std::shared_ptr<ShardNames> m_names;
    Start m_start;
    double m_endSeconds = 0; // 0: none
    Position m_shards;

    bool m_isReading = false;
    bool m_isAtEnd = false;
    bool m_isKnown = false; // shards were looked up
    bool m_mustDiscover = true;
    bool m_isTrimmed = false;
    QElapsedTimer m_discovered;
    StreamLookup *m_lookup;
    std::set<std::string> m_changed; // streams with a shard that ended since they were looked up
    std::int64_t m_left = 0;
    std::vector<std::size_t> m_due; // shards of this round still to be asked
    int m_waiting = 0;
    std::optional<Error> m_problem;
    RequestSlot m_mergeSlot;
};

} // namespace stator::ui
