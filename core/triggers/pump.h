// A Pump is a trigger at work: it reads its stream, leaves out what the filters do, spreads the rest over lanes
// by partition key, and knows up to where everything is done with.
//
// That position is what survives a restart: what lies behind it may be delivered a second time, never not at
// all.
//
// Threads: one, that of `home`. A feed may wake it from any.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "triggers/filter_pattern.h"
#include "triggers/lane.h"
#include "triggers/trigger_state.h"

namespace stator::triggers {

struct PumpParts {
    std::shared_ptr<Invoker> invoker;
    std::shared_ptr<FailureDestination> failures; // null: there is none
    FeedSource *feeds = nullptr;                  // outlives it
    std::shared_ptr<Clock> clock;
    std::shared_ptr<Executor> home;
    std::function<void(const std::string &problem)> told; // each problem as it is met; or null
    std::shared_ptr<std::size_t> heldBytes = std::make_shared<std::size_t>(0); // by all pumps of `home` together
};

class Pump final : public LaneEvents {
public:
    // `position`: what a pump of this trigger said last, or empty. `before`: what was counted so far.
    Pump(Trigger trigger, std::string position, PumpParts parts, TriggerState before = {});
    ~Pump() override;

    // Does what is due; returns the monotonic time at which it wants to be called again. It is to be called after
    // every task of `home` too.
    std::int64_t step();
    // Begins nothing more.
    void pause() { m_isPaused = true; }
    // Ends what is under way; it counts as not done.
    void cancel() { m_stop.request_stop(); }
    // Something is being delivered.
    bool isBusy() const;

    const std::string &position() const { return m_position; }
    TriggerState state() const;

private:
    struct Wake;
    struct Open {
        std::string sequenceNumber;
        TimeMicros created = 0;
        std::uint32_t bytes = 0;
        bool isDone = false;
    };

    bool openFeed(std::int64_t now);
    void read();
    void take(FeedRecord record);
    void advance();
    void note(const std::string &problem);
    std::size_t room() const;
    bool hasRoom() const { return room() > 0; }
    void hold(std::size_t bytes);
    void letGo(std::size_t bytes);

    void attempted(Attempt attempt) override;
    void finished(std::span<const std::uint64_t> ordinals) override;
    void gaveUp(std::size_t records, std::string_view condition) override;
    void failureDestinationRefused(const Error &error) override;

    LaneParts m_parts;
    FeedSource &m_feeds;
    std::vector<FilterPattern> m_filters;
    RecordMatcher m_matcher;
    std::stop_source m_stop;
    std::vector<std::shared_ptr<Lane>> m_lanes;

    std::shared_ptr<Wake> m_wake;
    std::unique_ptr<RecordFeed> m_feed; // null: not open
    std::int64_t m_openAgain = 0; // monotonic: not before
    std::int64_t m_readAgain = 0;
    bool m_isGone = false;   // there is no such stream
    bool m_isClosed = false; // all of it has been read
    bool m_isAtEnd = false;
    bool m_isPaused = false;

    std::deque<Open> m_open; // read and not done with, or behind such a one; in order
    std::uint64_t m_firstOrdinal = 0; // of m_open.front()
    std::size_t m_openBytes = 0;
    const std::shared_ptr<std::size_t> m_heldBytes;
    const std::function<void(const std::string &)> m_told;
    std::string m_position;
    TriggerState m_state; // what is counted
};

} // namespace stator::triggers
