// A Group is the zones of one region: it makes entries durable and applies them (ARCHITECTURE.md, "Zones").
//
// The sequencer's order is the group's order: submit() is called with growing positions.
//
// Threads: enqueue() from any thread, one call at a time in position order (the engine's sequencer holds its
// lock around it); everything else from any thread, at any moment, also from inside a completion.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/completion.h"
#include "base/executor.h"
#include "base/file_layer.h"
#include "encoding/entry.h"
#include "replica/catalog.h"
#include "replica/zone.h"

namespace stator::zones {

// How durable an entry is before it is acknowledged (contract: --sync).
enum class SyncMode { Always, Interval, Never };

struct GroupOptions {
    SyncMode sync = SyncMode::Interval;
};

class Group {
public:
    // Opens the zones, recovers and replays; afterwards every store is at lastPosition().
    static Result<std::unique_ptr<Group>> open(replica::ZoneOptions zone, GroupOptions options);
    ~Group();

    // Queues an entry whose position and commitTime are set. Cheap: runs nothing and calls nothing, because
    // the caller holds a lock. `done` runs, from run() or from the log task, once the entry is as durable as
    // SyncMode asks and the leader's store has it.
    void enqueue(encoding::Entry entry, Completion<encoding::Position> done);
    // Writes and applies what is queued, unless a thread is already at it: that one then takes the rest too.
    // Entries that wait together are written together. Completions may call enqueue() and run() again; the
    // inner run() returns at once and the outer one goes on, so chains of writes do not grow the stack.
    void run();

    encoding::Position lastPosition() const;
    TimeMicros lastCommitTime() const;

    // The zone that answers strongly consistent reads.
    replica::Zone &leader();

    // Finishes what was submitted, flushes every store, syncs the log.
    Result<void> stop();

private:
    struct Impl;
    explicit Group(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::zones
