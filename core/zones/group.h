// A Group is the zones of one region: it puts entries in order, makes them durable and applies them
// (ARCHITECTURE.md, "Zones").
//
// Entries that wait together are written together. With Interval and Never the submitting thread that finds
// the group idle writes and applies on the spot, or at the end of its Round if it is in one, and then whatever
// arrived meanwhile; with Always a task on the executor does, so that one sync serves every connection.
//
// Threads: every method from any thread; submit() takes its place in the order under the group's own lock.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "base/completion.h"
#include "base/executor.h"
#include "encoding/entry.h"
#include "replica/zone.h"

namespace stator::zones {

// How durable an entry is before it is acknowledged (contract: --sync).
enum class SyncMode { Always, Interval, Never };

struct GroupOptions {
    SyncMode sync = SyncMode::Interval;
    // Runs log tasks (Always), flushes and trimming; outlives the group. Null: the group has a thread of its own.
    Executor *executor = nullptr;
    // False: nobody but the caller of tick() makes time pass (tests, simulations).
    bool hasTimer = true;
    std::int64_t syncAfterMicros = 50'000;     // Interval: age of the oldest unsynced entry that starts a sync
    std::int64_t holdAnswersMicros = 100'000;  // Interval: age beyond which no answer goes out
};

class Group {
public:
    // Opens the zones, recovers and replays, and makes a new epoch durable; afterwards every store is at
    // lastPosition(). On a full drive it opens for reads, and writes get NoSpace until there is room.
    static Result<std::unique_ptr<Group>> open(replica::ZoneOptions zone, GroupOptions options = {});
    // stop() should have been called: otherwise the files are left as a crash of the process leaves them.
    ~Group();

    // Assigns entry.position and entry.commitTime (strictly growing), whatever was set. `done` runs once the
    // entry is as durable as SyncMode asks and the leader's store has it: on this thread before submit()
    // returns, or on another. Completions run in the order of their positions, without a lock of the group;
    // a submit() from within one returns at once and the outer call goes on.
    //
    // Errors: NoSpace or Io, the entry is not in the log and may be tried again; InternalServerError, the
    // zone is out until a restart, or the table's store is at present; ResourceNotFound, there is no such
    // storage id; ShuttingDown.
    void submit(encoding::Entry entry, Completion<encoding::Position> done);

    // The last entry every store has.
    encoding::Position lastPosition() const;
    TimeMicros lastCommitTime() const;

    // The zone that answers strongly consistent reads.
    replica::Zone &leader();

    // Does what is due: a sync, the answers it frees, maintenance of the zone (posted). The timer calls it.
    void tick();

    // Finishes what was submitted, flushes every store, syncs the log. Later submits get ShuttingDown.
    Result<void> stop();

private:
    struct Impl;
    explicit Group(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl; // shared with tasks on the executor that have not run yet
};

} // namespace stator::zones
