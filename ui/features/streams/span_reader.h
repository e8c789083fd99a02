// Reads rows of a stream again, by the stretches of the shards they stand in. Deletes itself when it is done.
//
// Threads: the GUI thread only.
#pragma once

#include "features/streams/change_source.h"
#include "features/streams/shard_merge.h"
#include "features/streams/shard_names.h"

namespace stator::ui {

class SpanReader : public QObject {
    Q_OBJECT
public:
    SpanReader(const ServiceClient &client, std::shared_ptr<ShardNames> names,
               std::shared_ptr<const ChangeFilter> filter, std::vector<ChangeSpan> spans, ChangeSource::Reread done,
               QObject *parent);

    void start() { nextSpan(); }

private:
    void nextSpan();
    void read(const std::string &iterator);
    void take(std::vector<api::Record> records, const std::string &nextIterator);
    void finish();
    void fail(const Error &error);

    ServiceClient m_client;
    std::shared_ptr<ShardNames> m_names;
    std::shared_ptr<const ChangeFilter> m_filter;
    std::vector<ChangeSpan> m_spans;
    ChangeSource::Reread m_done;
    std::vector<ShardFeed> m_feeds; // one for each span begun
    int m_emptyPages = 0;
    RequestSlot m_slot;
};

} // namespace stator::ui
