// How far one store is: what LevelDB was given, and what of it is certainly in table files.
//
// LevelDB begins a new write-ahead file exactly when it sets a full write buffer aside, and it does so only
// after the one before is on disk. Our file layer sees that moment: everything given before the previous
// switch is then flushed.
//
// Threads: every method from any thread.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <mutex>

#include "encoding/position.h"

namespace stator::storage {

class StoreProgress {
public:
    void recovered(encoding::Position position)
    {
        const std::lock_guard lock(m_mutex);
        m_started = m_applied = m_setAside = m_flushed = position;
    }
    void applyStarts(encoding::Position position)
    {
        const std::lock_guard lock(m_mutex);
        m_started = position;
    }
    void applied(encoding::Position position, std::uint64_t bytes)
    {
        m_bufferedBytes.fetch_add(bytes, std::memory_order_relaxed);
        const std::lock_guard lock(m_mutex);
        m_applied = position;
    }
    // A full buffer was set aside. Returns how many bytes it held.
    std::uint64_t bufferSetAside()
    {
        const std::lock_guard lock(m_mutex);
        m_flushed = std::max(m_flushed, m_setAside);
        m_setAside = m_applied;
        return m_bufferedBytes.exchange(0, std::memory_order_relaxed);
    }
    void flushed(encoding::Position position)
    {
        const std::lock_guard lock(m_mutex);
        m_flushed = std::max(m_flushed, position);
    }
    void writeFailed() { m_hasFailed.store(true); }

    // The highest position that can be in any file.
    encoding::Position startedPosition() const { return read(m_started); }
    encoding::Position appliedPosition() const { return read(m_applied); }
    encoding::Position flushedPosition() const { return read(m_flushed); }
    std::uint64_t bufferedBytes() const { return m_bufferedBytes.load(std::memory_order_relaxed); }
    bool hasFailed() const { return m_hasFailed.load(); }

private:
    encoding::Position read(const encoding::Position &position) const
    {
        const std::lock_guard lock(m_mutex);
        return position;
    }

    mutable std::mutex m_mutex;
    encoding::Position m_started;  // these four guarded by m_mutex
    encoding::Position m_applied;
    encoding::Position m_setAside; // everything up to here is in the buffer set aside, or on disk
    encoding::Position m_flushed;
    std::atomic<std::uint64_t> m_bufferedBytes{0};
    std::atomic<bool> m_hasFailed{false};
};

} // namespace stator::storage
