// A Group is the zones of one region: it makes entries durable and applies them (ARCHITECTURE.md, "Zones").
//
// The sequencer's order is the group's order: submit() is called with growing positions.
//
// Threads: submit() from any thread, one at a time in position order (the engine's sequencer sees to it);
// everything else from any thread.
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

    // Assigns nothing: `entry.position` and `entry.commitTime` are set. `done` runs once the entry is as
    // durable as SyncMode asks and the leader's store has it. Entries that wait together are written together.
    void submit(encoding::Entry entry, Completion<encoding::Position> done);

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
