// Triggers are all triggers of a workspace: kept in files, at work on one thread.
//
//     triggers/NAME.json        a trigger and its position (trigger.h)
//     triggers/failures/FILE    what was given up
//
// A position is written a moment after it moved, so a crash repeats a moment's deliveries.
//
// Threads: every method from any thread, except that start() and stop() come from one; completions run on the
// triggers' thread. Ownership: what the options point to outlives it.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/file_layer.h"
#include "base/logger.h"
#include "base/random.h"
#include "triggers/pump.h"

namespace stator::triggers {

class TriggerLoop;

// Where what was given up is put as items. Null destination: there is no such table.
class FailureTables {
public:
    virtual ~FailureTables() = default;
    virtual std::unique_ptr<FailureDestination> open(const std::string &region, const std::string &table) = 0;
};

struct TriggersOptions {
    FileLayer *files = nullptr;
    std::string directory; // of the workspace
    FeedSource *feeds = nullptr;
    FailureTables *tables = nullptr;
    Carriers carriers;
    std::shared_ptr<Clock> clock = systemClock();
    std::shared_ptr<Random> random = systemRandom();
    // Runs everything; after each of its tasks step() is to be called. Null: a thread of its own.
    std::shared_ptr<Executor> home;
    Logger logger;
};

struct TriggerReport {
    Trigger trigger;
    TriggerState state;
};

class Triggers {
public:
    // Reads what the workspace has. Corruption, NewerFormat, Io: a file cannot be read, by its name.
    static Result<std::unique_ptr<Triggers>> open(TriggersOptions options);
    ~Triggers();

    // Begins to deliver.
    void start();
    // Begins nothing more, waits a moment for what is being delivered, then ends it, and writes the positions.
    // Idempotent; what is asked afterwards is answered ShuttingDown.
    void stop();

    // What a trigger shall be, by what it is; null: there is none.
    struct Wish {
        Trigger trigger;
        bool begins = false; // at its starting position, again
    };
    using Edit = std::function<Result<Wish>(const Trigger *existing)>;
    void put(std::string name, Edit edit, Completion<TriggerReport> done);
    // ResourceNotFound: there is none.
    void remove(std::string name, Completion<TriggerReport> done);
    void list(Completion<std::vector<TriggerReport>> done);

    // Does what is due; the monotonic time at which it wants to be called again. For an executor of the options.
    std::int64_t step();

private:
    struct Entry {
        StoredTrigger stored;
        std::unique_ptr<Pump> pump;
        bool isStale = false;    // the pump works by what the trigger was; it is replaced once it is idle
        bool beginsAgain = false; // where `stored` says, not where the pump got to
        bool isRemoved = false;
        // Monotonic: what is being delivered then is ended; it is for nothing any more.
        std::int64_t cancelAt = kNever;
        std::string written;      // the position in the file
        std::int64_t writeAfter = 0; // monotonic
    };

    explicit Triggers(TriggersOptions options);
    Result<void> load();
    Result<void> write(Entry &entry);
    void fixLatest(StoredTrigger &stored) const;
    std::int64_t writePosition();
    Result<TriggerReport> putNow(const std::string &name, const Edit &edit);
    Result<TriggerReport> removeNow(const std::string &name);
    TriggerReport report(const Entry &entry) const;
    std::unique_ptr<Pump> makePump(const Entry &entry, TriggerState before) const;
    std::int64_t step(Entry &entry);
    bool isBusy() const;
    std::string pathOf(const std::string &name) const;

    const TriggersOptions m_options;
    const Logger m_logger;
    std::shared_ptr<TriggerLoop> m_loop; // null: the options' executor is home
    std::shared_ptr<Executor> m_home;

    std::atomic<bool> m_isStopping{false};

    // The home thread's own.
    const std::shared_ptr<std::size_t> m_heldBytes = std::make_shared<std::size_t>(0);
    std::map<std::string, Entry> m_entries;
    std::int64_t m_writeAfter = 0; // monotonic: no position is written before
};

} // namespace stator::triggers
