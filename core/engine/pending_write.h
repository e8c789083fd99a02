// A PendingWrite is one WriteSet on its way: latches → read → decide → submit → answer.
//
// It lives on the heap from start() to its answer and belongs to whoever will call it next: the latch it
// waits for, or the group. Only one thread at a time runs it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/completion.h"
#include "engine/core.h"
#include "engine/latches.h"
#include "engine/write.h"
#include "observe/change_ring.h"

namespace stator::engine {

class Cancellation;

class PendingWrite final : private LatchWaiter {
public:
    static void start(Core &core, WriteSet set, Completion<WriteOutcome> done);

private:
    struct Latch {
        Latches *latches;
        std::uint64_t fingerprint;
        LatchMode mode;
    };
    // What a window that watches will be told, made before the documents move into the entry.
    struct Notice {
        std::uint64_t storageId;
        document::Item key;
        observe::ChangeKind kind;
        bool wasNew;
    };

    PendingWrite(Core &core, WriteSet set, Completion<WriteOutcome> done);
    ~PendingWrite() = default;
    friend struct std::default_delete<PendingWrite>;

    void listLatches();
    void granted() override;
    void takeLatches();
    void decide();

    Result<void> tryTransactionLatches();
    Result<void> plan(encoding::Entry &entry);
    Result<void> planOne(std::size_t number, encoding::Entry &entry);
    bool isMetered() const;
    Result<void> meter(const UnitSource &source, const Result<void> &planned, const WriteEffect &effect);
    Result<void> checkCollection(const Table &table, std::optional<document::ItemView> previous,
                                 const encoding::ItemChange &change);
    Result<void> tellSizes();
    const Table *currentTable(Write &write);

    void submit(encoding::Entry entry);
    void applied();
    void finish(Result<WriteOutcome> outcome);

    Core &m_core;
    WriteSet m_set;
    Completion<WriteOutcome> m_done;
    std::vector<std::string> m_keys; // encoded, one a write
    std::vector<Latch> m_latches;    // in the order they are taken
    std::size_t m_held = 0;          // how many of them are ours
    WriteOutcome m_outcome;
    std::vector<Notice> m_notices;
    std::vector<CollectionGrowth> m_growths; // of collections that are followed
};

} // namespace stator::engine
