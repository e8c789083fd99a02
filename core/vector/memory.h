// VectorMemory bounds what all vector arrays of the process hold together, and says how much that is.
//
// An array that needs room takes it from those that were searched longest ago; one that finds none is not
// made, and its index is searched from the store.
//
// Threads: every method from any thread.
// Ownership: members are gone from it before they are destroyed.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace stator::vector {

class VectorMemory {
public:
    class Member {
    public:
        virtual ~Member() = default;
        // Lets go of the array unless it is in use just now; must not wait, nor call the VectorMemory.
        virtual bool giveUp() = 0;
    };

    explicit VectorMemory(std::uint64_t limitBytes = defaultBytes());

    // The one of this process.
    static std::shared_ptr<VectorMemory> shared();
    // A quarter of the machine's memory, at most 8 GB.
    static std::uint64_t defaultBytes();

    // Says that `member` holds so much, or is about to. False: there is no room for it, whoever gives up; it
    // then counts for what it was.
    bool hold(Member &member, std::uint64_t bytes);
    // `member` was searched.
    void touch(Member &member);
    // `member` holds nothing.
    void release(Member &member);

    std::uint64_t limitBytes() const { return m_limit; }
    std::uint64_t heldBytes() const;

private:
    struct Holding {
        Member *member = nullptr;
        std::uint64_t bytes = 0;
    };

    Holding *find(Member &member);
    // Others than `member` give up, until `bytes` more fit or nobody is left.
    void makeRoom(const Member &member, std::uint64_t bytes);

    const std::uint64_t m_limit;
    mutable std::mutex m_mutex;
    std::vector<Holding> m_holdings; // guarded by m_mutex; searched longest ago first
    std::uint64_t m_held = 0;        // guarded by m_mutex
};

} // namespace stator::vector
