// A Lane delivers records one batch after another: what shares a partition key shares a lane, so no record is
// delivered before the one ahead of it in its key is done with.
//
// A batch that fails is tried again with growing pauses, in halves if the trigger says so, until it is accepted,
// too old or out of attempts; then it goes to the failure destination. A lane stands still until that has taken
// it.
//
// Threads: one, that of `home`, to which completions are posted.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/executor.h"
#include "triggers/failure_destination.h"
#include "triggers/invoker.h"
#include "triggers/trigger.h"

namespace stator::triggers {

inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

// One try of a batch.
struct Attempt {
    TimeMicros time = 0;
    std::int64_t durationMicros = 0;
    std::size_t records = 0;
    std::size_t accepted = 0;
    std::int64_t failuresBefore = 0;
    std::string firstSequenceNumber;
    std::string lastSequenceNumber;
    std::string problem; // empty: all were accepted
    std::string answer;
};

class LaneEvents {
public:
    virtual ~LaneEvents() = default;

    virtual void attempted(Attempt attempt) = 0;
    // Records that need no more looking after, by the numbers they were added with.
    virtual void finished(std::span<const std::uint64_t> ordinals) = 0;
    // Records that were given up, before finished() names them.
    virtual void gaveUp(std::size_t records, std::string_view condition) = 0;
    virtual void failureDestinationRefused(const Error &error) = 0;
};

struct LaneParts {
    Trigger trigger;
    std::shared_ptr<Invoker> invoker;
    std::shared_ptr<FailureDestination> failures; // null: what is given up is only counted
    std::shared_ptr<Clock> clock;
    std::shared_ptr<Executor> home;
    std::stop_token stop;
};

class Lane : public std::enable_shared_from_this<Lane> {
public:
    // `parts` and `events` outlive it.
    Lane(const LaneParts &parts, LaneEvents &events) : m_parts(parts), m_events(events) {}

    void add(std::uint64_t ordinal, FeedRecord record);
    // Does what is due. `drains`: nothing more will come, so no window is waited for. Returns the monotonic time
    // at which it wants to be called again; kNever: after the next completion or record.
    std::int64_t step(bool drains);

    bool isBusy() const { return m_isBusy; }
    // A batch waits for its next attempt.
    bool isRetrying() const { return !m_batches.empty() && !m_isBusy; }
    std::int64_t nextAttempt() const { return m_batches.empty() ? kNever : m_batches.back().notBefore; }

    // How long to wait after so many failures.
    static std::int64_t pauseMicros(std::int64_t failures);

private:
    struct Batch {
        std::vector<FeedRecord> records;
        std::vector<std::uint64_t> ordinals;
        std::int64_t failures = 0;
        std::int64_t notBefore = 0; // monotonic
        std::string problem;
        std::string_view condition; // set when it was given up
        std::int64_t refusals = 0;  // by the failure destination
    };

    std::int64_t dueTime(bool drains) const;
    void formBatch();
    Batch splitFront(Batch &batch, std::size_t count) const;
    bool expire(TimeMicros now);
    TimeMicros expiryOf(const FeedRecord &record) const;
    void deliver();
    void delivered(Result<Delivery> result, TimeMicros begun, std::int64_t begunMonotonic);
    void tryLater(Batch batch, bool hasProgress);
    void giveUp();
    void wasGivenUp(const Result<void> &result);

    const LaneParts &m_parts;
    LaneEvents &m_events;

    struct Waiting {
        std::uint64_t ordinal = 0;
        std::int64_t since = 0; // monotonic
        FeedRecord record;
    };
    std::deque<Waiting> m_queue;
    std::size_t m_queuedBytes = 0;
    std::vector<Batch> m_batches; // begun, the next one last
    bool m_isBusy = false;
};

} // namespace stator::triggers
