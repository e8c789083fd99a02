// A Gate counts what is under way, so that a stop can refuse what comes later and wait for the rest.
//
// Threads: every method from any thread; close() waits, so not from within what it waits for.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace stator::engine {

class Gate {
public:
    // False: it is closed, and nothing was counted.
    [[nodiscard]] bool enter()
    {
        if ((m_state.fetch_add(kOne, std::memory_order_acq_rel) & kClosed) == 0)
            return true;
        leave();
        return false;
    }

    // The last thing that touches what the gate guards.
    void leave()
    {
        std::uint64_t state = m_state.load(std::memory_order_relaxed);
        while ((state & kClosed) == 0)
            if (m_state.compare_exchange_weak(state, state - kOne, std::memory_order_acq_rel))
                return;
        const std::lock_guard lock(m_mutex);
        m_state.fetch_sub(kOne, std::memory_order_acq_rel);
        m_left.notify_all();
    }

    // Refuses from here on, and returns when everyone has left.
    void close()
    {
        m_state.fetch_or(kClosed, std::memory_order_acq_rel);
        std::unique_lock lock(m_mutex);
        m_left.wait(lock, [this] { return m_state.load(std::memory_order_acquire) == kClosed; });
    }

    bool isClosed() const { return (m_state.load(std::memory_order_acquire) & kClosed) != 0; }

private:
    static constexpr std::uint64_t kClosed = 1;
    static constexpr std::uint64_t kOne = 2;

    std::atomic<std::uint64_t> m_state{0};
    std::mutex m_mutex;
    std::condition_variable m_left;
};

} // namespace stator::engine
