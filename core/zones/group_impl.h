// The inside of a Group: group.cpp (opening, order, the log and the stores), group_sync.cpp (syncs by the
// clock, answers that wait for them, the timer).
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "zones/group.h"

namespace stator::zones {

// Entries that wait together. Buffers are reused from group to group.
struct Batch {
    std::vector<encoding::Entry> entries;
    std::vector<Completion<encoding::Position>> dones;
    std::vector<std::size_t> payloadEnds;
    std::string payloads;

    bool empty() const { return entries.empty(); }
    void clear()
    {
        entries.clear();
        dones.clear();
        payloadEnds.clear();
        payloads.clear();
    }
};

// An answer that is ready to go out.
struct Answer {
    Completion<encoding::Position> done;
    Result<encoding::Position> outcome;
};

struct Group::Impl : std::enable_shared_from_this<Group::Impl> {
    explicit Impl(GroupOptions given) : options(given) {}
    ~Impl();

    // group.cpp
    Result<void> open(replica::ZoneOptions zoneOptions);
    Result<void> beginEpoch();
    Result<void> writeEpoch();
    void submit(encoding::Entry entry, Completion<encoding::Position> done);
    // Writes and applies what is queued, unless a thread is at it.
    void drain();
    void write(Batch &batch);
    // What the log has of the batch: the number of entries, and why not all.
    Result<void> append(const Batch &batch, std::size_t &logged);
    void answer(Batch &batch, std::size_t logged, const Result<void> &appended, const Result<void> &applied);
    void postDrain();
    Result<void> stop();

    // group_sync.cpp
    std::int64_t now() const { return clock->monotonicMicros(); }
    void noteUnsynced(std::int64_t since);
    // Runs answers, or keeps them while the oldest unsynced entry is too old.
    void deliver(std::vector<Answer> &answers);
    void release();
    bool holdsAnswers() const; // under answersMutex
    Result<void> syncNow();
    void tick();
    void postMaintenance();
    void runTimer();
    void stopTimer();
    void takeOut();

    const GroupOptions options;
    std::shared_ptr<Clock> clock;
    Logger logger;
    std::unique_ptr<replica::Zone> zone;
    std::unique_ptr<ThreadPool> ownPool;
    Executor *executor = nullptr;

    // The order of entries.
    std::mutex queueMutex;
    std::condition_variable idle;
    Batch queue;
    encoding::Position lastAssigned;
    TimeMicros lastCommitTime = 0;
    bool isDraining = false;
    bool isDrainPosted = false;
    bool isStopping = false;

    // The draining thread's.
    Batch writing;
    std::vector<storage::LogFrame> frames;
    std::vector<Answer> ready;
    encoding::Entry epoch; // of this start
    bool isEpochBegun = false;

    std::atomic<bool> isOut{false}; // a sync failed: nothing is written until a restart

    std::mutex syncMutex; // held over a sync
    mutable std::mutex answersMutex;
    std::deque<Answer> held;
    bool isReleasing = false;
    std::optional<std::int64_t> oldestUnsynced; // monotonic time
    std::optional<std::int64_t> syncingSince;   // the same, of what a running sync covers
    std::size_t freedBySync = 0;                // held answers from the front whose entries are synced

    std::atomic<bool> isMaintaining{false};
    std::thread timer;
    std::mutex timerMutex;
    std::condition_variable timerWakes;
    bool isTimerStopping = false;

    std::mutex stopMutex;
    bool isStopped = false;
    Result<void> stopOutcome;
};

} // namespace stator::zones
