// Latches say who owns what while a write is under way: items, tables, names.
//
// A latch is known by a 64-bit fingerprint of what it guards. Two things that share a fingerprint share the
// latch: that costs a wait, never correctness, as long as nobody takes the same fingerprint twice at once.
// Taking and releasing a free latch allocates nothing.
//
// Nobody blocks: who cannot have a latch queues a LatchWaiter, in order of arrival, and is told. Whoever
// takes several without trying takes them in one order everywhere (core/engine/README.md).
//
// Threads: every method from any thread. granted() is called by the thread that released, from runGranted(),
// without a lock and never nested: a long queue does not grow the stack.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace stator::engine {

enum class LatchMode : std::uint8_t { Shared, Exclusive };

// One place in a queue. Ownership: the waiter's; it must stay until granted() was called, and may be
// destroyed by it.
class LatchWaiter {
public:
    // The latch is held now.
    virtual void granted() = 0;

protected:
    virtual ~LatchWaiter() = default;

private:
    friend class Latches;
    LatchWaiter *m_next = nullptr;
    LatchMode m_mode = LatchMode::Exclusive;
};

class Latches {
public:
    Latches();
    ~Latches();

    // True: held. False: `waiter.granted()` will be, or already was, called; do not touch what it may
    // destroy.
    [[nodiscard]] bool acquire(std::uint64_t fingerprint, LatchMode mode, LatchWaiter &waiter);
    // False: it is held by someone else, or someone waits for it.
    [[nodiscard]] bool tryAcquire(std::uint64_t fingerprint, LatchMode mode);
    // Hands the latch on. The new holders run at this thread's next runGranted(), which must follow soon.
    void release(std::uint64_t fingerprint, LatchMode mode);

    // Calls granted() of everyone this thread has handed a latch to, until there is none. Does nothing when
    // called from inside a granted(): the outer call goes on.
    static void runGranted();

    static std::uint64_t fingerprintOf(std::uint64_t storageId, std::string_view key);

private:
    struct Slot {
        std::uint64_t fingerprint = 0; // 0: empty
        std::uint32_t sharedHolders = 0;
        bool isExclusive = false;
        LatchWaiter *firstWaiter = nullptr;
        LatchWaiter *lastWaiter = nullptr;
    };
    struct alignas(64) Shard {
        std::mutex mutex;
        std::vector<Slot> places; // open addressing, a power of two, at most half full
        std::size_t used = 0;
    };
    static constexpr std::size_t kShards = 64;

    Shard &shardOf(std::uint64_t fingerprint);
    static Slot &slotFor(Shard &shard, std::uint64_t fingerprint);
    static Slot *findSlot(Shard &shard, std::uint64_t fingerprint);
    static void grow(Shard &shard);
    static void erase(Shard &shard, Slot &slot);
    static bool take(Slot &slot, LatchMode mode);

    std::unique_ptr<std::array<Shard, kShards>> m_shards;
};

} // namespace stator::engine
