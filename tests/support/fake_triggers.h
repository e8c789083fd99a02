// The other sides of a trigger, in memory: a stream one appends to, a receiver that does as it is told.
//
// Threads: one.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "triggers/failure_destination.h"
#include "triggers/invoker.h"
#include "triggers/record_feed.h"

namespace stator::test {

// A stream whose sequence numbers are places in a list.
class FakeStream final : public triggers::FeedSource {
public:
    struct Change {
        std::uint64_t key = 0;
        TimeMicros time = 0;
        std::string json;
    };

    void append(std::uint64_t key, TimeMicros time, std::string json = {})
    {
        if (json.empty())
            json = "{\"n\":" + std::to_string(changes.size()) + "}";
        changes.push_back({key, time, std::move(json)});
        for (const auto &wake : m_wakes)
            wake();
    }
    static std::string number(std::size_t place)
    {
        const std::string digits = std::to_string(place);
        return std::string(21 - digits.size(), '0') + digits;
    }

    Result<std::unique_ptr<triggers::RecordFeed>> open(const std::string &, const triggers::StartPoint &start,
                                                       std::function<void()> wake) override
    {
        using Kind = triggers::StartPoint::Kind;
        if (isMissing)
            return Error::resourceNotFound("There is no such stream");
        ++opened;
        std::size_t next = trimmed;
        if (start.kind == Kind::Latest)
            next = changes.size();
        if (start.kind == Kind::AtSequenceNumber)
            next = std::stoul(start.sequenceNumber);
        if (start.kind == Kind::AfterSequenceNumber)
            next = std::stoul(start.sequenceNumber) + 1;
        m_wakes.push_back(std::move(wake));
        return std::unique_ptr<triggers::RecordFeed>(new Feed(*this, next));
    }

    std::vector<Change> changes;
    std::size_t trimmed = 0; // those before are gone
    bool isClosed = false;
    bool isMissing = false;
    bool failsToRead = false;
    int opened = 0;
    std::size_t readThrough = 0; // the furthest place that was handed out

private:
    class Feed final : public triggers::RecordFeed {
    public:
        Feed(FakeStream &stream, std::size_t next) : m_stream(stream), m_next(next) {}

        Result<triggers::FeedPage> read(std::size_t maxRecords, std::size_t maxBytes) override
        {
            if (m_stream.failsToRead)
                return Error::io("the drive is gone");
            triggers::FeedPage page;
            if (m_next < m_stream.trimmed) {
                page.hasGap = true;
                m_next = m_stream.trimmed;
            }
            std::size_t bytes = 0;
            while (m_next < m_stream.changes.size() && page.records.size() < maxRecords && bytes < maxBytes) {
                const Change &change = m_stream.changes[m_next];
                bytes += change.json.size();
                page.records.push_back({number(m_next), change.key, "shardId-1", change.time, change.json});
                ++m_next;
            }
            m_stream.readThrough = std::max(m_stream.readThrough, m_next);
            page.isEnd = m_next == m_stream.changes.size();
            page.isClosed = page.isEnd && m_stream.isClosed;
            return page;
        }
        std::string position() const override { return m_next == 0 ? std::string() : number(m_next - 1); }
        triggers::AheadCount countAhead(std::uint64_t most) const override
        {
            const std::size_t first = std::max(m_next, m_stream.trimmed);
            const std::uint64_t records = m_stream.changes.size() - first;
            return {std::min(records, most), records > 0 ? m_stream.changes[first].time : 0, records < most};
        }

    private:
        FakeStream &m_stream;
        std::size_t m_next;
    };

    std::vector<std::function<void()>> m_wakes;
};

// A receiver that keeps every batch until the test says what became of it, or answers by a rule.
class FakeInvoker final : public triggers::Invoker {
public:
    using Rule = std::function<Result<triggers::Delivery>(const std::vector<std::string> &numbers)>;

    struct Call {
        std::vector<std::string> numbers;
        std::vector<std::uint64_t> keys;
        Completion<triggers::Delivery> done;

        void accept() { accept(numbers.size()); }
        void accept(std::size_t count)
        {
            triggers::Delivery delivery;
            delivery.accepted = count;
            if (count < numbers.size())
                delivery.problem = "a record failed";
            done(std::move(delivery));
        }
        void fail(const std::string &why) { done(Error::io(why)); }
    };

    void invoke(const std::vector<triggers::FeedRecord> &batch, std::stop_token,
                Completion<triggers::Delivery> done) override
    {
        Call call;
        for (const triggers::FeedRecord &record : batch) {
            call.numbers.push_back(record.sequenceNumber);
            call.keys.push_back(record.keyHash);
        }
        call.done = std::move(done);
        sizes.push_back(batch.size());
        if (!rule) {
            calls.push_back(std::move(call));
            return;
        }
        call.done(rule(call.numbers));
    }
    std::size_t maxBytes() const override { return mostBytes; }

    Call take()
    {
        Call call = std::move(calls.front());
        calls.pop_front();
        return call;
    }

    std::deque<Call> calls;         // under way, in the order of their beginning
    std::vector<std::size_t> sizes; // of every batch there was
    Rule rule;
    std::size_t mostBytes = 6'291'456;
};

class FakeFailures final : public triggers::FailureDestination {
public:
    void put(const triggers::GivenUp &batch, Completion<void> done) override
    {
        if (refuses)
            return done(Error::noSpace("the drive is full"));
        batches.push_back(batch);
        done({});
    }

    std::vector<triggers::GivenUp> batches;
    bool refuses = false;
};

} // namespace stator::test
