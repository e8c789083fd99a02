// Inside of StoreBudget: the caches, and who holds how much in write buffers.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include <leveldb/cache.h>
#include <leveldb/filter_policy.h>

#include "storage/row_cache.h"
#include "storage/store_environment.h"
#include "storage/store_progress.h"

namespace stator::storage {

// One store's part in the budget.
struct BudgetMember {
    StoreProgress *progress = nullptr;
    std::function<void()> setBufferAside;
    std::mutex isRelieved; // held while setBufferAside runs
};

struct StoreBudget::Impl {
    Impl(std::uint64_t bytes, bool readsInPlace);

    // Called by a store that wrote `bytes`. Over the bound, the fullest store's buffer is sent to disk.
    void wrote(std::uint64_t bytes);
    void wasSetAside(std::uint64_t bytes) { m_totalBuffered.fetch_sub(static_cast<std::int64_t>(bytes)); }

    void add(BudgetMember *member);
    // Afterwards nobody uses `member`.
    void remove(BudgetMember *member);

    RowCache rows;
    const std::unique_ptr<leveldb::Cache> cache; // of blocks
    const std::unique_ptr<const leveldb::FilterPolicy> filter;
    const std::int64_t maxBuffered;
    const std::size_t bufferBytesPerStore;
    std::atomic<std::int64_t> freeDescriptors; // table files that may still be held open

private:
    std::atomic<std::int64_t> m_totalBuffered{0}; // may be off, also below zero, by writes under way
    std::mutex m_mutex;
    std::vector<BudgetMember *> m_members; // guarded by m_mutex
};

} // namespace stator::storage
