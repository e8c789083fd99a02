// A ChangeRing keeps the latest item changes of a region for a window that looks at its own pace.
//
// Writers push every change; the window pulls what came since the position it knows, and is told how many
// it missed. Without a Watch alive a push only counts, so a server without a window pays nothing.
//
// Threads: every method from any thread. Ownership: a Watch must not outlive its ring.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace stator::observe {

enum class ChangeKind : std::uint8_t { Put, Delete };

struct Change {
    std::uint64_t storageId = 0; // the table's, as the catalog has it
    std::string key;             // canonical document of the key attributes
    ChangeKind kind = ChangeKind::Put;
    bool wasNew = false; // a Put that replaced nothing
};

struct ChangePage {
    std::vector<Change> changes; // oldest first
    std::uint64_t next = 0;      // ask from here the next time
    std::uint64_t dropped = 0;   // changes between the position asked for and the first one here
};

class ChangeRing {
public:
    explicit ChangeRing(std::size_t capacity = 16384);

    // While one lives, changes are kept.
    class Watch {
    public:
        explicit Watch(ChangeRing &ring);
        ~Watch();
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;

    private:
        ChangeRing &m_ring;
    };

    // Whether a push keeps anything: what it would carry need not be made otherwise.
    bool isWatched() const { return m_watches.load(std::memory_order_relaxed) > 0; }

    void push(std::uint64_t storageId, std::string_view keyDocument, ChangeKind kind, bool wasNew);

    // At most `limit` changes after `position`; positions start at 0 and grow by one a change.
    ChangePage since(std::uint64_t position, std::size_t limit = 4096) const;
    // The position of the next change.
    std::uint64_t position() const { return m_position.load(std::memory_order_acquire); }

private:
    const std::size_t m_capacity;

    std::atomic<std::uint64_t> m_position = 0;
    std::atomic<int> m_watches = 0;

    mutable std::mutex m_mutex;  // guards what follows
    std::vector<Change> m_slots; // by position modulo capacity; empty until the first watched change
    std::uint64_t m_begin = 0;   // kept are [m_begin, m_end), without a gap
    std::uint64_t m_end = 0;
};

} // namespace stator::observe
