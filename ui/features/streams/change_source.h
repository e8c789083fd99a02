// A ChangeSource is where the records of the Live page come from: a stored stream, or a recording.
//
// It is a cursor: it reads on from where it stands when asked, and reads what it gave before again by position.
// Merging, filtering and counting happen on core's threads.
//
// Threads: the GUI thread only.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <QObject>

#include "base/result.h"
#include "bridge/service_client.h"
#include "features/streams/change_filter.h"

namespace stator::ui {

// Records of one second, by when they were made.
struct RateCount {
    std::int64_t inserts = 0;
    std::int64_t modifies = 0;
    std::int64_t removes = 0;

    std::int64_t total() const { return inserts + modifies + removes; }
};
using RateCounts = std::map<std::int64_t, RateCount>;

struct ChangeBatch {
    std::vector<ChangePointer> changes; // in order; those the filter lets through
    std::int64_t scanned = 0;           // read, whether let through or not
    double newestSeconds = 0;           // when the last one read was made
    RateCounts rates;                   // of all that were read
};

// The stretch of one shard, or of a recording, that holds some rows: both ends belong to it.
struct ChangeSpan {
    std::uint32_t shard = 0;
    std::string first;
    std::string last;
};

// Where a record stands in its source; spans are made of these.
std::string positionOf(const ChangeRecord &change);

class ChangeSource : public QObject {
    Q_OBJECT
public:
    using Reread = std::function<void(Result<std::vector<ChangePointer>>)>;

    using QObject::QObject;

    // Shared with the workers that judge records by it.
    void setFilter(std::shared_ptr<const ChangeFilter> filter) { m_filter = std::move(filter); }

    // Reads on, until about `most` records were read or there are no more; arrived() tells each part, rested() the
    // end. Does nothing while it reads.
    virtual void readOn(std::int64_t most) = 0;
    virtual bool isReading() const = 0;
    // Nothing more was there when it last looked.
    virtual bool isAtEnd() const = 0;
    // The present, as its records have it.
    virtual double nowSeconds() const;
    // Reads the rows of these spans again.
    virtual void readAgain(const std::vector<ChangeSpan> &spans, Reread done) = 0;

Q_SIGNALS:
    void arrived(const stator::ui::ChangeBatch &batch);
    void rested();
    // It goes on at the next readOn().
    void failed(const stator::Error &error);
    // What comes next is no longer kept; only a new source helps.
    void trimmed();

protected:
    std::shared_ptr<const ChangeFilter> m_filter = std::make_shared<ChangeFilter>();
};

} // namespace stator::ui
